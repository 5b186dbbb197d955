"""Agencies' actions: progress, assurance, impact."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from findings.forms.action import ActionForm, ImpactForm, ProgressForm
from findings.models import Action, EvidenceFile, Recommendation
from findings.services import action as verbs
from reviews.access import check
from reviews.forms.reason import ReasonForm
from scr_portal.lib.pages import attempt, done, once, page


def visible(request: HttpRequest, pk: int, action: str | None = None) -> Action:
    """The action of the address, if the person may know of it and do `action`."""
    rows = Action.objects.visible_to(request.user).select_related("recommendation__review__board", "agency", "owner")
    found: Action = get_object_or_404(rows, pk=pk)
    if action:
        check(request.user, action, found)
    return found


@login_required
@once
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Set an action under a recommendation."""
    recommendation = get_object_or_404(Recommendation.objects.visible_to(request.user).select_related("review"), pk=pk)
    check(request.user, "action.set", recommendation.review)
    form = ActionForm(request.POST or None, recommendation=recommendation)
    if request.method == "POST" and attempt(
        form, lambda: verbs.set_action(by=request.user, recommendation=recommendation, values=form.cleaned_data)
    ):
        return done(request, "Action set.", "findings.recommendation.show", pk)
    context = {"recommendation": recommendation, "review": recommendation.review, "here": "recommendations"}
    return page(request, "findings/action/new.html", form=form, **context)


@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One action with everything reported on it."""
    found = visible(request, pk)
    context = {
        "action": found,
        "updates": found.updates.select_related("written_by").prefetch_related("files"),
        "impacts": found.impacts.select_related("recorded_by"),
        "late": found.overdue(timezone.localdate()),
    }
    return page(request, "findings/action/show.html", **context)


@login_required
@once
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The agency reports progress, or that it is done."""
    found = visible(request, pk, "action.update")
    form = ProgressForm(request.POST or None, request.FILES or None, action=found)
    if request.method == "POST" and attempt(
        form, lambda: verbs.report_progress(by=request.user, action=found, **form.cleaned_data)
    ):
        return done(request, "Thank you: your update is in the record.", "findings.action.show", pk)
    return page(request, "findings/action/progress.html", form=form, action=found)


@login_required
def evidence(request: HttpRequest, pk: int, file: int) -> FileResponse:
    """Download a file of evidence; this is recorded."""
    found = get_object_or_404(EvidenceFile, update__action=visible(request, pk), pk=file)
    verbs.evidence_read(by=request.user, file=found)
    return FileResponse(found.file.open("rb"), as_attachment=True, filename=found.name)


@login_required
@once
def assure(request: HttpRequest, pk: int) -> HttpResponse:
    """The board is satisfied that it was done."""
    found = visible(request, pk, "action.assure")
    form = ReasonForm(request.POST or None, label="What satisfied you that it was done?")
    if request.method == "POST" and attempt(
        form, lambda: verbs.assure(by=request.user, action=found, note=form.cleaned_data["reason"])
    ):
        return done(request, "Assured. Record its impact when it has been tested.", "findings.action.show", pk)
    context = {"action": found, "updates": found.updates.select_related("written_by").prefetch_related("files")}
    return page(request, "findings/action/assure.html", form=form, **context)


@login_required
@once
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Open an action again."""
    found = visible(request, pk, "action.assure")
    form = ReasonForm(request.POST or None, label="Why is it opened again?")
    if request.method == "POST" and attempt(
        form, lambda: verbs.reopen(by=request.user, action=found, why=form.cleaned_data["reason"])
    ):
        return done(request, "Opened again.", "findings.action.show", pk)
    return page(request, "findings/action/reopen.html", form=form, action=found)


@login_required
@once
def impact(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what difference it made."""
    found = visible(request, pk)
    check(request.user, "impact.record", found.review)
    initial = {"measure": found.recommendation.measure, "baseline": found.recommendation.baseline}
    form = ImpactForm(request.POST or None, initial=initial)
    if request.method == "POST" and attempt(
        form, lambda: verbs.record_impact(by=request.user, action=found, values=form.cleaned_data)
    ):
        return done(request, "Impact recorded.", "findings.action.show", pk)
    return page(request, "findings/action/impact.html", form=form, action=found)
