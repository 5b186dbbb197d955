"""The plan of a rapid review: its tasks by the working days of their clock, ticked off by whoever keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from reviews import clocks
from reviews.access import check
from reviews.models import Notification, PlanTick, Review
from reviews.regimes.shapes import Task
from reviews.services.events import record
from reviews.services.milestone import set_milestone
from scr_portal.lib.records import Refused, Stale, changed


@dataclass(frozen=True, slots=True)
class Planned:
    """One task with its days, where its clock has started, and its tick, where it was done."""

    task: Task
    first: date | None
    last: date | None
    tick: PlanTick | None
    owner: str
    late: bool


def planned(review: Review, today: date) -> list[Planned]:
    """The rule set's plan for one review, in its order; without days until the clock's trigger is recorded."""
    rules = review.rules
    facts = {milestone.event: milestone.happened_on for milestone in review.milestones.all()}
    ticks = {tick.task: tick for tick in review.plan_ticks.select_related("ticked_by") if tick.standing}
    owners = {voter.key: voter.label for voter in rules.voters} | {role.key: role.label for role in rules.roles}
    found = []
    for task in rules.plan:
        trigger = facts.get(rules.clock(task.clock).starts)
        first, last = (
            clocks.due(trigger, length=day, unit="working_days", calendar=rules.calendar) if trigger else None
            for day in (task.from_day, task.by_day)
        )
        tick = ticks.get(task.key)
        late = tick is None and last is not None and last < today
        found.append(Planned(task, first, last, tick, owners.get(task.owner, task.owner), late))
    return found


def known(review: Review, task: str) -> None:
    """Pass for a task of the review's plan, or raise Refused."""
    if task not in {each.key for each in review.rules.plan}:
        raise Refused("That task is not in the plan of this review’s rule set.")


@transaction.atomic
def tick(*, by: Any, review: Review, task: str) -> PlanTick:
    """Say that a task is done, today. Raises Refused for one that is not in the plan, or is ticked already."""
    check(by, "review.screen", review)
    known(review, task)
    found = review.plan_ticks.select_for_update().filter(task=task).first()
    values = {"standing": True, "ticked_on": timezone.localdate(), "ticked_by": by}
    if found is None:
        found = PlanTick.objects.create(review=review, task=task, **values)
    elif found.standing:
        raise Refused("That task is ticked already.")
    else:
        found, _ = changed(found, values)
    record(by, "plan.ticked", found, facts={"task": task})
    return found


@transaction.atomic
def untick(*, by: Any, review: Review, task: str) -> PlanTick:
    """Take a tick back. Raises Refused where there is none."""
    check(by, "review.screen", review)
    found = review.plan_ticks.filter(task=task, standing=True).first()
    if found is None:
        raise Refused("That task is not ticked.")
    found, _ = changed(found, {"standing": False})
    record(by, "plan.unticked", found, facts={"task": task})
    return found


@transaction.atomic
def notify(
    *,
    by: Any,
    review: Review,
    aware_on: date,
    notified_on: date,
    values: dict[str, Any],
    seen_version: int | None = None,
) -> Notification:
    """Record the serious incident notification, or correct it; its two days move the clocks that hang on them.

    Raises Stale as `changed` does, Refused for a notification before anybody was aware.
    """
    check(by, "review.screen", review)
    if notified_on < aware_on:
        raise Refused("The notification cannot be earlier than the day on which somebody became aware.")
    found = Notification.objects.filter(review=review).first()
    if found is None:
        found = Notification.objects.create(review=review, **values)
    elif seen_version is None:
        raise Stale(found)
    else:
        found, _ = changed(found, values, seen_version=seen_version)
    for event, on in (("became_aware", aware_on), ("notified", notified_on)):
        set_milestone(review, event, on, by, "From the record of the notification.")
    record(by, "notification.written", found, facts={"aware": aware_on, "notified": notified_on})
    return found
