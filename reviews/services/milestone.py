"""The dated facts that clocks start and stop with, and what the clocks say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from django.db import transaction
from django.utils import timezone

from reviews import clocks, restrictions
from reviews.access import check
from reviews.models import ClockSlip, Milestone, Review
from reviews.regimes import timing
from reviews.regimes.shapes import Clock
from reviews.regimes.vocabulary import BASES, EVENTS
from reviews.services.events import record
from reviews.stages import Stage
from scr_portal.lib.records import Refused, changed


def set_milestone(review: Review, event: str, on: date, by: Any, note: str = "") -> Milestone:
    """Write the date of an event, over an earlier one; part of a verb that records the event."""
    found = Milestone.objects.filter(review=review, event=event).first()
    if found is None:
        return Milestone.objects.create(review=review, event=event, happened_on=on, recorded_by=by, note=note)
    return changed(found, {"happened_on": on, "recorded_by": by, "note": note})[0]


# Of two events the first cannot come after the second. Others do: stages loop back, and boards work in parallel.
IN_ORDER = (
    ("became_aware", "notified"), ("referral_received", "acknowledged"), ("referral_received", "decided"), ("decided", "commissioned"),
    ("rapid_review_sent", "panel_replied"), ("draft_shared", "challenge_closed"), ("commissioned", "signed_off"), ("signed_off", "published"),
    ("published", "taken_down"), ("action_plan_agreed", "action_plan_reviewed"),
)  # fmt: skip


def in_order(review: Review, event: str, on: date) -> None:
    """Pass for a date that fits those that are known. Raises Refused with the two that cannot both be right."""
    dates = {milestone.event: milestone.happened_on for milestone in review.milestones.all()} | {event: on}
    for first, then in IN_ORDER:
        if event in (first, then) and first in dates and then in dates and dates[then] < dates[first]:
            raise Refused(
                f"“{EVENTS[then].capitalize()}” ({clocks.spoken(dates[then])}) would come before “{EVENTS[first]}” "
                f"({clocks.spoken(dates[first])}): check both dates, and correct the one that is wrong first."
            )


def dated(review: Review, event: str, on: date, by: Any, note: str = "") -> None:
    """Write the date of an event that counts from the first time, unless an earlier day stands; part of a verb."""
    known = Milestone.objects.filter(review=review, event=event).first()
    if known is None or on < known.happened_on:
        set_milestone(review, event, on, by, note)


@transaction.atomic
def correct(*, by: Any, review: Review, event: str, on: date, note: str) -> Milestone:
    """Record or correct a date; every clock that starts with it is worked out anew. Raises Refused for a date that others
    make impossible."""
    check(by, "review.screen", review, deed=restrictions.EVENTS.get(event, ""), on=on)
    in_order(review, event, on)
    found = set_milestone(review, event, on, by, note)
    record(by, "milestone.dated", found, why=note, facts={"event": event, "on": on})
    return found


@transaction.atomic
def slip(*, by: Any, review: Review, clock: str, new_due_on: date, reason: str, approver: str) -> ClockSlip:
    """Move the date of one clock, with the reason and who approved it, by name and role. Raises Refused for a day that is not later.

    The law's own date stays in sight beside the new one: a slip is an explanation, never a change of the rule.
    """
    check(by, "review.screen", review)
    running = {each.rule.key: each for each in running_clocks(review, timezone.localdate())}
    if clock not in running:
        raise Refused(
            "This clock does not run, so there is no date to move: record the date that it starts with first."
        )
    if new_due_on <= running[clock].due:
        raise Refused(f"By its rule the clock runs to {clocks.spoken(running[clock].due)}: enter a later day.")
    made = ClockSlip.objects.create(
        review=review, clock=clock, new_due_on=new_due_on, reason=reason, approver=approver, recorded_by=by
    )
    record(by, "clock.slipped", made, why=reason, facts={"clock": clock, "due": new_due_on, "approver": approver})
    return made


# A clock that counts back from an event needs the day on which it is planned: the stage that the event leads to.
PLANNED: dict[str, str] = {Stage.MONITORING: "published", Stage.PUBLICATION: "signed_off", Stage.CLOSED: "closed"}


@dataclass(frozen=True, slots=True)
class RunningClock:
    """One clock of a review: its rule, what started it, when it is due, how that was counted, and where it stands.

    `own`: the board's own length in a sentence, where it has one; `slips`: every later date that was approved.
    """

    rule: Clock
    trigger: date
    due: date
    state: clocks.ClockState
    lines: tuple[str, ...]
    slips: tuple[ClockSlip, ...]
    own: str = ""
    days: tuple[clocks.Counted, ...] = ()

    @property
    def slip(self) -> ClockSlip | None:
        """The last approved date."""
        return self.slips[-1] if self.slips else None

    @property
    def changes(self) -> tuple[str, ...]:
        """What was changed here and is said wherever the clock shows: the board's own length, and a later date."""
        moved = f"Moved: by its rule it was due on {clocks.spoken(self.due)}." if self.slip else ""
        return tuple(filter(None, (self.own, moved)))

    @property
    def basis(self) -> str:
        """What the clock rests on, in words."""
        return BASES[self.rule.basis]

    @property
    def starts(self) -> str:
        """What starts it, in words."""
        return EVENTS[self.rule.starts]

    @property
    def stops(self) -> str:
        """What stops it, in words."""
        return EVENTS[self.rule.stops]


