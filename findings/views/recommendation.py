"""Recommendations and the board's response."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from findings.answers import answered, drafted
from findings.forms.recommendation import RecommendationForm, ResponseForm
from findings.models import AgencyResponse, Escalation, PolicyAsk, Recommendation
from findings.plan_lines import written_without_action, written_words
from findings.recommending import advise
from findings.services import recommendation as verbs
from reviews.access import check
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """The recommendations of one review, with responses and actions."""
    review = visible(request, ref, "finding.see")
    today = timezone.localdate()
    answers = Prefetch("agency_responses", AgencyResponse.objects.standing_on(today).select_related("agency"))
    rows = review.recommendations.select_related("response").prefetch_related(
        "findings", "agencies", answers, "actions__agency", "actions__owner"
    )
    context = {"recommendations": rows, "today": today}
    return page(request, "findings/recommendation/list.html", review=review, here="recommendations", **context)


@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One recommendation: what it rests on, the board's response, the actions. Agencies see those addressed to them."""
    rows = Recommendation.objects.visible_to(request.user).select_related("review__board", "response__responded_by")
    found = get_object_or_404(rows.prefetch_related("findings", "agencies", "actions__agency", "actions__owner"), pk=pk)
    today = timezone.localdate()
    context = {"recommendation": found, "review": found.review, "today": today, "here": "recommendations"}
    context |= {"answers": answered(found, request.user, today), "advice": advise(drafted(found))}
    context["written"] = written_words(written_without_action(found))
    context["policies"] = (
        PolicyAsk.objects.visible_to(request.user)
        .filter(recommendation=found)
        .select_related("policy__agency", "policy__board", "change")
    )
    context["escalations"] = Escalation.objects.visible_to(request.user).filter(recommendation=found)
    return page(request, "findings/recommendation/show.html", **context)


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Write a recommendation; `look` in what is sent asks for advice on the words and saves nothing."""
    review = visible(request, ref, "recommendation.write")
    form = RecommendationForm(request.POST or None, review=review)
    if "look" in request.POST:
        form = form.looked_at()
    elif request.method == "POST" and (
        made := attempt(form, lambda: verbs.add(by=request.user, review=review, values=form.values))
    ):
        return done(request, "Recommendation saved.", "findings.recommendation.show", made.pk)
    context = {"form": form, "advice": advise(form.draft())}
    return page(request, "findings/recommendation/new.html", review=review, here="recommendations", **context)


@login_required
def edit(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """Change a recommendation; `look` as above."""
    review = visible(request, ref, "recommendation.write")
    found = get_object_or_404(review.recommendations, number=number)
    form = RecommendationForm(request.POST or None, review=review, record=found)
    if "look" in request.POST:
        form = form.looked_at()
    elif request.method == "POST" and attempt(
        form,
        lambda: verbs.write(
            by=request.user, recommendation=found, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Recommendation saved.", "findings.recommendation.show", found.pk)
    context = {"form": form, "advice": advise(form.draft()), "recommendation": found}
    return page(request, "findings/recommendation/edit.html", review=review, here="recommendations", **context)


@login_required
@once
def respond(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the board's response."""
    found = get_object_or_404(Recommendation.objects.visible_to(request.user).select_related("review"), pk=pk)
    check(request.user, "recommendation.respond", found.review)
    form = ResponseForm(request.POST or None, record=getattr(found, "response", None))
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
