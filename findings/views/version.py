"""The versions of a section: listed, read, compared two by two, put back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from findings import referred
from findings.models import ReportSection
from findings.services import section as verbs
from findings.versions import version_at, versions_of
from findings.views.report import of_review, section_of
from reviews.comparison import Piece, compared
from scr_portal.lib import docx
from scr_portal.lib.pages import done, once, page, paged, refused
from scr_portal.lib.records import Refused


def asked(request: HttpRequest, section: ReportSection, name: str) -> Any:
    """The version whose number the address gives under `name`, or None."""
    number = request.GET.get(name, "").strip()
    return version_at(section, int(number)) if number.isdecimal() and len(number) < 7 else None


def words(pieces: Iterable[Piece], kind: str) -> int:
    """How many words were put in ("in") or taken out ("out")."""
    return sum(len(piece.text.split()) for piece in pieces if piece.kind == kind)


@login_required
def list(request: HttpRequest, ref: str, key: str) -> HttpResponse:
    """All versions of a section, with who saved each and when."""
    review, report = of_review(request, ref, "report.see")
    found = section_of(report, key)
    rows = paged(request, versions_of(found).defer("text"), 50)
    context = {"section": found, "rows": rows, "before": max(1, found.version - 1)}
    return page(request, "findings/version/list.html", review=review, here="report", **context)


@login_required
def show(request: HttpRequest, ref: str, key: str, number: int) -> HttpResponse:
    """One version as it was saved; that it was read is kept on record."""
    review, report = of_review(request, ref, "report.see")
    found = section_of(report, key)
    shown = version_at(found, number)
    if shown is None:
        raise Http404
    verbs.opened(by=request.user, section=found)
    context = {
        "section": found,
        "shown": shown,
        "blocks": docx.blocks(referred.of(report, [shown.text]).linked(shown.text)),
    }
    return page(request, "findings/version/show.html", review=review, here="report", **context)


@login_required
def compare(request: HttpRequest, ref: str, key: str) -> HttpResponse:
    """Any two versions: what was taken out and what was put in, word by word; that it was read is kept on record."""
    review, report = of_review(request, ref, "report.see")
    found = section_of(report, key)
    first, then = asked(request, found, "first"), asked(request, found, "then")
    context: dict[str, Any] = {"section": found, "first": first, "then": then}
    if first and then:
        verbs.opened(by=request.user, section=found)
        pieces = compared(first.text, then.text)
        context |= {"pieces": pieces, "words_in": words(pieces, "in"), "words_out": words(pieces, "out")}
    return page(request, "findings/version/compare.html", review=review, here="report", **context)


@login_required
@require_POST
@once
def put_back(request: HttpRequest, ref: str, key: str, number: int) -> HttpResponse:
    """Let an earlier version stand again."""
    _, report = of_review(request, ref, "report.write")
    found = section_of(report, key)
    if version_at(found, number) is None:
        raise Http404
    try:
        verbs.put_back(by=request.user, section=found, number=number)
    except Refused as refusal:
        return refused(request, str(refusal), "findings.version.list", ref, key)
    return done(request, f"Version {number} stands again, as a version of its own.", "findings.version.list", ref, key)
