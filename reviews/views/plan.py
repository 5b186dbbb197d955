"""The plan of a rapid review, as a task list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from reviews.access import allowed
from reviews.models import Review
from reviews.services import plan as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import done, page, refused
from scr_portal.lib.records import Refused

# Where a task is done and the right that opens that page, by its key in the rule sets that ship; others are only ticked.
DONE_AT = {
    "requests": ("agencies.request.new", "review.request"),
    "returns": ("agencies.request.of_review", "review.see"),
    "merge": ("findings.chronology.show", "chronology.see"),
    "meeting": ("reviews.criteria.list", "review.see"),
    "decision": ("reviews.criteria.list", "review.see"),
    "send": ("reviews.clock.list", "review.see"),
}


@login_required
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Every task with its days, who owns it, and who ticked it."""
    review = visible(request, ref)
    tasks = verbs.planned(review, timezone.localdate())
    clocks = {clock.key: clock for clock in review.rules.clocks}
    context = {
        "tasks": [(each, place(request.user, review, each.task.key)) for each in tasks],
        "notification": getattr(review, "notification", None),
        "notifies": any(clock.stops == "notified" for clock in review.rules.clocks),
        "dates": {milestone.event: milestone.happened_on for milestone in review.milestones.all()},
        "clock": clocks[tasks[0].task.clock] if tasks else None,
    }
    return page(request, "reviews/plan/show.html", review=review, here="overview", **context)


def place(user: Any, review: Review, task: str) -> str:
    """The page on which a task is done, for who may open it; "" for the others."""
    name, action = DONE_AT.get(task, ("", ""))
    return name if name and allowed(user, action, review) else ""


@login_required
@require_POST
def tick(request: HttpRequest, ref: str, key: str) -> HttpResponse:
    """Say that a task is done."""
    review = visible(request, ref, "review.screen")
    return tried(request, ref, lambda: verbs.tick(by=request.user, review=review, task=key), "Ticked.")


@login_required
@require_POST
def untick(request: HttpRequest, ref: str, key: str) -> HttpResponse:
    """Take a tick back."""
    review = visible(request, ref, "review.screen")
    return tried(
        request, ref, lambda: verbs.untick(by=request.user, review=review, task=key), "The tick is taken back."
    )


def tried(request: HttpRequest, ref: str, verb: Callable[[], Any], sentence: str) -> HttpResponse:
    """Run a verb that has no form of its own, and go back to the plan with what came of it."""
    try:
        verb()
    except Refused as refusal:
        return refused(request, str(refusal), "reviews.plan.show", ref)
    return done(request, sentence, "reviews.plan.show", ref)
