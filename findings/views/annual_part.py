"""The sections of a yearly report: written, kept while they are typed, and their versions."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from findings.forms.annual_report import AnnualPartForm
from findings.models import AnnualPart
from findings.services import annual_report as verbs
from findings.services import unsaved
from findings.versions import text_at, version_at, versions_of
from findings.views.annual_report import visible
from findings.views.unsaved import answered
from reviews.comparison import compared
from scr_portal.lib.pages import attempt, done, once, page, paged, refused
from scr_portal.lib.records import Refused

EDIT = "findings.annual_part.edit"


def of_report(request: HttpRequest, pk: int, key: str, action: str) -> AnnualPart:
    """The section of the address, if the person may do `action` on its board."""
    report = visible(request, pk, action)
    found: AnnualPart = get_object_or_404(report.parts, key=key)
    found.report = report
    return found


@login_required
@once
def edit(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Write one section."""
    part = of_report(request, pk, key, "annual_report.write")
    typed = unsaved.of(part, request.user)
    form = AnnualPartForm(request.POST or None, record=part, unsaved=typed)
    if request.method == "POST" and attempt(form, lambda: verbs.write(by=request.user, part=part, **form.cleaned_data)):
        return done(request, f"“{part.title}” saved.", "findings.annual_report.show", pk)
    return page(request, "findings/annual_part/edit.html", form=form, part=part, unsaved=typed)


@login_required
@require_POST
def keep(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Keep what was typed so far."""
    part = of_report(request, pk, key, "annual_report.write")
    return answered(request, part, EDIT, pk, key)


@login_required
@require_POST
def discard(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Throw away what was typed and not saved."""
    part = of_report(request, pk, key, "annual_report.write")
    try:
        unsaved.discard(by=request.user, section=part)
    except Refused as refusal:
        return refused(request, str(refusal), EDIT, pk, key)
    return done(request, "Your unsaved text is gone. This is what was saved.", EDIT, pk, key)


@login_required
def versions(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """All versions of a section, the latest first, each with what differs from the one before."""
    part = of_report(request, pk, key, "annual_report.see")
    rows = paged(request, versions_of(part), 5)
    shown = [(each, compared(text_at(part, each.version - 1), each.text)) for each in rows]
    return page(request, "findings/annual_part/versions.html", part=part, page=rows, rows=shown)


@login_required
@require_POST
@once
def put_back(request: HttpRequest, pk: int, key: str, number: int) -> HttpResponse:
    """Let an earlier version stand again."""
    part = of_report(request, pk, key, "annual_report.write")
    if version_at(part, number) is None:
        raise Http404
    to = ("findings.annual_part.versions", pk, key)
    try:
        verbs.put_back(by=request.user, part=part, number=number)
    except Refused as refusal:
        return refused(request, str(refusal), *to)
    return done(request, f"Version {number} stands again, as a version of its own.", *to)
