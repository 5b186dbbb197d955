"""The recommendation to the chair, and the chair's decision."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from reviews import conflicts, regimes
from reviews.decision_content import dissent_of
from reviews.forms.criteria import DecisionForm, RecommendationToChairForm
from reviews.forms.reason import ReasonForm
from reviews.models import Review
from reviews.services import criteria as verbs
from reviews.views.criteria import grouped
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page
from scr_portal.lib.refs import key


@login_required
@once
def recommend(request: HttpRequest, ref: str) -> HttpResponse:
    """Refer the case to the chair with a recommendation."""
    review = visible(request, ref, "review.screen")
    conflicts.open_to(request.user, review, instead=sentence(verbs.IN_THE_MANAGERS_PLACE))
    form = RecommendationToChairForm(request.POST or None, review=review, initial=proposed(review, request.GET))
    if request.method == "POST" and attempt(
        form, lambda: verbs.recommend(by=request.user, review=review, values=form.cleaned_data)
    ):
        return done(request, "The chair has it for decision.", "reviews.criteria.list", ref)
    return page(request, "reviews/decision/recommend.html", review=review, here="decision", form=form)


def sentence(words: str) -> str:
    """Words as a sentence of their own."""
    return f"{words[0].upper()}{words[1:]}."


def proposed(review: Review, asked: Mapping[str, str]) -> dict[str, Any]:
    """What the form begins with: the recommendation of the meeting in ?meeting=, whose minutes are closed."""
    found = review.meetings.filter(pk=key(asked.get("meeting", "")), finished_on__isnull=False).first()
    if found is None:
        return {}
    names = ("recommended_outcome", "recommendation", "equality", "abuse_types", "delay_reason")
    return {"meeting": found, "dissent": dissent_of(found), **{name: getattr(found, name) for name in names}}


@login_required
@once
def decide(request: HttpRequest, ref: str) -> HttpResponse:
    """The chair decides, with the criteria and the recommendation in sight."""
    review = visible(request, ref, "review.decide")
    conflicts.open_to(request.user, review, instead=sentence(verbs.IN_THE_CHAIRS_PLACE))
    decision = review.decisions.filter(decided_on__isnull=True).select_related("recommended_by").first()
    if decision is None:
        raise Http404
    form = DecisionForm(request.POST or None, rules=review.rules, decision=decision)
    if request.method == "POST" and attempt(
        form, lambda: verbs.decide(by=request.user, review=review, values=decided(form))
    ):
        return done(
            request,
            "Decision recorded. It cannot be changed; a later decision stands beside it.",
            "reviews.criteria.list",
            ref,
        )
    context = {
        "groups": grouped(review),
        "decision": decision,
        "advice": advised(review, form["outcome"].value()),
        "labels": {outcome.code: outcome.label for outcome in review.rules.outcomes},
    }
    return page(request, "reviews/decision/decide.html", review=review, here="decision", form=form, **context)


def advised(review: Review, chosen: str | None) -> list[str]:
    """What the answers say of the outcome that was chosen, or of what is open where none of the rule set’s was."""
    answers = {answer.criterion: answer.answer for answer in review.criterion_answers.all()}
    known = {outcome.code for outcome in review.rules.outcomes}
    return regimes.advice(review.rules, answers, chosen if chosen in known else None)


def decided(form: DecisionForm) -> dict[str, str]:
    """What the record keeps of the form."""
    return {name: form.cleaned_data[name] for name in ("outcome", "agreement", "rationale")}


@login_required
@once
def defer(request: HttpRequest, ref: str) -> HttpResponse:
    """The chair asks for more before deciding."""
    review = visible(request, ref, "review.decide")
    form = ReasonForm(request.POST or None, label="What do you need to know before you decide?")
    if request.method == "POST" and attempt(
        form, lambda: verbs.ask_again(by=request.user, review=review, why=form.cleaned_data["reason"])
    ):
        return done(request, "Sent back to the business manager.", "reviews.criteria.list", ref)
    return page(request, "reviews/decision/defer.html", review=review, here="decision", form=form)
