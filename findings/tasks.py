"""Work that is done off the request: building and scanning the report's files, comparing entries, looking for people in them."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from celery import shared_task
from django.contrib.auth import get_user_model

from agencies.lifecycle import RequestStatus
from agencies.models import Request
from findings.models import BuiltReport, Report
from findings.services import naming, same_event
from findings.services import report as verbs
from findings.services.anonymity import Anonymised, Decisions, anonymised, register
from reviews.models import Review
from reviews.stages import Stage
from scr_portal.lib import docx, pdf

# What is published is byte for byte what was scanned, so the marking says itself when it falls.
MARKING = "OFFICIAL-SENSITIVE until it is published"


@shared_task
def build_report(report_pk: int, user_pk: int) -> None:
    """Build the PDF and the Word file of a report's anonymised text, scan both, and keep them; safe to run twice."""
    report = Report.objects.select_related("review__board").get(pk=report_pk)
    by = get_user_model().objects.get(pk=user_pk)
    text = verbs.text_sha256(report)
    made = anonymised(report)
    files = {
        BuiltReport.Format.PDF.value: pdf.render("findings/report/document.html", document(report, made)),
        BuiltReport.Format.DOCX.value: docx.write(
            report.title, document(report, made)["sections"], subject=str(report.review.board.name), marking=MARKING
        ),
    }
    scanned = {kind: (content, scan(report, kind, content)) for kind, content in files.items()}
    verbs.built_and_scanned(by=by, report=report, files=scanned, text=text)


def document(report: Report, made: Anonymised) -> dict[str, Any]:
    """What the document's template needs: title, board, and (title, blocks) of each section that holds words."""
    sections = [(title, docx.blocks(text)) for _, title, text in made.sections if text.strip()]
    return {"title": report.title, "board": report.review.board, "marking": MARKING, "sections": sections}


def scan(report: Report, kind: str, content: bytes) -> list[dict[str, Any]]:
    """What the scan of a built file found and nobody decided to keep, as the page shows it."""
    from findings.anonymise.residue import residue  # Loads the readers of every format: only when a file is scanned.

    board = report.review.board  # It publishes the report: its own name and area identify nobody.
    allowed = {*Decisions.of(report.review).kept_words(), board.name, board.area}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"report.{kind}"
        path.write_bytes(content)
        found = residue(path, register(report.review), allowed=allowed)
    return [{"where": hit.where, "text": hit.text, "context": hit.context, "kind": hit.kind} for hit in found]


@shared_task
def look_for_same_events(review_pk: int, user_pk: int) -> None:
    """Compare the entries of a review and keep what may be the same event; safe to run twice."""
    by = get_user_model().objects.get(pk=user_pk)
    same_event.look(by=by, review=Review.objects.select_related("board").get(pk=review_pk))


@shared_task
def recognise(review_pk: int) -> None:
    """Look for the people of the register in the returns of a review, where it was not done yet; safe to run twice."""
    returned = Request.objects.filter(review=review_pk, status=RequestStatus.RETURNED)
    for request in returned.select_related("review__board", "agency"):
        naming.recognise(request=request)


@shared_task
def recognise_all() -> None:
    """The same in all reviews that are not closed: what was left undone, because nobody could be found to do it."""
    for review in Review.objects.exclude(stage=Stage.CLOSED).values_list("pk", flat=True):
        recognise(review)
