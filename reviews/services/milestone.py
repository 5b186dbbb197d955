"""The dated facts that clocks start and stop with, and what the clocks say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from reviews import clocks
from reviews.access import check
from reviews.models import ClockSlip, Milestone, Review
from reviews.regimes import timing
from reviews.regimes.shapes import Clock
from reviews.services.events import record
from scr_portal.lib.records import changed


def set_milestone(review: Review, event: str, on: date, by: Any, note: str = "") -> Milestone:
    """Write the date of an event, over an earlier one; part of a verb that records the event."""
    found = Milestone.objects.filter(review=review, event=event).first()
    if found is None:
        return Milestone.objects.create(review=review, event=event, happened_on=on, recorded_by=by, note=note)
    return changed(found, {"happened_on": on, "recorded_by": by, "note": note})[0]


@transaction.atomic
def correct(*, by: Any, review: Review, event: str, on: date, note: str) -> Milestone:
    """Record or correct a date; every clock that starts with it is worked out anew."""
    check(by, "review.screen", review)
    found = set_milestone(review, event, on, by, note)
    record(by, "milestone.dated", found, why=note, facts={"event": event, "on": on})
    return found


@transaction.atomic
def slip(*, by: Any, review: Review, clock: str, new_due_on: date, reason: str) -> ClockSlip:
    """Move the date of one clock, with the reason; `by` approves it."""
    check(by, "review.screen", review)
    made = ClockSlip.objects.create(review=review, clock=clock, new_due_on=new_due_on, reason=reason, approved_by=by)
    record(by, "clock.slipped", made, why=reason, facts={"clock": clock, "due": new_due_on})
    return made


@dataclass(frozen=True, slots=True)
class RunningClock:
    """One clock of a review: its rule, what started it, when it is due, how that was counted, and where it stands."""

    rule: Clock
    trigger: date
    due: date
    state: clocks.ClockState
    lines: tuple[str, ...]
    slip: ClockSlip | None


def running_clocks(review: Review, today: date) -> list[RunningClock]:
    """The clocks that have started, soonest first; those of single requests are shown with the requests."""
    facts = {milestone.event: milestone.happened_on for milestone in review.milestones.all()}
    slips = {slip.clock: slip for slip in review.clock_slips.all()}
    outcome = next((decision.outcome for decision in review.decisions.all() if decision.decided_on), "")
    extended = {key: slip.new_due_on for key, slip in slips.items()}
    return [
        RunningClock(run.clock, run.trigger, run.due, run.state, run.arithmetic.lines, slips.get(run.clock.key))
        for run in timing.running(review.rules, facts, today, outcome=outcome, extended=extended)
    ]
