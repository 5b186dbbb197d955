"""Tables drawn at random: the same invented events under many headings, orders of columns, forms of dates and further columns.

`python -m tests.corpus.chronology.drawn [how many] [part of a kind's name]` prints which columns were taken for what, and
how often wrongly, most frequent first.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from agencies.chronology import ChronologyRefused
from agencies.chronology.grid import Sheet, Value
from agencies.chronology.reading import Choices, interpret
from agencies.chronology.shapes import Parsed
from tests.corpus.chronology.drawn_words import AFTER, ASIDE, KINDS, RECORDED, SOURCES, WHERE, WHO, Kind

TODAY = date(2025, 1, 1)
TIMES = (("Time", ""), ("Time of incident", ""), ("Start time", "End time"), ("Time", "Finish"), ("Start", "Finish"), ("From", "To"), ("Arrived", "Left"), ("Time in", "Time out"), ("Mobilised", "Stop"), ("Time of call", "Time cleared"), ("Call received", ""), ("Time from", "Time to"), ("Amser", ""))  # fmt: skip
ENDS = ("To", "End date", "Occurred To", "Committed To", "Date to", "Until", "Date ended")
CORE = ("date", "end_date", "time", "end_time", "source", "event", "action")
Column = tuple[str, str, list[Value]]  # its heading, its field ("" for what stays with the entry), its cells


@dataclass(frozen=True, slots=True)
class Drawn:
    """A table: its kind of agency, its columns, and the day of each of its records."""

    kind: str
    columns: list[Column]
    days: list[date]

    def sheet(self) -> Sheet:
        """It as a reader hands it over."""
        rows = [list(record) for record in zip(*(cells for _, _, cells in self.columns), strict=True)]
        return Sheet("Log", [[heading for heading, _, _ in self.columns], *rows])

    def place(self, field: str) -> int | None:
        return next((place for place, (_, name, _) in enumerate(self.columns) if name == field), None)


def drawn(seed: int, wanted: str = "") -> Drawn:
    """The table of one seed, the same every time."""
    at = random.Random(seed)
    name = at.choice([name for name in KINDS if wanted in name])
    kind, rows = KINDS[name], at.randint(4, 14)
    days = sorted(date(2016, 1, 1) + timedelta(days=at.randrange(2500)) for _ in range(rows))
    told = [at.choice(kind.told) for _ in range(rows)]
    dates = list(_dates(at, kind, days))
    words = list(_words(at, kind, told))
    aside: list[Column] = [(heading, "", [at.choice(cells) for _ in days]) for heading, cells in _aside(at, kind)]
    columns = [*dates, *words, *aside] if at.random() < 0.6 else [*aside[:1], *dates, *words, *aside[1:]]
    if at.random() < 0.25:
        at.shuffle(columns)
    return Drawn(name, _unlike(columns), days)


def _unlike(columns: list[Column]) -> list[Column]:
    """No heading twice: people do not write such tables."""
    return list({column[0].lower(): column for column in reversed(columns)}.values())[::-1]


def _form(at: random.Random) -> object:
    return at.choice(
        (lambda day: day, lambda day: day, "%d/%m/%Y", "%d/%m/%y", "%d.%m.%y", "%d %b %Y", "%d-%b-%Y", "%Y-%m-%d")
    )


def _shown(form: object, day: date, clock: time | None = None) -> Value:
    if callable(form):
        return datetime.combine(day, clock) if clock else day
    return day.strftime(str(form)) + (f" {clock:%H:%M}" if clock else "")


def _dates(at: random.Random, kind: Kind, days: list[date]) -> Iterator[Column]:
    form, heading = _form(at), at.choice(kind.days)
    clocks = [time(at.randint(7, 21), at.choice((0, 5, 10, 15, 20, 30, 40, 55))) for _ in days]
    with_time = at.random() < 0.25 and "time" not in heading.lower()
    found: list[Column] = [
        (
            heading,
            "date",
            [_shown(form, day, clock if with_time else None) for day, clock in zip(days, clocks, strict=True)],
        )
    ]
    ended = "From" in heading or heading == "Start date"
    if ended and at.random() < 0.7:
        spans = [day + timedelta(days=at.choice((0, 0, 0, 1, 3))) for day in days]
        found.append((at.choice(ENDS), "end_date", [_shown(form, day) for day in spans]))
    elif not with_time and at.random() < 0.4:
        first, last = at.choice(TIMES)
        found.append((first, "time", [f"{clock:%H:%M}" for clock in clocks]))
        if last:
            found.append((last, "end_time", [f"{clock.hour + 1:02}:{clock.minute:02}" for clock in clocks]))
    if at.random() < 0.4:
        lags = [timedelta(days=at.choice((0, 0, 1, 1, 2, 5, 14))) for _ in days]
        found.insert(
            at.choice((0, len(found))),
            (
                at.choice((*RECORDED, *kind.after)),
                "",
                [_shown(form, day + lag) for day, lag in zip(days, lags, strict=True)],
            ),
        )
    if kind.before and at.random() < 0.35:
        found.insert(
            at.choice((0, len(found))),
            (at.choice(kind.before), "", [_shown(form, day - timedelta(days=at.randint(5, 90))) for day in days]),
        )
    if at.random() < 0.2:
        found.append(
            (
                at.choice(AFTER),
                "",
                [_shown(form, day + timedelta(days=at.randint(1, 60))) if at.random() < 0.8 else None for day in days],
            )
        )
    yield from found


def _words(at: random.Random, kind: Kind, told: list[tuple[str, str, str]]) -> Iterator[Column]:
    found: list[Column] = [(at.choice(kind.events), "event", [one[0] for one in told])]
    if at.random() < 0.75:
        cells = [one[1].rstrip(".") if at.random() < 0.5 else one[1] if at.random() < 0.9 else None for one in told]
        found.append((at.choice(kind.actions), "action", list(cells)))
    if at.random() < 0.5:
        found.insert(0, (at.choice(kind.sorts), "", [one[2] for one in told]))
    if at.random() < 0.3:
        source, held = at.choice(SOURCES)
        found.insert(at.choice((0, len(found))), (source, "source", [at.choice(held) for _ in told]))
    yield from found


def _aside(at: random.Random, kind: Kind) -> list[tuple[str, tuple[str, ...]]]:
    pools = [at.choice(pool) for pool in (WHO, WHERE, ASIDE, ASIDE, kind.about, kind.about)]
    return at.sample(pools, at.randint(0, 4))


def mistakes(table: Drawn) -> list[str]:
    """What was taken wrongly: each as "field: right heading → heading taken"."""
    try:
        parsed = interpret([table.sheet()], Choices(today=TODAY))
    except ChronologyRefused as refused:
        return [f"refused: {refused.kind} {[heading for heading, _, _ in table.columns]}"]
    taken = {column.field: column.index for column in parsed.tables[0].columns if column.field in CORE}
    headings = [heading for heading, _, _ in table.columns]
    found = []
    for field in CORE:
        right, got = table.place(field), taken.get(field)
        if right != got:
            found.append(
                f"{field}: {headings[right] if right is not None else '-'} → {headings[got] if got is not None else '-'}"
            )
    return found + _silent(table, parsed)


def _silent(table: Drawn, parsed: Parsed) -> list[str]:
    """Days that are wrong and of which nothing was asked."""
    right = dict(enumerate(table.days, 2))
    wrong = [row for row in parsed.rows if row.status == "ok" and row.date_from != right.get(row.row)]
    return [f"silent: {table.columns[table.place('date') or 0][0]}"] if wrong else []


def main(many: int, wanted: str) -> None:
    """Print how many tables were taken wholly right, and the mistakes by how often they were made."""
    counted: Counter[str] = Counter()
    by_field: Counter[str] = Counter()
    whole = 0
    for seed in range(many):
        table = drawn(seed, wanted)
        found = mistakes(table)
        whole += not found
        counted.update(found)
        by_field.update({one.split(":")[0] for one in found})
    for one, times in counted.most_common(150):
        print(f"{times:4} {one}")
    print(f"{whole} of {many} tables wholly right; wrong in", dict(by_field))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, sys.argv[2] if len(sys.argv) > 2 else "")
