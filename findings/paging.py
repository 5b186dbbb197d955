"""Pages of the merged chronology, cut at places in its order instead of counted off: any page costs what the first costs.

A place is what one entry's keys are. Pages before and after it are read from the index that holds the order
(`agencies.models.Entry.Meta`), so neither the rows before a page nor those after it are looked at.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, field
from datetime import date, time
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleGreaterThanOrEqual, TupleLessThan
from django.utils import timezone

from agencies.chronology.dates import read_date
from agencies.models import Entry
from agencies.models.chronology import NO_DAY, NO_TIME
from findings.merged import ORDER

BACKWARDS = tuple(f"-{key}" for key in ORDER)
SIZE = 50
# Entries are counted up to here, and said to be more from there on: to count a million would take longer than to read them.
MOST_COUNTED = 2_000
# How many entries stand before one that was asked for by its link: nobody understands an event without what led to it.
LED_UP = 10


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the order of the merged chronology."""

    first: date
    last: date
    at: time
    sequence: int
    pk: int

    @classmethod
    def of(cls, entry: Entry) -> Place:
        """Where an entry stands."""
        return cls(
            entry.date_from or NO_DAY, entry.date_to or NO_DAY, entry.time or NO_TIME, entry.sequence, entry.pk or 0
        )

    @classmethod
    def before(cls, day: date) -> Place:
        """The place before everything that can have begun on `day`."""
        return cls(day, date.min, time.min, 0, 0)

    @classmethod
    def read(cls, text: str) -> Place | None:
        """The place that `str` of one names; None for anything else."""
        try:
            first, last, at, sequence, pk = text.split("_")
            found = cls(date.fromisoformat(first), date.fromisoformat(last), time.fromisoformat(at), int(sequence), int(pk))  # fmt: skip
        except ValueError:
            return None
        return found if 0 <= found.sequence < 2**31 and 0 <= found.pk < 2**63 and not found.at.tzinfo else None

    def __str__(self) -> str:
        """As it stands in an address."""
        return f"{self.first}_{self.last}_{self.at:%H:%M:%S.%f}_{self.sequence}_{self.pk}"


END = Place(date.max, date.max, time.max, 2**31 - 1, 2**63 - 1)
ORDERED = Tuple(*(F(key) for key in ORDER))


@dataclass(frozen=True, slots=True)
class Stretch:
    """One page: its entries in order, and whether there are any before and after them."""

    entries: list[Entry] = field(default_factory=list)
    earlier: bool = False
    later: bool = False

    @property
    def first(self) -> Place | None:
        """What the link to the page before is cut at."""
        return Place.of(self.entries[0]) if self.entries else None

    @property
    def last(self) -> Place | None:
        """What the link to the page after is cut at."""
        return Place.of(self.entries[-1]) if self.entries else None


def after(rows: QuerySet[Entry], place: Place | None, size: int, *, itself: bool = False) -> Stretch:
    """The page that follows a place (or begins with the entry that stands there); the first page without a place."""
    comparing = TupleGreaterThanOrEqual if itself else TupleGreaterThan
    behind = rows.filter(_beyond(comparing, place)) if place else rows
    found = list(behind.order_by(*ORDER)[: size + 1])
    before = rows.filter(_beyond(TupleLessThan, Place.of(found[0]) if found else place)).exists() if place else False
    return Stretch(found[:size], before, len(found) > size)


def before(rows: QuerySet[Entry], place: Place, size: int) -> Stretch:
    """The page that ends before a place; where fewer stand before it than a page holds, the first page."""
    found = list(rows.filter(_beyond(TupleLessThan, place)).order_by(*BACKWARDS)[: size + 1])
    if len(found) <= size:
        return after(rows, None, size)
    return Stretch(found[:size][::-1], True, rows.filter(_beyond(TupleGreaterThan, Place.of(found[0]))).exists())


def around(rows: QuerySet[Entry], entry: Entry, size: int) -> Stretch:
    """The page on which an entry stands, with what led up to it."""
    place = Place.of(entry)
    led_up = list(_bare(rows).filter(_beyond(TupleLessThan, place)).order_by(*BACKWARDS)[:LED_UP])
    return after(rows, Place.of(led_up[-1]) if led_up else place, size, itself=True)


def beside(rows: QuerySet[Entry], entry: Entry) -> list[Entry]:
    """An entry between the one before it and the one after it, where there are any."""
    near, place = rows.prefetch_related(None), Place.of(entry)
    before = near.filter(_beyond(TupleLessThan, place)).order_by(*BACKWARDS)[:1]
    after = near.filter(_beyond(TupleGreaterThan, place)).order_by(*ORDER)[:1]
    return [*before, entry, *after]


def asked(rows: QuerySet[Entry], said: Any, size: int = SIZE) -> Stretch:
    """The page that the parameters of an address ask for: entry=, after=, before= (a place, or "end") or on= (a day, month or year).

    What cannot be read, and an entry that is not among `rows`, gives the first page.
    """
    if said.get("entry", "").isdecimal() and (found := _bare(rows).filter(pk=int(said["entry"][:18])).first()):
        return around(rows, found, size)
    if place := Place.read(said.get("after", "")):
        return after(rows, place, size)
    if place := END if said.get("before") == "end" else Place.read(said.get("before", "")):
        return before(rows, place, size)
    day = beginning(said.get("on", ""))
    return after(rows, Place.before(day) if day else None, size, itself=True)


def beginning(text: str) -> date | None:
    """The first day of what was written: a day, a month or a year; None where it is none of them."""
    return read_date(text.strip()[:60], today=timezone.localdate()).date_from if text.strip() else None


def number(rows: QuerySet[Entry], most: int = MOST_COUNTED) -> int:
    """How many entries there are, `most` and one where there are more."""
    return _bare(rows).order_by()[: most + 1].count()


def years(rows: QuerySet[Entry]) -> list[int]:
    """The years from that of the first entry with a date to that of the last."""
    dated = _bare(rows).filter(sort_from__lt=NO_DAY)
    ends = [dated.order_by(*order).values_list("sort_from", flat=True).first() for order in (ORDER, BACKWARDS)]
    first, last = (day.year if day else 0 for day in ends)
    return list(range(first, last + 1)) if first else []


def _beyond(comparing: type, place: Place | None) -> Q:
    """Entries on one side of a place; all of them without one."""
    return Q(comparing(ORDERED, astuple(place))) if place else Q()


def _bare(rows: QuerySet[Entry]) -> QuerySet[Entry]:
    """The same entries without what a page shows beside them."""
    return rows.select_related(None).prefetch_related(None)