def own_lengths(review: Review) -> dict[str, timing.Override]:
    """The board's own lengths of this review's local clocks; those of clocks that may not be changed count for nothing."""
    said = review.board.clock_lengths.get(review.rule_set, {})
    local = {clock.key for clock in review.rules.clocks if clock.overridable}
    return {key: timing.Override(each["length"], each["unit"]) for key, each in said.items() if key in local}


def own_length(run: timing.Running) -> str:
    """The sentence that stands beside a clock whose length is the board's own, or nothing."""
    if run.override is None:
        return ""
    words = [
        f"{length} {clocks.UNITS[unit][length != 1]}"
        for length, unit in ((run.override.length, run.override.unit), (run.clock.length, run.clock.unit))
    ]
    return f"The board’s own length: {words[0]} instead of {words[1]}."


def running_clocks(review: Review, today: date) -> list[RunningClock]:
    """The clocks that have started, soonest first; those of single requests are shown with the requests."""
    facts = {milestone.event: milestone.happened_on for milestone in review.milestones.all()}
    slips: dict[str, list[ClockSlip]] = {}
    for slip in review.clock_slips.all():
        slips.setdefault(slip.clock, []).append(slip)
    outcome = next((decision.outcome for decision in review.decisions.all() if decision.decided_on), "")
    plan = {PLANNED[each.stage_key]: each.planned_on for each in review.planned_stages.all() if each.planned_on and each.stage_key in PLANNED}  # fmt: skip
    extended = {key: made[-1].new_due_on for key, made in slips.items()}
    found = timing.running(
        review.rules, facts, today, planned=plan, outcome=outcome, extended=extended, overrides=own_lengths(review)
    )
    return [
        RunningClock(
            run.clock, run.trigger, run.due, run.state, run.arithmetic.lines, tuple(slips.get(run.clock.key, ())),
            own_length(run), clocks.day_by_day(run.arithmetic),
        )
        for run in found
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Correction:
    """A date as it stood before it was corrected, when that was and by whom."""

    was: date
    until: datetime
    by: Any
    why: str


def corrections(review: Review) -> dict[str, list[Correction]]:
    """Event → the dates that stood for it before, oldest first."""
    found: dict[str, list[Correction]] = {}
    rows = (
        Milestone.history.filter(review=review)
        .select_related("recorded_by")
        .order_by("id", "history_date", "history_id")
    )
    for before, after in pairwise(rows):
        if before.id == after.id and before.happened_on != after.happened_on:
            found.setdefault(after.event, []).append(
                Correction(before.happened_on, after.history_date, after.recorded_by, after.note)
            )
    return found
