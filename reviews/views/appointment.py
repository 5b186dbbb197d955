"""Who is appointed to a review: its chair or reviewer, and its panel."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from reviews.forms.reason import ReasonForm
from reviews.forms.review import AppointmentForm
from reviews.models import Review
from reviews.services import membership as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page


def candidates(review: Review) -> Any:
    """The board's own people, its agencies' people, and independents who hold no role anywhere yet."""
    board = review.board
    known = Q(memberships__board=board) | Q(agency__board=board) | Q(memberships__isnull=True, agency__isnull=True)
    return get_user_model().objects.filter(known, is_active=True).select_related("agency").distinct()


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Appoint somebody."""
    review = visible(request, ref, "review.commission")
    form = AppointmentForm(request.POST or None, people=candidates(review))
    if request.method == "POST" and attempt(
        form, lambda: verbs.grant(by=request.user, board=review.board, review=review, **form.cleaned_data)
    ):
        return done(request, "Appointed. Their access has begun.", "reviews.terms.show", ref)
    return page(request, "reviews/appointment/new.html", review=review, here="terms", form=form)


@login_required
@once
def end(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """End an appointment at once."""
    review = visible(request, ref, "review.commission")
    membership = get_object_or_404(review.memberships.select_related("user"), pk=pk)
    form = ReasonForm(request.POST or None, label="Why does it end?")
    if request.method == "POST" and attempt(
        form, lambda: verbs.end(by=request.user, membership=membership, why=form.cleaned_data["reason"])
    ):
        return done(request, "Ended. They can no longer open this review.", "reviews.terms.show", ref)
    return page(request, "reviews/appointment/end.html", review=review, here="terms", form=form, membership=membership)
