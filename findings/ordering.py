"""Why an entry stands where it does in the merged chronology, in one sentence. Pure: told from the keys of its order alone.

The order is that of `findings.merged`: first possible day, last possible day, time, the agency's own order, and at the very
last which came into the portal first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

SPANS = {"month": "known to the month only", "year": "known to the year only"}


@dataclass(frozen=True, slots=True)
class Placed:
    """What gives an entry its place; `returned` is the return in which its agency wrote it as number `sequence`."""

    key: int
    agency: str
    returned: int
    first: date | None
    last: date | None
    at: time | None
    sequence: int
    precision: str = "day"
    certain: bool = True

    @classmethod
    def of(cls, entry: Any) -> Placed:
        """What places an entry of the chronology."""
        days = entry.date_from, entry.date_to, entry.time
        return cls(
            entry.pk, entry.agency.label, entry.request_id, *days, entry.sequence, entry.precision, entry.certain
        )


def reasons(entries: Iterable[Any]) -> dict[int, str]:
    """The reason of each of several entries that stand one after another, by the entry's key."""
    placed: list[Placed | None] = [None, *(Placed.of(entry) for entry in entries), None]
    by_three = zip(placed, placed[1:], placed[2:], strict=False)
    return {entry.key: why(entry, before, after) for before, entry, after in by_three if entry}


def why(entry: Placed, before: Placed | None = None, after: Placed | None = None) -> str:
    """One sentence: what the entry's own date makes of it, and what puts it behind the one before and ahead of the next."""
    said = own(entry)
    beside = []
    if before:
        beside.append(f"it follows {called(before, entry)}, {earlier(before, entry)}")
    if after:
        beside.append(f"it comes before {called(after, entry)}, {later(after, entry)}")
    return f"{said}; {', and '.join(beside)}." if beside else f"{said}."


def own(entry: Placed) -> str:
    """The place that bounds, precision and time give."""
    if entry.first is None or entry.last is None:
        return "No day can be told from its date, so it stands after all that have one"
    doubt = "" if entry.certain else " (the doubt about its date does not move it)"
    if entry.first == entry.last:
        if entry.at:
            return f"It is dated {day(entry.first)} at {entry.at:%H:%M}{doubt}"
        return f"It is dated {day(entry.first)} without a time{doubt}, so it stands after what has a time on that day"
    known = SPANS.get(entry.precision, "known as a period")
    days = f"from {day(entry.first)} to {day(entry.last)}"
    return f"Its date is {known}, {days}{doubt}, so it stands at the first of these days, after what was over sooner"


def called(other: Placed, entry: Placed) -> str:
    """A neighbour, by its agency."""
    return "an entry of the same agency" if other.agency == entry.agency else f"an entry of {other.agency}"


def earlier(before: Placed, entry: Placed) -> str:
    """Why the one before stands before."""
    if before.first != entry.first:
        return "which has a date" if entry.first is None else "which begins on an earlier day"
    if before.last != entry.last:
        return "which begins on the same day and was over sooner"
    if before.at != entry.at:
        return "which has a time" if entry.at is None else "which has an earlier time"
    if before.sequence != entry.sequence:
        if before.returned == entry.returned:
            return "which was written before it"
        return f"which has the same date and time, and stands earlier in its own return (number {before.sequence}; this is number {entry.sequence})"
    return "which has the same date, time and number in its return, and came into the portal first"


def later(after: Placed, entry: Placed) -> str:
    """Why the next one stands behind."""
    if after.first != entry.first:
        return "which has no date" if after.first is None else "which begins on a later day"
    if after.last != entry.last:
        return "which begins on the same day and may have lasted longer"
    if after.at != entry.at:
        return "which has no time" if after.at is None else "which has a later time"
    if after.sequence != entry.sequence:
        if after.returned == entry.returned:
            return "which was written after it"
        return f"which has the same date and time, and stands later in its own return (number {after.sequence}; this is number {entry.sequence})"
    return "which has the same date, time and number in its return, and came into the portal later"


def day(value: date) -> str:
    """A day as people write it: "27 March 2019"."""
    return f"{value.day} {value:%B %Y}"
