"""When whoever answers for an action is reminded of it, and when those further up are told that it is late. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

WEEK = 7


@dataclass(frozen=True, slots=True)
class Steps:
    """A board's own days: before a target its owner is reminded, and after how many days late each step up is told."""

    before: int
    lead: int
    sponsor: int
    chair: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """One reminder that ought to have been sent: its key (sent once for one target) and whom it is for."""

    key: str
    to: str

    @property
    def escalates(self) -> bool:
        """Whether it goes past whoever owns the action."""
        return self.to != "owner"


def wanted(target: date, today: date, steps: Steps, heard_on: date | None = None) -> list[Wanted]:
    """What ought to have been sent by `today` about an action that is not done.

    The owner is reminded before the target, on it, and each week after it, of the latest that has come and never of
    several at once; not in a week in which they have reported (`heard_on`). Each step up is told once, when its days
    have passed.
    """
    late = (today - target).days
    found = []
    if late < -steps.before:
        return []
    if late < 0:
        found.append(Wanted("before", "owner"))
    elif late < WEEK:
        found.append(Wanted("on", "owner"))
    elif heard_on is None or (today - heard_on).days >= WEEK:
        found.append(Wanted(f"week-{late // WEEK}", "owner"))
    up = (("lead", steps.lead), ("sponsor", steps.sponsor), ("chair", steps.chair))
    # A board that writes nought days means from the first day late.
    return found + [Wanted(to, to) for to, days in up if late >= max(days, 1)]
