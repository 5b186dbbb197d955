"""What each agency had recorded by a day, and who told whom, read from the entries of the merged chronology.

Rows are read as plain values and counted here, or counted by the database: with 20 agencies of 5,000 entries each,
instances would take the time. Nothing is kept. Who told whom is found by words, so each is a suggestion
(`findings.telling`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from agencies.lifecycle import RequestStatus
from agencies.models import Agency, Entry
from findings import merged
from findings.telling import Party, Reader, Told
from reviews.models import Review

ANSWER_WITHIN = 3


def taking_part(review: Review) -> list[Agency]:
    """The agencies whose returns were signed off, by their labels: those whose silence means something."""
    requests = review.requests.filter(status=RequestStatus.RETURNED).select_related("agency")
    return sorted((request.agency for request in requests), key=lambda agency: agency.label.casefold())


def entries(review: Review, user: Any, asked: merged.Filters | None = None) -> QuerySet[Entry]:
    """The entries that `user` may read, narrowed as on the chronology page, without order and without anything joined."""
    return merged.entries(review, user, asked).order_by().select_related(None).prefetch_related(None)


@dataclass(slots=True)
class Known:
    """What one agency had recorded by a day: how many entries, how many of them may be of a later day, and the last before."""

    agency: Agency
    number: int = 0
    perhaps: int = 0
    latest: Entry | None = None


def known(review: Review, user: Any, on: date, words: str = "") -> list[Known]:
    """A line per agency: its entries whose date begins on or before `on` (as the chronology's filter "to" counts them).

    `latest` is the last one that cannot be of `on` or later. Agencies that had recorded nothing have their line too.
    """
    held = {agency.pk: Known(agency) for agency in taking_part(review)}
    until = entries(review, user, merged.Filters(last=on, words=words))
    counted = until.values_list("agency").annotate(n=Count("pk"), perhaps=Count("pk", filter=Q(date_to__gt=on)))
    for agency, number, perhaps in counted:
        if agency in held:
            held[agency].number, held[agency].perhaps = number, perhaps
    backwards = [F(name).desc(nulls_first=True) for name in ("date_to", "date_from", "time", "sequence", "pk")]
    ranked = until.filter(date_to__lt=on).annotate(
        place=Window(RowNumber(), partition_by=F("agency"), order_by=backwards)
    )
    last = dict(ranked.filter(place=1).values_list("agency", "pk"))
    found = merged.entries(review, user).filter(pk__in=last.values()).in_bulk()
    for agency, pk in last.items():
        if agency in held:
            held[agency].latest = found[pk]
    return list(held.values())


def around(review: Review, user: Any, on: date, within: int, words: str = "") -> QuerySet[Entry]:
    """The entries that may be of the days from `within` before `on` to as many after, in the chronology's order."""
    margin = timedelta(days=within)
    return merged.entries(review, user, merged.Filters(first=on - margin, last=on + margin, words=words))


@dataclass(frozen=True, slots=True)
class Passed:
    """One suggestion: the entry in which it stands, its agency, its day where that is known, and who told whom there."""

    entry: int
    writer: int
    on: date | None
    told: Told
    answered: bool

    @property
    def unanswered(self) -> bool:
        """Told on a known day, and the other agency recorded nothing on it or in the days after."""
        return self.told.done and self.on is not None and not self.answered


@dataclass(slots=True)
class Cell:
    """What one agency told another, counted by entries; false where nothing was found."""

    told: int = 0
    dated: int = 0
    answered: int = 0
    not_told: int = 0

    def __bool__(self) -> bool:
        return bool(self.told or self.not_told)


@dataclass(slots=True)
class Sharing:
    """Who told whom: the agencies, and what was found, each entry once per pair."""

    agencies: list[Agency]
    found: list[Passed] = field(default_factory=list)

    def matrix(self) -> list[tuple[Agency, list[tuple[Agency, Cell | None]]]]:
        """A row per agency that told, with a cell per agency that was told; None where the two are the same."""
        cells: dict[tuple[int, int], Cell] = defaultdict(Cell)
        for passed in self.found:
            cell = cells[passed.told.by, passed.told.to]
            cell.told += passed.told.done
            cell.not_told += not passed.told.done
            cell.dated += passed.told.done and passed.on is not None
            cell.answered += passed.told.done and passed.answered
        return [(by, [(to, None if by == to else cells[by.pk, to.pk]) for to in self.agencies]) for by in self.agencies]

    def between(self, by: int, to: int, which: str = "") -> list[Passed]:
        """What stands behind one cell, in order of day: "" all that was told, "unanswered", or "not_told"."""
        wanted = [
            passed for passed in self.found if (passed.told.by, passed.told.to) == (by, to) and kept(passed, which)
        ]
        return sorted(wanted, key=lambda passed: (passed.on is None, passed.on or date.min, passed.entry))


def kept(passed: Passed, which: str) -> bool:
    """Whether something found belongs to what was asked for."""
    if which == "not_told":
        return not passed.told.done
    return passed.unanswered if which == "unanswered" else passed.told.done


def sharing(review: Review, user: Any, asked: merged.Filters | None = None) -> Sharing:
    """Who told whom, by the words of the entries. The other agency's answer is looked for among all of its entries."""
    found = Sharing(taking_part(review))
    reader = Reader(Party(each.pk, each.kind, each.name, each.short_name) for each in found.agencies)
    rows = entries(review, user, asked).values_list("pk", "agency", "date_from", "date_to", "event", "action")
    told = [
        (pk, writer, start if start == end else None, each)
        for pk, writer, start, end, event, action in rows.iterator()
        for each in once_each(reader.told(writer, f"{event}\n{action}"))
    ]
    recorded = recorded_days(review, user) if told else set()
    for pk, writer, on, each in told:
        other = each.to if each.by == writer else each.by
        answered = on is not None and answers(recorded, other, on)
        found.found.append(Passed(pk, writer, on, each, answered))
    return found


def recorded_days(review: Review, user: Any) -> set[tuple[int, date]]:
    """(agency, day) of every entry whose date is known to the day."""
    exact = entries(review, user).filter(date_from=F("date_to"))
    days = exact.values_list("agency", "date_from").distinct()
    return {(agency, day) for agency, day in days if day is not None}


def answers(recorded: set[tuple[int, date]], agency: int, on: date) -> bool:
    """Whether the agency recorded anything on the day or in the three days after."""
    return any((agency, on + timedelta(days=later)) in recorded for later in range(ANSWER_WITHIN + 1))


def once_each(told: Iterable[Told]) -> Iterator[Told]:
    """One of what an entry says of each pair: that it was told comes before that it was not."""
    first: dict[tuple[int, int], Told] = {}
    for each in sorted(told, key=lambda each: (not each.done, each.word)):
        first.setdefault((each.by, each.to), each)
    yield from first.values()
