"""Silence in the merged chronology: periods without a dated entry, of each agency and of all, and appointments missed.

Rows are read as plain values in one query and counted here: with 20 agencies of 5,000 entries each, instances would take
the time. Missed appointments are found by words, so each is a suggestion (`findings.missed`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Max, Min
from django.utils import timezone

from agencies.models import Agency
from findings import merged
from findings.contact import entries, taking_part
from findings.missed import WORDS, missed
from reviews.models import Review

DAY = timedelta(days=1)
# An entry known to the month or better breaks a silence; "2019" or "summer 2018" says too little about any one day.
WIDE = 31
Span = tuple[date, date]


def period(review: Review, user: Any) -> Span | None:
    """The period in scope of the terms; where an end is not set there, that of the entries. Never after today.

    None where neither terms nor entries have a day, or where the ends are reversed.
    """
    terms = getattr(review, "terms", None)
    first, last = (terms.scope_from, terms.scope_to) if terms else (None, None)
    if not (first and last):
        found = entries(review, user).aggregate(first=Min("date_from"), last=Max("date_to"))
        first, last = first or found["first"], last or found["last"]
    last = min(last, timezone.localdate()) if last else None
    return (first, last) if first and last and first <= last else None


def gaps(spans: Iterable[Span], first: date, last: date, longer_than: int) -> list[Span]:
    """The periods from `first` to `last` that no span touches and that last more than so many days, in order.

    Both ends of a gap are its own first and last silent day.
    """
    found, free = [], first
    for start, end in sorted(spans):
        if start > free:
            found.append((free, min(start - DAY, last)))
        free = max(free, end + DAY)
    if free <= last:
        found.append((free, last))
    return [(start, end) for start, end in found if days(start, end) > longer_than]


def days(first: date, last: date) -> int:
    """How many days a period has, both ends counted."""
    return (last - first).days + 1


class Touching:
    """Counts the spans that touch a period, in two look-ups."""

    def __init__(self, spans: Iterable[Span]) -> None:
        spans = list(spans)
        self.starts = sorted(start for start, _ in spans)
        self.ends = sorted(end for _, end in spans)

    def count(self, first: date, last: date) -> int:
        """How many touch the period from `first` to `last`."""
        return bisect_right(self.starts, last) - bisect_left(self.ends, first)


@dataclass(frozen=True, slots=True)
class Silence:
    """A period without a dated entry of one agency, or of all (`agency` None). `meanwhile` counts the entries of anybody
    that touch it, `wide` those of the agency itself whose dates are too wide to break it."""

    agency: Agency | None
    first: date
    last: date
    where: str
    meanwhile: int
    wide: int

    @property
    def days(self) -> int:
        """How long it lasted."""
        return days(self.first, self.last)

    @property
    def around(self) -> Span:
        """From the day before to the day after: the chronology narrowed to it shows what stands on either side."""
        return self.first - DAY, self.last + DAY


@dataclass(frozen=True, slots=True)
class MissedMonth:
    """The entries of one agency and month whose words say that an appointment was missed.

    `signs` are what they say: label, the word that narrows the chronology to it (or ""), and how many entries say it.
    """

    agency: Agency
    month: date
    number: int
    signs: tuple[tuple[str, str, int], ...]

    @property
    def last(self) -> date:
        """The last day of the month."""
        return (self.month + 31 * DAY).replace(day=1) - DAY


@dataclass(slots=True)
class Quiet:
    """One agency's line of the summary: what it recorded in the period, and where it recorded nothing."""

    agency: Agency
    entries: int = 0
    missed: int = 0
    silences: list[Silence] = field(default_factory=list)

    @property
    def longest(self) -> int:
        """The days of its longest silence; 0 without one."""
        return max((silence.days for silence in self.silences), default=0)


@dataclass(slots=True)
class Absence:
    """What the page on silence shows: the period, a line per agency, the silences of all together, and what was missed."""

    period: Span
    agencies: list[Quiet]
    together: list[Silence]
    missed: list[MissedMonth]

    def listed(self, agency: int | None) -> tuple[list[Silence], list[MissedMonth]]:
        """The silences, the longest first, and the missed appointments: of one agency, or (None) of each."""
        found = [silence for line in self.agencies if agency in {None, line.agency.pk} for silence in line.silences]
        wanted = [line for line in self.missed if agency in {None, line.agency.pk}]
        return sorted(found, key=lambda silence: (-silence.days, silence.first)), wanted


def absence(review: Review, user: Any, longer_than: int) -> Absence | None:
    """Silence and missed appointments in the period in scope; None where there is no period."""
    scope = period(review, user)
    if scope is None:
        return None
    first, last = scope
    spans: dict[int, list[Span]] = defaultdict(list)
    signs: dict[tuple[int, date], list[tuple[str, ...]]] = defaultdict(list)
    dated = entries(review, user, merged.Filters(first=first, last=last))
    for agency, start, end, event, action in dated.values_list(
        "agency", "date_from", "date_to", "event", "action"
    ).iterator():
        assert start is not None and end is not None  # noqa: PT018 - a period takes in dated entries alone
        spans[agency].append((start, end))
        if found := missed(f"{event}\n{action}"):
            signs[agency, start.replace(day=1)].append(found)
    known = taking_part(review)
    everything = [span for held in spans.values() for span in held]
    all_touching = Touching(everything)
    lines = [Quiet(agency, len(spans[agency.pk])) for agency in known]
    for line in lines:
        line.silences = silences(line.agency, spans[line.agency.pk], scope, longer_than, all_touching)
        line.missed = sum(len(found) for (agency, _), found in signs.items() if agency == line.agency.pk)
    months = [month_of(agency, month, signs[key, month]) for agency in known for key, month in sorted(signs) if key == agency.pk]  # fmt: skip
    return Absence(scope, lines, silences(None, everything, scope, longer_than, all_touching), months)


def month_of(agency: Agency, month: date, found: list[tuple[str, ...]]) -> MissedMonth:
    """One line of missed appointments, the commonest sign first."""
    counted = Counter(label for labels in found for label in labels)
    signs = tuple((label, WORDS[label], times) for label, times in counted.most_common())
    return MissedMonth(agency, month, len(found), signs)


def silences(
    agency: Agency | None, spans: list[Span], scope: Span, longer_than: int, everybody: Touching
) -> list[Silence]:
    """The silences among the entries of one agency, the longest first."""
    first, last = scope
    narrow = [span for span in spans if days(*span) <= WIDE]
    wide = Touching(span for span in spans if days(*span) > WIDE)
    found = [
        Silence(agency, *gap, where(gap, scope, bool(narrow)), everybody.count(*gap), wide.count(*gap))
        for gap in gaps(narrow, first, last, longer_than)
    ]
    return sorted(found, key=lambda silence: (-silence.days, silence.first))


def where(gap: Span, scope: Span, any_entry: bool) -> str:
    """How a silence stands to the entries around it, in words."""
    if not any_entry:
        return "No dated entry in the whole period"
    if gap[0] == scope[0]:
        return "Before the first entry in the period"
    return "After the last entry in the period" if gap[1] == scope[1] else "Between two entries"
