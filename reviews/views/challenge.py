"""Challenges to a decision, and re-referrals."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from reviews.forms.record import AnswerForm, ChallengeForm
from reviews.models import Challenge, Referral
from reviews.services import challenge as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page


@login_required
@once
def new(request: HttpRequest, ref: str, decision: int) -> HttpResponse:
    """Record a challenge or a re-referral."""
    review = visible(request, ref, "review.challenge")
    found = get_object_or_404(review.decisions, pk=decision, decided_on__isnull=False)
    form = ChallengeForm(request.POST or None, review=review, referrals=Referral.objects.visible_to(request.user))
    if request.method == "POST" and attempt(
        form, lambda: verbs.add(by=request.user, decision=found, values=form.cleaned_data)
    ):
        return done(request, "Recorded. The chair answers it.", "reviews.criteria.list", ref)
    return page(request, "reviews/challenge/new.html", review=review, here="decision", form=form, decision=found)


@login_required
@once
def answer(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """The chair answers."""
    review = visible(request, ref, "review.decide")
    challenges = Challenge.objects.select_related("decision__review", "referral")
    found = get_object_or_404(challenges, decision__review=review, pk=pk)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda: verbs.answer(by=request.user, challenge=found, values=form.cleaned_data)
    ):
        return done(request, "Answered.", "reviews.criteria.list", ref)
    return page(request, "reviews/challenge/answer.html", review=review, here="decision", form=form, challenge=found)
