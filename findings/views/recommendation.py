"""Recommendations and the board's response."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from findings.forms.recommendation import RecommendationForm, ResponseForm
from findings.models import Recommendation
from findings.services import recommendation as verbs
from reviews.access import check
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """The recommendations of one review, with responses and actions."""
    review = visible(request, ref, "finding.see")
    rows = review.recommendations.select_related("response").prefetch_related(
        "findings", "agencies", "actions__agency", "actions__owner"
    )
    context = {"recommendations": rows, "today": timezone.localdate()}
    return page(request, "findings/recommendation/list.html", review=review, here="recommendations", **context)


@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One recommendation: what it rests on, the board's response, the actions. Agencies see those addressed to them."""
    rows = Recommendation.objects.visible_to(request.user).select_related("review__board", "response__responded_by")
    found = get_object_or_404(rows.prefetch_related("findings", "agencies", "actions__agency", "actions__owner"), pk=pk)
    context = {
        "recommendation": found,
        "review": found.review,
        "today": timezone.localdate(),
        "here": "recommendations",
    }
    return page(request, "findings/recommendation/show.html", **context)


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Write a recommendation."""
    review = visible(request, ref, "recommendation.write")
    form = RecommendationForm(request.POST or None, review=review)
    if request.method == "POST" and attempt(
        form, lambda: verbs.add(by=request.user, review=review, values=form.values)
    ):
        return done(request, "Recommendation saved.", "findings.recommendation.list", ref)
    return page(request, "findings/recommendation/new.html", review=review, here="recommendations", form=form)


@login_required
def edit(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """Change a recommendation."""
    review = visible(request, ref, "recommendation.write")
    found = get_object_or_404(review.recommendations, number=number)
    form = RecommendationForm(request.POST or None, review=review, record=found)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write(
            by=request.user, recommendation=found, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Recommendation saved.", "findings.recommendation.show", found.pk)
    return page(
        request,
        "findings/recommendation/edit.html",
        review=review,
        here="recommendations",
        form=form,
        recommendation=found,
    )


@login_required
@once
def respond(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the board's response."""
    found = get_object_or_404(Recommendation.objects.visible_to(request.user).select_related("review"), pk=pk)
    check(request.user, "recommendation.respond", found.review)
    known = getattr(found, "response", None)
    form = ResponseForm(
        request.POST or None, initial={"answer": known.answer, "reason": known.reason} if known else None
    )
    if request.method == "POST" and attempt(
        form, lambda: verbs.respond(by=request.user, recommendation=found, **form.cleaned_data)
    ):
        return done(request, "Response recorded.", "findings.recommendation.show", pk)
    return page(
        request,
        "findings/recommendation/respond.html",
        review=found.review,
        here="recommendations",
        form=form,
        recommendation=found,
    )
