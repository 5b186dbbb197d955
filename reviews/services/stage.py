"""Moving a review from stage to stage, where nothing but the move itself is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from reviews.access import check
from reviews.lifecycle import REVIEW_LIFECYCLE
from reviews.models import Disclosure, PlannedStage, Review
from reviews.policy import Role
from reviews.services.disclosure import log
from reviews.services.events import record
from reviews.services.membership import end_with_review
from reviews.services.message import FOOT, call_off, queue
from reviews.services.milestone import set_milestone
from reviews.stages import Stage
from scr_portal.lib.records import Refused, as_seen, changed, locked

# Moves that are a button by themselves, and the dated fact that each leaves. The others belong to verbs of their own.
BUTTONS = {
    "gather": None,
    "commission": "commissioned",
    "release": None,
    "draft": None,
    "submit": "draft_shared",
    "close": "closed",
}


@transaction.atomic
def move(*, by: Any, review: Review, verb: str, why: str = "") -> Review:
    """Make one of the moves of BUTTONS. Raises MoveRefused with the sentence of what stands in the way."""
    if verb not in BUTTONS:
        raise LookupError(f"{verb!r} is not a button.")
    found = REVIEW_LIFECYCLE.advance(review, verb, by=by)
    if event := BUTTONS[verb]:
        set_milestone(found, event, timezone.localdate(), by)
    if verb == "release":
        tell_panel(found)
        what, to = "Merged chronology, to read in the portal", "The review panel"
        log(by, found, Disclosure.Kind.CHRONOLOGY, what=what, to=to, why="Released for the panel’s analysis")
    facts: dict[str, Any] = {"stage": found.stage}
    if verb == "close":
        facts["memberships_ended"] = end_with_review(found)
    record(by, f"review.{verb}", found, why=why, facts=facts)
    return found


@transaction.atomic
def plan(*, by: Any, review: Review, days: Mapping[str, date | None], seen: str | None = None) -> Review:
    """Set by which day each stage of `days` is to be reached; None takes a plan back.

    Raises Refused for a plan that would have a later stage reached before an earlier one, Stale where somebody else planned
    since a form with the stamp `seen` was opened.
    """
    check(by, "review.commission", review)
    as_seen(locked(review).planned_days(), seen)
    known = {planned.stage_key: planned for planned in review.planned_stages.all()}
    wanted = {**{key: planned.planned_on for key, planned in known.items()}, **days}
    ordered = [(stage, day) for stage in Stage if (day := wanted.get(stage))]
    for (first, earlier), (then, later) in pairwise(ordered):
        if later < earlier:
            raise Refused(f"“{then.label}” is planned before “{first.label}”, which comes first: check both dates.")
    for key, day in days.items():
        if key in known:
            changed(known[key], {"planned_on": day, "planned_by": by})
        elif day:
            PlannedStage.objects.create(review=review, stage_key=key, planned_on=day, planned_by=by)
    record(by, "stage.planned", review, review=review, facts={"days": dict(days)})
    return review


@transaction.atomic
def withdraw_release(*, by: Any, review: Review, why: str) -> Review:
    """Close the merged chronology to the panel again, while it is only being analysed; letters not sent yet are called off."""
    found = REVIEW_LIFECYCLE.advance(review, "withdraw_release", by=by)
    call_off(about=f"release-{found.pk}")
    record(by, "review.release_withdrawn", found, why=why, facts={"stage": found.stage})
    return found


def tell_panel(review: Review) -> None:
    """Queue a letter to each member of the panel that there is something to read; it holds no fact of the case."""
    link = settings.SITE_URL + reverse("overview", args=[review.ref])
    for held in review.memberships.active().filter(role=Role.PANEL_MEMBER).select_related("user"):
        queue(
            key=f"release-{review.pk}-{review.version}-{held.user_id}", kind="release", to=held.user, board=review.board,
            about=f"release-{review.pk}", subject=f"{review.board}: something to read in {review.ref}",
            text=f"There is something new for the panel to read in {review.ref}. Sign in: {link}{FOOT}",
        )  # fmt: skip
