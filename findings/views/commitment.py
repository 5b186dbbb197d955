"""Commitments of leaders."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from findings.forms.leadership import CommitmentForm, KeptForm
from findings.models import Commitment
from findings.services import leadership as verbs
from reviews.views.review import board_for
from scr_portal.lib.pages import attempt, done, once, page

SHOW = "findings.leadership.show"


@login_required
@once
def new(request: HttpRequest) -> HttpResponse:
    """Record what a leader promised."""
    board = board_for(request, "leadership.record")
    form = CommitmentForm(request.POST or None, board=board)
    if request.method == "POST" and attempt(
        form, lambda: verbs.commit(by=request.user, board=board, values=form.values)
    ):
        return done(request, "The commitment is on record.", SHOW)
    return page(request, "findings/commitment/new.html", form=form, board=board)


@login_required
@once
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what was recorded."""
    board = board_for(request, "leadership.record")
    found = get_object_or_404(Commitment.objects.visible_to(request.user).filter(board=board), pk=pk)
    form = CommitmentForm(request.POST or None, board=board, record=found)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.correct(
            by=request.user, commitment=found, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Corrected.", SHOW)
    return page(request, "findings/commitment/edit.html", form=form, commitment=found)


@login_required
@once
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Say whether it was kept."""
    board = board_for(request, "leadership.record")
    found = get_object_or_404(Commitment.objects.visible_to(request.user).filter(board=board), pk=pk)
    form = KeptForm(request.POST or None, record=found)
    if request.method == "POST" and attempt(
        form, lambda: verbs.judge(by=request.user, commitment=found, **form.cleaned_data)
    ):
        return done(request, "What became of it is on record.", SHOW)
    return page(request, "findings/commitment/judge.html", form=form, commitment=found)
