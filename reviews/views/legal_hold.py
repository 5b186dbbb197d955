"""Legal holds, over one case and over all cases of the board."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from reviews.forms.reason import ReasonForm
from reviews.forms.retention import LegalHoldForm
from reviews.services import legal_hold as verbs
from reviews.views.review import board_for, visible
from scr_portal.lib.pages import attempt, done, once, page

PLACED, LIFTED = "Placed. Nothing is destroyed while it stands.", "Lifted. It no longer stands in the way."
WHY = "Why can it be lifted, and who agreed?"


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Hold one case."""
    review = visible(request, ref, "review.hold")
    form = LegalHoldForm(request.POST or None, initial={"since": timezone.localdate()})
    if request.method == "POST" and attempt(
        form, lambda: verbs.place(by=request.user, review=review, values=form.cleaned_data)
    ):
        return done(request, PLACED, "reviews.retention.show", ref)
    return page(request, "reviews/legal_hold/new.html", review=review, here="events", form=form)


@login_required
@once
def lift(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Lift a hold of one case, with the reason."""
    review = visible(request, ref, "review.hold")
    hold = get_object_or_404(review.legal_holds, pk=pk)
    form = ReasonForm(request.POST or None, label=WHY)
    if request.method == "POST" and attempt(
        form, lambda: verbs.lift(by=request.user, hold=hold, why=form.cleaned_data["reason"])
    ):
        return done(request, LIFTED, "reviews.retention.show", ref)
    return page(request, "reviews/legal_hold/lift.html", review=review, here="events", form=form, hold=hold)


@login_required
@once
def of_board(request: HttpRequest) -> HttpResponse:
    """Hold all cases of the board."""
    board = board_for(request, "retention.keep")
    form = LegalHoldForm(request.POST or None, initial={"since": timezone.localdate(), "kind": "moratorium"})
    if request.method == "POST" and attempt(
        form, lambda: verbs.place_on_board(by=request.user, board=board, values=form.cleaned_data)
    ):
        return done(request, PLACED, "reviews.retention.list")
    return page(request, "reviews/legal_hold/of_board.html", board=board, form=form)


@login_required
@once
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Lift a hold over all cases, with the reason."""
    board = board_for(request, "retention.keep")
    hold = get_object_or_404(board.legal_holds.filter(review=None), pk=pk)
    form = ReasonForm(request.POST or None, label=WHY)
    if request.method == "POST" and attempt(
        form, lambda: verbs.lift(by=request.user, hold=hold, why=form.cleaned_data["reason"])
    ):
        return done(request, LIFTED, "reviews.retention.list")
    return page(request, "reviews/legal_hold/end.html", board=board, form=form, hold=hold)
