"""Where an action stands by its dates and reports, whatever colour its agency gives it: one of a few states, and why. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reviews.clocks import spoken


class Standing(StrEnum):
    """The states, the most pressing first; the words are what pages show."""

    OVERDUE = "overdue"
    BEHIND = "behind"
    STALLED = "stalled"
    DUE_SOON = "due-soon"
    ON_TRACK = "on-track"
    NOT_DUE = "not-due"
    NOT_ASSURED = "not-assured"
    RETEST_DUE = "retest-due"
    ASSURED = "assured"
    IMPACT_SHOWN = "impact-shown"

    @property
    def label(self) -> str:
        """The state in words."""
        return LABELS[self]


LABELS = {
    Standing.OVERDUE: "Overdue",
    Standing.BEHIND: "Late on the way",
    Standing.STALLED: "Stalled",
    Standing.DUE_SOON: "Due soon",
    Standing.ON_TRACK: "On track",
    Standing.NOT_DUE: "Not due to start",
    Standing.NOT_ASSURED: "Done, not assured",
    Standing.RETEST_DUE: "Impact test due",
    Standing.ASSURED: "Assured, impact not shown",
    Standing.IMPACT_SHOWN: "Impact shown",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an action.

    `status` is its place in the life cycle; `heard_on` the day of the last report, or the day from which one could be
    expected; `missed_on` the day of the earliest milestone that is not reached.
    """

    status: str
    target_on: date
    heard_on: date
    start_on: date | None = None
    missed_on: date | None = None
    retest_on: date | None = None
    reported: bool = True
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Stood:
    """Where an action stands, and the sentence that says why."""

    standing: Standing
    reason: str

    @property
    def label(self) -> str:
        """The state in words."""
        return self.standing.label


def stands(facts: Facts, today: date, *, soon: int, quiet: int) -> Stood:
    """Where an action stands on `today`; `soon` and `quiet` are the board's numbers of days.

    Overdue goes before a missed milestone, that before silence, and silence before a target that is near.
    """
    if facts.status in {"claimed_done", "assured", "closed"}:
        return after(facts, today)
    if facts.target_on < today:
        return Stood(Standing.OVERDUE, f"Its target was {spoken(facts.target_on)}: {days(facts.target_on, today)} ago.")
    if facts.start_on and facts.start_on > today:
        return Stood(Standing.NOT_DUE, f"It is to start on {spoken(facts.start_on)}.")
    if facts.missed_on and facts.missed_on < today:
        return Stood(Standing.BEHIND, f"A milestone of {spoken(facts.missed_on)} has not been reached.")
    if (today - facts.heard_on).days >= quiet:
        since = f"since {spoken(facts.heard_on)}" if facts.reported else f"yet, {days(facts.heard_on, today)} on"
        return Stood(Standing.STALLED, f"Nothing has been reported {since}.")
    if (facts.target_on - today).days <= soon:
        left = "today" if facts.target_on == today else f"in {days(today, facts.target_on)}"
        return Stood(Standing.DUE_SOON, f"It is due {left}.")
    return Stood(Standing.ON_TRACK, f"It is due in {days(today, facts.target_on)}, and nothing says that it is late.")


def after(facts: Facts, today: date) -> Stood:
    """Where an action stands that its agency has reported done."""
    if facts.status == "claimed_done":
        when = spoken(facts.done_on or facts.heard_on)
        return Stood(Standing.NOT_ASSURED, f"Reported done on {when}; nobody has assured it for the board yet.")
    if facts.retest_on and facts.retest_on <= today:
        return Stood(Standing.RETEST_DUE, f"Its impact was to be tested on {spoken(facts.retest_on)}.")
    when = f" The next test is on {spoken(facts.retest_on)}." if facts.retest_on else ""
    if facts.status == "assured":
        return Stood(Standing.ASSURED, f"Assured, but no result shows a difference yet.{when}")
    return Stood(Standing.IMPACT_SHOWN, f"A test showed that it made a difference.{when}")


def days(first: date, last: date) -> str:
    """The days between two days, in words: "1 day", "12 days"."""
    number = (last - first).days
    return f"{number} day{'' if number == 1 else 's'}"
