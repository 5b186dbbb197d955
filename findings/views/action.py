"""Agencies' actions: progress, assurance, impact."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from findings.forms.action import ActionForm, AssureForm, EditForm, ImpactForm, ProgressForm, TargetForm
from findings.lifecycle import ACTION_LIFECYCLE
from findings.models import Action, EvidenceFile, Recommendation
from findings.plan_lines import written_of, written_words
from findings.services import action as verbs
from reviews.access import allowed, check
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
    """One action with everything that was planned, reported, said and found about it."""
    found = visible(request, pk)
    moved = [*found.target_revisions.select_related("revised_by")]
    context = {
        "action": found,
        "stood": found.stands(timezone.localdate()),
        "colour": found.board.legend.get(found.rag),
        "legend": found.board.legend.values(),
        "moved": moved,
        "first_target": moved[0].from_on if moved else None,
        "milestones": found.milestones.all(),
        "barriers": found.barriers.select_related("raised_by"),
        "comments": found.comments.select_related("written_by"),
        "impacts": found.impacts.select_related("recorded_by"),
        "moves": {move.verb for move in ACTION_LIFECYCLE.open_to(found, request.user)},
        "updates": updates_of(found),
        "today": timezone.localdate(),
        "written": written_words(written_of(found)),
    }
    return page(request, "findings/action/show.html", **context)


def updates_of(action: Action) -> Any:
    """What was reported, the latest first, with its files and the board's word for its colour."""
    rows: list[Any] = [*action.updates.select_related("written_by").prefetch_related("files")]
    for each in rows:
        each.colour = action.board.legend.get(each.rag)
    return rows


@login_required
@once
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change who answers for an action and when it starts."""
    found = visible(request, pk, "action.update")
    form = EditForm(request.POST or None, record=found, may_set=allowed(request.user, "action.set", found.review))
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.edit(
            by=request.user, action=found, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Saved.", "findings.action.show", pk)
    return page(request, "findings/action/edit.html", form=form, action=found)


@login_required
@once
def target(request: HttpRequest, pk: int) -> HttpResponse:
    """Move its target, with the reason."""
    found = visible(request, pk)
    check(request.user, "action.set", found.review)
    form = TargetForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda: verbs.move_target(by=request.user, action=found, **form.cleaned_data)
    ):
        return done(request, "The target is moved; the earlier one stays in sight.", "findings.action.show", pk)
    return page(request, "findings/action/target.html", form=form, action=found)


@login_required
@once
def comment(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask or say something as a critical friend."""
    found = visible(request, pk, "action.comment")
    form = ReasonForm(
        request.POST or None,
        label="What do you ask or say?",
        help_text="As a critical friend: what is missing, what would convince you. The agency reads it; it stays on record.",
    )
    if request.method == "POST" and attempt(
        form, lambda: verbs.comment(by=request.user, action=found, text=form.cleaned_data["reason"])
    ):
        return done(request, "Your comment stands with the action.", "findings.action.show", pk)
    return page(request, "findings/action/comment.html", form=form, action=found)


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
    context = {"action": found, "stood": found.stands(timezone.localdate()), "updates": updates_of(found)[:1]}
    return page(request, "findings/action/progress.html", form=form, **context)


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
    form = AssureForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda: verbs.assure(by=request.user, action=found, **form.cleaned_data)
    ):
        return done(request, "Assured. Record its impact when it has been tested.", "findings.action.show", pk)
    context = {"action": found, "updates": updates_of(found)}
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
        form,
        lambda: verbs.record_impact(
            by=request.user, action=found, values=form.values, retest_on=form.cleaned_data["retest_on"]
        ),
    ):
        return done(request, "Impact recorded.", "findings.action.show", pk)
    return page(request, "findings/action/impact.html", form=form, action=found)
