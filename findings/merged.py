"""The merged chronology: a query over the agencies' entries, never a copy of them.

Order: by the first day that an entry's date allows, then by the last (a day before the month that holds it), then by time
(entries without one after those with one), then in the order in which the agency wrote them; undated entries stand last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from agencies import searching
from agencies.models import Entry, Hold
from findings.models import Mark, Naming
from reviews.access import allowed
from reviews.models import Review
from reviews.stages import RELEASED

ORDER = ("sort_from", "sort_to", "sort_time", "sequence", "pk")


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader asked to see. Empty means everything; several filters narrow together."""

    agencies: tuple[int, ...] = ()
    first: date | None = None
    last: date | None = None
    theme: int | None = None
    mark: str = ""
    precision: str = ""
    words: str = ""
    # All of these people are named; with `naming` it is somebody about whom nobody has decided whether they are.
    people: tuple[int, ...] = ()
    naming: str = ""
    # "yes", "no", or "unsaid" where the agency does not say whether the child or adult was seen.
    seen: str = ""
    # "without" or "only" entries on hold, for those who may read them; to all others there are none.
    holds: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))


def open_to(user: Any, review: Review) -> bool:
    """Whether `user` may read the whole merged chronology now: after its release, or before it to prepare it."""
    if allowed(user, "chronology.prepare", review):
        return True
    return review.stage in RELEASED and allowed(user, "chronology.see", review)


def scope(review: Review, user: Any) -> Any:
    """The entries of one review that `user` may read; where that is all of them, no row has to be asked about."""
    whole = Entry.objects.of_review(review, reader=user)
    return whole if open_to(user, review) else whole & Entry.objects.visible_to(user)


def entries(review: Review, user: Any, filters: Filters | None = None) -> QuerySet[Entry]:
    """The entries of one review that `user` may read, in order, with agency and marks at hand."""
    marks = Mark.objects.filter(removed=False).select_related("theme", "made_by")
    found = scope(review, user).filter(conditions(filters or Filters()))
    return (
        found.defer("words")
        .select_related("agency")
        .prefetch_related(
            Prefetch("marks", marks, to_attr="standing_marks"),
            Prefetch("holds", Hold.objects.standing(), to_attr="standing_holds"),
        )
        .order_by(*ORDER)
    )


def conditions(asked: Filters) -> Q:
    """The filters as one condition. A period takes in every entry whose bounds touch it, and no undated one."""
    wanted = Q()
    if asked.agencies:
        wanted &= Q(agency__in=asked.agencies)
    if asked.first:
        wanted &= Q(date_to__gte=asked.first)
    if asked.last:
        wanted &= Q(sort_from__lte=asked.last)
    if asked.precision:
        wanted &= Q(precision=asked.precision)
    if asked.theme:
        wanted &= Q(pk__in=Mark.objects.filter(theme=asked.theme, removed=False).values("entry"))
    if asked.mark:
        wanted &= Q(pk__in=Mark.objects.filter(kind=asked.mark, removed=False).values("entry"))
    if asked.holds:
        held = Q(pk__in=Hold.objects.standing().values("entry"))
        wanted &= held if asked.holds == "only" else ~held
    for words in searching.wanted(asked.words):
        wanted &= Q(words__contains=words)
    return wanted & _of_people(asked)


def _of_people(asked: Filters) -> Q:
    """What was asked about people: whether the child or adult was seen, and who is named."""
    wanted = Q()
    if asked.seen:
        wanted &= Q(seen="" if asked.seen == "unsaid" else asked.seen)
    for person in asked.people:
        wanted &= Q(pk__in=Naming.objects.filter(person=person, state=Naming.State.NAMED).values("entry"))
    if asked.naming:
        wanted &= Q(pk__in=Naming.objects.filter(state=Naming.State.UNDECIDED).values("entry"))
    return wanted


@dataclass(slots=True)
class StripRow:
    """One agency's line in the strip: how many entries it has in each month."""

    agency: str
    agency_id: int
    months: list[tuple[date, int]] = field(default_factory=list)
    silence: int = 0


def strip(review: Review, user: Any, filters: Filters | None = None) -> tuple[list[date], list[StripRow]]:
    """Entries per agency and month: (the months from first to last without a gap, a row per agency).

    Entries count in the month of their first possible day. `silence` is the longest run of months without an entry
    between an agency's first and last.
    """
    returns = {each.pk: each.agency for each in review.requests.select_related("agency")}
    table: dict[int, Counter[date]] = {}
    for (returned, day), number in days(review, user, filters).items():
        table.setdefault(returns[returned].pk, Counter())[day.replace(day=1)] += number
    labels = {agency.pk: agency.label for agency in returns.values() if agency.pk in table}
    months = months_between(month for row in table.values() for month in row)
    rows = []
    for agency_id, row in sorted(table.items(), key=lambda item: labels[item[0]]):
        held = [(month, row.get(month, 0)) for month in months]
        rows.append(StripRow(labels[agency_id], agency_id, held, longest_silence([number for _, number in held])))
    return months, rows


def days(review: Review, user: Any, filters: Filters | None = None) -> Counter[tuple[int, date]]:
    """How many entries that `user` may read begin on each day, by (return, day)."""
    if not filters and open_to(user, review):
        return Entry.objects.of_review_by_day(review, reader=user)
    asked = scope(review, user).filter(conditions(filters or Filters()), date_from__isnull=False).order_by()
    numbers = asked.values_list("request", "date_from").annotate(number=Count("pk"))
    return Counter({(returned, day): number for returned, day, number in numbers})


def months_between(months: Iterable[date]) -> list[date]:
    """Every first of a month from the earliest to the latest."""
    found = sorted(set(months))
    if not found:
        return []
    count = (found[-1].year - found[0].year) * 12 + found[-1].month - found[0].month
    start = found[0].year * 12 + found[0].month - 1
    return [date((start + step) // 12, (start + step) % 12 + 1, 1) for step in range(count + 1)]


def longest_silence(numbers: list[int]) -> int:
    """The longest run of zeros between the first and the last entry."""
    longest = run = 0
    seen = False
    for number in numbers:
        if number:
            longest, run, seen = max(longest, run), 0, True
        elif seen:
            run += 1
    return longest
