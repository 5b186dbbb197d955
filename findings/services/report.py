"""Writing the report, signing it as a reader, building its files, publishing it."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from findings.anonymise.edition import edition
from findings.models import AccuracyRound, BuiltReport, Reading, Report, ReportSection
from findings.services import report_build as progress
from findings.services.anonymity import anonymised
from reviews.access import check
from reviews.lifecycle import REVIEW_LIFECYCLE
from reviews.models import Disclosure, Review
from reviews.services.disclosure import taken
from reviews.services.events import record
from reviews.services.milestone import set_milestone
from scr_portal.lib.records import Refused


@transaction.atomic
def begin(*, by: Any, review: Review) -> Report:
    """Begin the report from the rule set's template; the review moves on to drafting."""
    found = REVIEW_LIFECYCLE.advance(review, "draft", by=by)
    report = Report.objects.create(review=found, title=f"{found.rules.review_type.capitalize()}: {found.title}")
    for order, section in enumerate(found.rules.sections, start=1):
        ReportSection.objects.create(report=report, key=section.key, title=section.title, order=order)
    record(by, "report.begun", report)
    return report


def text_sha256(report: Report) -> str:
    """The SHA-256, in hex, of the anonymised text as it is now."""
    return anonymised(report).sha256


@transaction.atomic
def send_for_sign_off(*, by: Any, review: Review) -> Review:
    """Send the report to the board. Raises Refused while words are undecided, or with what else is missing."""
    if hasattr(review, "report") and (left := len(anonymised(review.report).leftovers)):
        raise Refused(
            f"{left} places in the report could identify somebody and are not decided yet: decide each one first."
        )
    if (
        hasattr(review, "report")
        and AccuracyRound.objects.filter(report=review.report, closed_on__isnull=True).exists()
    ):
        raise Refused("The round of factual accuracy is still open: decide its comments and close it first.")
    found = REVIEW_LIFECYCLE.advance(review, "submit", by=by)
    set_milestone(found, "draft_shared", timezone.localdate(), by)
    record(by, "report.sent_for_sign_off", found.report)
    return found


@transaction.atomic
def sign_off(*, by: Any, review: Review, note: str) -> Review:
    """The board signs the report off."""
    found = REVIEW_LIFECYCLE.advance(review, "sign_off", by=by)
    set_milestone(found, "signed_off", timezone.localdate(), by)
    record(by, "report.signed_off", found.report, why=note)
    return found


@transaction.atomic
def send_back(*, by: Any, review: Review, note: str) -> Review:
    """The board sends the report back to be changed."""
    found = REVIEW_LIFECYCLE.advance(review, "send_back", by=by)
    record(by, "report.sent_back", found.report, why=note)
    return found


@transaction.atomic
def read(*, by: Any, report: Report, order: int, accepted: bool, note: str = "") -> Reading:
    """Sign, or refuse to sign, the anonymised text as it stands; the second reader is not the first."""
    check(by, "report.anonymise" if order == 1 else "report.second_read", report.review)
    made = anonymised(report)
    if made.leftovers:
        raise Refused(f"{len(made.leftovers)} places are not decided yet, so there is nothing to sign.")
    if not accepted and not note.strip():
        raise Refused("Say what has to change before you can sign.")
    sha256 = made.sha256
    other = report.readings.filter(sha256=sha256, accepted=True, reader=by).exclude(order=order)
    if accepted and other.exists():
        raise Refused("You have signed as the other reader: a second pair of eyes has to be somebody else’s.")
    reading = Reading.objects.create(report=report, reader=by, order=order, accepted=accepted, note=note, sha256=sha256)
    record(by, "report.read", report, why=note, facts={"order": order, "accepted": accepted, "sha256": sha256})
    return reading


def signatures(report: Report, sha256: str) -> dict[int, Reading]:
    """The readers' standing signatures under a text: by order, the latest of each; refusals are left out."""
    latest = {reading.order: reading for reading in report.readings.filter(sha256=sha256).select_related("reader")}
    return {order: reading for order, reading in latest.items() if reading.accepted}


def latest_files(report: Report) -> dict[str, BuiltReport]:
    """The file that was built last, by format."""
    return {built.format: built for built in report.built.order_by("pk")}


@transaction.atomic
def downloaded(*, by: Any, built: BuiltReport) -> BuiltReport:
    """Keep on record that a built file was downloaded."""
    check(by, "report.see", built.review)
    edition = f"built {timezone.localtime(built.built_at):%d/%m/%Y %H:%M}"
    taken(
        by, built.review, Disclosure.Kind.REPORT, what=f"Report ({built.format})", sha256=built.sha256, edition=edition
    )
    record(by, "report.downloaded", built.report, facts={"format": built.format, "sha256": built.sha256})
    return built


@transaction.atomic
def draft_taken(*, by: Any, report: Report, content: bytes) -> None:
    """Keep on record that a draft with the reader's name across it was taken out; call it before it is handed out."""
    check(by, "report.see", report.review, deed="report.send")
    sha256 = hashlib.sha256(content).hexdigest()
    edition = f"draft of {timezone.localtime():%d/%m/%Y %H:%M}"
    taken(by, report.review, Disclosure.Kind.REPORT, what="Draft report (pdf)", sha256=sha256, edition=edition)
    record(by, "report.draft_taken", report, facts={"sha256": sha256})


@transaction.atomic
def built_and_scanned(
    *,
    by: Any,
    report: Report,
    files: dict[str, tuple[bytes, list[dict[str, Any]]]],
    text: str,
    build: int | None = None,
) -> list[BuiltReport]:
    """Keep built files: format → (content, what the scan of it found). `text` is the checksum of the text they hold.

    `build` is the key of the build that ends with this; where it had ended before, nothing is kept.
    """
    check(by, "report.write", report.review)
    if not progress.end(build):
        return []
    kept, ruled = [], decided_to_keep(report)
    for kind, (content, suspicions) in files.items():
        digest = hashlib.sha256(content).hexdigest()
        built = BuiltReport(
            report=report, format=kind, sha256=digest, text_sha256=text, suspicions=suspicions, built_by=by,
            scan_rules=edition(), scan_decisions=ruled,
        )  # fmt: skip
        built.file.save(f"{digest}.{built.ending}", ContentFile(content), save=False)
        built.save()
        kept.append(built)
    facts = {built.format: {"sha256": built.sha256, "suspicions": len(built.suspicions)} for built in kept}
    record(by, "report.built", report, facts=facts)
    return kept


def decided_to_keep(report: Report) -> list[dict[str, Any]]:
    """The standing decisions that let words through the scan: which words, by whom, when, why."""
    rows = report.review.anonymity_decisions.of_report().filter(choice="keep").select_related("decided_by")
    return [
        {"text": row.text, "reason": row.reason, "by": str(row.decided_by), "on": row.changed_at.date().isoformat()}
        for row in rows
    ]
