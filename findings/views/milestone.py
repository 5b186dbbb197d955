"""Milestones of an action."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from findings.forms.milestone import MilestoneEditForm, MilestoneForm
from findings.services import milestone as verbs
from findings.views.action import visible
from reviews.forms.reason import ReasonForm
from scr_portal.lib.pages import attempt, done, once, page, refused
from scr_portal.lib.records import Refused


@login_required
@once
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Set a milestone."""
    action = visible(request, pk, "action.update")
    form = MilestoneForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda: verbs.add(by=request.user, action=action, values=form.cleaned_data)
    ):
        return done(request, "Milestone added.", "findings.action.show", pk)
    return page(request, "findings/milestone/new.html", form=form, action=action)


@login_required
@once
def edit(request: HttpRequest, pk: int, milestone: int) -> HttpResponse:
    """Change a milestone."""
    action = visible(request, pk, "action.update")
    found = get_object_or_404(action.milestones, pk=milestone)
    form = MilestoneEditForm(request.POST or None, record=found)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.edit(
            by=request.user, milestone=found, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Milestone saved.", "findings.action.show", pk)
    return page(request, "findings/milestone/edit.html", form=form, action=action, milestone=found)


@login_required
@require_POST
@once
def reach(request: HttpRequest, pk: int, milestone: int) -> HttpResponse:
    """It was reached today."""
    action = visible(request, pk, "action.update")
    found = get_object_or_404(action.milestones, pk=milestone)
    try:
        verbs.reach(by=request.user, milestone=found, on=timezone.localdate())
    except Refused as refusal:
        return refused(request, str(refusal), "findings.action.show", pk)
    return done(request, "Milestone reached.", "findings.action.show", pk)


@login_required
@once
def remove(request: HttpRequest, pk: int, milestone: int) -> HttpResponse:
    """Take a milestone away, with the reason."""
    action = visible(request, pk, "action.update")
    found = get_object_or_404(action.milestones, pk=milestone)
    form = ReasonForm(request.POST or None, label="Why is it not needed any more?")
    if request.method == "POST" and attempt(
        form, lambda: verbs.remove(by=request.user, milestone=found, why=form.cleaned_data["reason"])
    ):
        return done(request, "Milestone taken away. What it was stays in the record.", "findings.action.show", pk)
    return page(request, "findings/milestone/remove.html", form=form, action=action, milestone=found)
