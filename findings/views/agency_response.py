"""What agencies answer to recommendations: listed, asked for, given, judged."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from findings.forms.agency_response import AgencyResponseForm, AskForm, JudgementForm, StandingFilterForm
from findings.models import AgencyResponse, Recommendation
from findings.services import agency_response as verbs
from reviews.access import boards_where, check
from reviews.models import Review
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page, paged


@login_required
def list(request: HttpRequest) -> HttpResponse:
    """Every answer that the person may see, what waits first; for an agency, what it has to answer; for the board, whom to ask."""
    today, known = timezone.localdate(), AgencyResponse.objects.visible_to(request.user)
    agencies = [*known.order_by("agency__name").values_list("agency", "agency__name").distinct()]
    form = StandingFilterForm(request.GET or None, counts=known.counts(today), agencies=agencies)
    said = form.cleaned_data if form.is_valid() else {}
    rows = known.standing_on(today).select_related("recommendation__review", "agency").waiting_first()
    rows = rows.filter(standing=said["standing"]) if said.get("standing") else rows
    rows = rows.filter(agency=said["agency"]) if said.get("agency") else rows
    context = {"form": form, "rows": paged(request, rows, 50), "today": today, "unasked": unasked(request.user)}
    context["own"] = to_answer(request.user)
    return page(request, "findings/agency_response/list.html", **context)


def to_answer(user: Any) -> Any:
    """The recommendations that wait for the answer of the person's agency, where the person can give it."""
    boards = boards_where(user, "response.give", own=True)
    if not boards or not user.agency_id:
        return []
    rows = Recommendation.objects.visible_to(user).unanswered_by(user.agency_id).filter(review__board__in=boards)
    return rows.due_for(user.agency_id).select_related("review").order_by("due_on", "review__ref", "number")[:100]


def unasked(user: Any) -> Any:
    """The reviews in which the person can ask agencies that were not asked yet."""
    waiting = Recommendation.objects.unasked().filter(review__board__in=boards_where(user, "response.ask"))
    return Review.objects.visible_to(user).filter(pk__in=waiting.values("review")).order_by("ref")[:25]


@login_required
@once
def ask(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask the agencies of a review for their answers by a day."""
    review = visible(request, ref, "response.ask")
    due_on = timezone.localdate() + timedelta(days=review.board.response_days)
    form = AskForm(request.POST or None, initial={"due_on": due_on})
    if request.method == "POST" and (
        asked := attempt(form, lambda: verbs.ask(by=request.user, review=review, **form.cleaned_data))
    ):
        names = ", ".join(agency.label for agency in asked)
        return done(request, f"Asked: {names}.", "findings.recommendation.list", ref)
    rows = review.recommendations.prefetch_related("agencies", "agency_responses__agency")
    context = {"form": form, "recommendations": rows}
    return page(request, "findings/agency_response/ask.html", review=review, here="recommendations", **context)


@login_required
@once
def respond(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer a recommendation for one's agency."""
    rows = Recommendation.objects.visible_to(request.user).select_related("review__board").prefetch_related("agencies")
    found = get_object_or_404(rows, pk=pk)
    check(request.user, "response.give", found)
    known = found.agency_responses.filter(agency=request.user.agency_id).first()  # type: ignore[union-attr]
    form = AgencyResponseForm(request.POST or None, record=known)
    if request.method == "POST" and attempt(
        form, lambda: verbs.give(by=request.user, recommendation=found, **form.cleaned_data)
    ):
        return done(request, "Thank you: the board reads your answer.", "findings.recommendation.show", pk)
    context = {"form": form, "recommendation": found, "known": known}
    return page(request, "findings/agency_response/respond.html", **context)


@login_required
@once
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Judge an agency's answer, or that none came."""
    rows = AgencyResponse.objects.visible_to(request.user).standing_on(timezone.localdate())
    chain = rows.select_related("recommendation__review__board", "agency", "responded_by")
    found = get_object_or_404(chain.prefetch_related("judgements__judged_by"), pk=pk)
    check(request.user, "response.judge", found)
    form = JudgementForm(request.POST or None, response=found)
    if request.method == "POST" and attempt(
        form, lambda: verbs.judge(by=request.user, response=found, **form.cleaned_data)
    ):
        return done(request, "Judged.", "findings.recommendation.show", found.recommendation_id)
    context = {"form": form, "response": found, "review": found.review}
    return page(request, "findings/agency_response/judge.html", here="recommendations", **context)
