"""The criteria, limb by limb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from reviews import conflicts, regimes
from reviews.forms.criteria import CriterionForm
from reviews.models import Review
from reviews.services import criteria as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, page


def grouped(review: Review) -> Sequence[dict[str, Any]]:
    """The rule set's groups of criteria, each with its criteria and their answers."""
    answers = {answer.criterion: answer for answer in review.criterion_answers.all()}
    return [
        {
            "group": group,
            "rows": [(known, answers.get(known.key)) for known in review.rules.criteria if known.group == group.key],
        }
        for group in review.rules.groups
    ]


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """Every criterion with its answer, the advice that follows from them, and the decisions so far."""
    review = visible(request, ref)
    answers = {answer.criterion: answer.answer for answer in review.criterion_answers.all()}
    suggested = set(regimes.met(review.rules, answers))
    context = {
        "groups": grouped(review),
        "suggested": [outcome for outcome in review.rules.outcomes if outcome.code in suggested],
        "decisions": review.decisions.select_related("recommended_by", "decided_by", "meeting").prefetch_related(
            "records__signed_by", "challenges__answered_by", "challenges__referral"
        ),
        "closed": conflicts.reading(request.user, review),
        "rule": review.rules.quorum,
        "labels": {outcome.code: outcome.label for outcome in review.rules.outcomes},
        "open": review.stage in verbs.OPEN,
    }
    return page(request, "reviews/criteria/list.html", review=review, here="decision", **context)


@login_required
def edit(request: HttpRequest, ref: str, key: str) -> HttpResponse:
    """Answer one criterion."""
    review = visible(request, ref, "review.screen")
    criterion = next((known for known in review.rules.criteria if known.key == key), None)
    if criterion is None:
        raise Http404
    form = CriterionForm(request.POST or None, record=review.criterion_answers.filter(criterion=key).first())
    if request.method == "POST" and attempt(form, lambda: save(request, review, key, form)):
        return done(request, "Answer saved.", "reviews.criteria.list", ref)
    return page(request, "reviews/criteria/edit.html", review=review, here="decision", form=form, criterion=criterion)


def save(request: HttpRequest, review: Review, key: str, form: CriterionForm) -> Any:
    """Write the answer over the version that was opened."""
    return verbs.answer(
        by=request.user,
        review=review,
        criterion=key,
        values=form.values,
        seen_version=form.cleaned_data["seen_version"],
    )
