"""Patterns of the merged chronology as pictures for the report, each with the same in a table.

What is counted is what the reader may see. Names of agencies stand as published wherever a picture leaves the portal.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count

from findings import contact, merged
from findings.models import Mark
from reviews.models import Review

Naming = Callable[[str], str]
MOST_QUARTERS = 16  # more of them than a page is wide are told in years
# The days from telling to the next entry of who was told: label → the most days that it takes in.
INTERVALS = (("Same day", 0), ("1 to 3 days", 3), ("4 to 7 days", 7), ("8 to 28 days", 28), ("Later", 10**6))
NEVER = "Nothing after"
# Words of telling that ask for something to be done.
CONCERNS = frozenset({"referred", "notified", "reported", "strategy", "informed", "passed to"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A matrix of counts: what it is called, how it was counted, the head of its first column, columns, and rows."""

    kind: str
    title: str
    note: str
    head: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def table(self) -> list[list[str]]:
        """The same as a table, headings first."""
        return [[self.head, *self.columns], *([label, *map(str, numbers)] for label, numbers in self.rows)]

    @property
    def words(self) -> str:
        """What the picture shows, for those who do not see it."""
        numbers = [(number, label, column) for label, row in self.rows for column, number in zip(self.columns, row, strict=True)]  # fmt: skip
        most = max(numbers, default=(0, "", ""))
        told = f"{sum(number for number, _, _ in numbers)} in all, in {len(self.rows)} rows and {len(self.columns)} columns."
        return (
            f"{self.title}: {told} The most, {most[0]}, stand at {most[1]}, {most[2]}."
            if most[0]
            else f"{self.title}: none."
        )

    @property
    def typed(self) -> str:
        """The table as it is typed in a section of the report, under its title, which is numbered there."""
        lines = ["| " + " | ".join(cell.replace("|", "/") for cell in row) + " |" for row in self.table]
        return f"[[figure {self.kind}: {self.title}]]\n\n" + "\n".join(lines)


def themes_by_agency(review: Review, user: Any) -> Figure:
    """How often each theme was marked in entries of each agency."""
    counted = _themes(review, user).values_list("theme__name", "entry__agency").annotate(n=Count("pk"))
    agencies = contact.taking_part(review)
    place = {agency.pk: number for number, agency in enumerate(agencies)}
    rows: dict[str, list[int]] = defaultdict(lambda: [0] * len(agencies))
    for theme, agency, number in counted:
        if agency in place:
            rows[theme][place[agency]] += number
    return _figure("themes-by-agency", [agency.label for agency in agencies], rows.items())


def themes_by_period(review: Review, user: Any) -> Figure:
    """How often each theme was marked in entries of each quarter, or of each year where there are many."""
    dated = _themes(review, user).filter(entry__date_from__isnull=False)
    found = [(theme, day) for theme, day in dated.values_list("theme__name", "entry__date_from") if day is not None]
    periods = _periods([day for _, day in found])
    rows: dict[str, list[int]] = defaultdict(lambda: [0] * len(periods))
    names = [name for name, _ in periods]
    ends = [end for _, end in periods]
    for theme, day in found:
        rows[theme][bisect_left(ends, day)] += 1
    return _figure("themes-by-period", names, rows.items())


def who_told_whom(review: Review, user: Any) -> Figure:
    """How many entries suggest that one agency told another."""
    found = contact.sharing(review, user)
    rows = [(by.label, [cell.told if cell else 0 for _, cell in cells]) for by, cells in found.matrix()]
    return _figure("who-told-whom", [agency.label for agency in found.agencies], rows)


def concern_to_action(review: Review, user: Any) -> Figure:
    """How long it took until the agency that was told of a concern recorded anything itself."""
    found = contact.sharing(review, user)
    days: dict[int, list[date]] = defaultdict(list)
    for agency, day in sorted(contact.recorded_days(review, user)):
        days[agency].append(day)
    classes: dict[int, Counter[str]] = {agency.pk: Counter() for agency in found.agencies}
    for passed in found.found:
        if passed.on and passed.told.done and passed.told.word in CONCERNS and passed.told.to in classes:
            classes[passed.told.to][_interval(days[passed.told.to], passed.on)] += 1
    columns = [*(label for label, _ in INTERVALS), NEVER]
    rows = [(agency.label, [classes[agency.pk][column] for column in columns]) for agency in found.agencies]
    return _figure("concern-to-action", columns, [row for row in rows if any(row[1])])


def _interval(recorded: Sequence[date], told: date) -> str:
    """In which class the next entry after being told falls."""
    place = bisect_left(recorded, told)
    if place == len(recorded):
        return NEVER
    waited = (recorded[place] - told).days
    return next(label for label, most in INTERVALS if waited <= most)


def _themes(review: Review, user: Any) -> Any:
    readable = merged.scope(review, user).order_by()
    marks = Mark.objects.filter(review=review, removed=False, kind=Mark.Kind.THEME, entry__in=readable)
    return marks.order_by("theme__pk")


def _periods(found: Sequence[date]) -> list[tuple[str, date]]:
    """(name, last day) of each quarter from the first day to the last; of each year where there are too many of them."""
    if not found:
        return []
    first, last = min(found), max(found)
    quarters = [(year, part) for year in range(first.year, last.year + 1) for part in range(4)]
    inside = [each for each in quarters if _quarter(first) <= each <= _quarter(last)]
    if len(inside) > MOST_QUARTERS:
        return [(str(year), date(year, 12, 31)) for year in range(first.year, last.year + 1)]
    ends = ((3, 31), (6, 30), (9, 30), (12, 31))
    return [(f"{('Jan', 'Apr', 'Jul', 'Oct')[part]} {year}", date(year, *ends[part])) for year, part in inside]


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month - 1) // 3


def _figure(kind: str, columns: Iterable[str], rows: Iterable[tuple[str, Sequence[int]]]) -> Figure:
    title, note, head = NAMES[kind]
    return Figure(kind, title, note, head, tuple(columns), tuple((label, tuple(numbers)) for label, numbers in rows))


# Kind → title, how it was counted, head of the first column.
NAMES = {
    "themes-by-agency": ("Themes by agency", "Entries of the merged chronology that the panel marked with a theme, by the agency that wrote them. A theme is seen where somebody looked for it: a low number is no proof.", "Theme"),
    "themes-by-period": ("Themes by period", "Entries that the panel marked with a theme, by the period in which they begin.", "Theme"),
    "who-told-whom": ("Who told whom", "Entries in which words of telling stand with the name of another agency: rows told, columns were told. Found by words, so read the entries before relying on a number.", "Told by"),
    "concern-to-action": ("From concern to action", "From an entry that says that an agency was told of a concern to that agency’s own next entry, whatever it says. Found by words, so read the entries before relying on a number.", "Agency that was told"),
}  # fmt: skip
KINDS: dict[str, Callable[[Review, Any], Figure]] = {
    "themes-by-agency": themes_by_agency,
    "themes-by-period": themes_by_period,
    "who-told-whom": who_told_whom,
    "concern-to-action": concern_to_action,
}


def published(figure: Figure, cover: Naming) -> Figure:
    """The same with what the report calls each agency, as it may leave the portal."""
    rows = tuple((cover(label), numbers) for label, numbers in figure.rows)
    return Figure(figure.kind, figure.title, figure.note, figure.head, tuple(map(cover, figure.columns)), rows)
