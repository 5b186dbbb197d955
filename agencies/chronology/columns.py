"""Proposes what each column of a table is, from its heading and from what stands under it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from agencies.chronology.dates import read_date
from agencies.chronology.grid import Value
from agencies.chronology.headings import CORE, FIELDS, meaning, normal
from agencies.chronology.layout import CLOCK, Record, is_dated
from agencies.chronology.shapes import ProposedColumn
from agencies.chronology.tables import Section
from agencies.chronology.times import read_time

SAMPLE = 300
MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands under a heading: how many cells are filled, the usual length, and the shares of
    dates, of times, of cells with words in them and of different cells."""

    filled: int
    dated: float
    timed: float
    length: float
    worded: float
    distinct: float


def propose(section: Section, mapping: Mapping[str, str]) -> list[ProposedColumn]:
    """The columns of a table in their order, one at most for each core field; `mapping` (see `as_asked`) decides first."""
    sample = section.body if len(section.body) <= SAMPLE else section.body[:: len(section.body) // SAMPLE]
    sample = [record for record in sample if record.number not in section.repeats]
    width = max([len(section.headings), *(record.full[-1] + 1 for record in sample if record.full)], default=0)
    headings = [section.headings[column] if column < len(section.headings) else "" for column in range(width)]
    contents = [_contents(sample, column) for column in range(width)]
    fields = {column: meaning(heading) for column, heading in enumerate(headings)}
    asked = {
        column: mapping[key]
        for column in range(width)
        for key in (str(column), normal(headings[column]))
        if key in mapping
    }
    for column, name in asked.items():
        fields[column] = (name if name in FIELDS else "", 1.0)
    _settle_dates(fields, asked, contents, sample)
    _settle_times(fields, asked, contents, headed=any(headings))
    _settle_event(fields, asked, contents)
    for name in CORE:
        _keep_best(name, fields, asked, contents)
    shown = [column for column in range(width) if headings[column] or contents[column].filled]
    return [
        ProposedColumn(column, headings[column], fields[column][0], round(fields[column][1], 2)) for column in shown
    ]


def as_asked(columns: Mapping[str, str] | None) -> dict[str, str]:
    """A person's mapping as normal heading (or "0", "1" … for a place) → field.

    Heading → field is the rule. Field → heading is understood too where every key is a field and not every value is.
    """
    given = {str(key): str(value) for key, value in (columns or {}).items()}
    if given and set(given) <= FIELDS and not set(given.values()) <= {*FIELDS, ""}:
        given = {heading: name for name, heading in given.items()}
    return {(key if key.isdigit() else normal(key)): value for key, value in given.items()}


def _contents(sample: list[Record], column: int) -> Contents:
    cells = [
        (record.texts[column], record.values[column])
        for record in sample
        if column < len(record.texts) and record.texts[column]
    ]
    if not cells:
        return Contents(0, 0.0, 0.0, 0.0, 0.0, 0.0)
    dated = sum(is_dated(value, text) for text, value in cells)
    timed = sum(is_timed(value, text) for text, value in cells)
    length = sum(len(text) for text, _ in cells) / len(cells)
    worded = sum(any(letter.isalpha() for letter in text) for text, _ in cells)
    distinct = len({text for text, _ in cells})
    return Contents(
        len(cells), dated / len(cells), timed / len(cells), length, worded / len(cells), distinct / len(cells)
    )


def is_timed(value: Value, text: str) -> bool:
    """Whether a cell plainly holds a time of day."""
    if isinstance(value, time | timedelta):
        return True
    if isinstance(value, float | int):
        return 0 < value < 1 or (value >= 100 and read_time(value, text).time is not None)
    return len(text) < 30 and bool(CLOCK.match(text))


Fields = dict[int, tuple[str, float]]


def _settle_dates(fields: Fields, asked: Mapping[int, str], contents: list[Contents], sample: list[Record]) -> None:
    """One column is when it happened. Of two that could be, it is the earlier: nobody records what is still to come."""
    _doubt_dates(fields, asked, contents, sample)
    if "date" in asked.values():
        return
    dates = [column for column, (name, _) in fields.items() if name == "date"]
    if not [column for column in dates if fields[column][1] > 0.1]:
        unknown = [
            c for c, (name, _) in fields.items() if not name and contents[c].dated >= MOSTLY and contents[c].length < 60
        ]
        for column in unknown:
            fields[column] = ("date", 0.6)
        dates = unknown or dates
    if not dates:
        recorded = [column for column, (name, _) in fields.items() if name == "recorded_date"]
        for column in recorded[:1]:
            fields[column] = ("date", 0.5)
    elif len(dates) > 1:
        first = _earlier(dates, fields, contents, sample)
        for column in dates:
            if column != first:
                fields[column] = ("recorded_date", 0.6)


def _doubt_dates(fields: Fields, asked: Mapping[int, str], contents: list[Contents], sample: list[Record]) -> None:
    """A column so headed that holds few dates, or none, is hardly when it happened."""
    for column, (name, sure) in list(fields.items()):
        few = contents[column].filled and contents[column].dated < 0.2
        if name == "date" and column not in asked and few and not _reads_as_dates(sample, column):
            fields[column] = ("date", min(sure, 0.5) if contents[column].length < 40 else 0.1)


def _earlier(dates: list[int], fields: Fields, contents: list[Contents], sample: list[Record]) -> int:
    best = max(dates, key=lambda column: (round(fields[column][1] * contents[column].dated, 2), -column))
    for column in dates:
        if column != best and _never_later(column, best, sample) and not _never_later(best, column, sample):
            best = column
    return best


def _never_later(one: int, other: int, sample: list[Record]) -> bool:
    """Whether the dates of one column are, but for a slip or two, no later than those of the other; five at least."""
    pairs = [(_day(record, one), _day(record, other)) for record in sample[:80]]
    known = [(first, second) for first, second in pairs if first and second]
    return len(known) >= 5 and sum(first <= second for first, second in known) >= 0.95 * len(known)


def _day(record: Record, column: int) -> date | None:
    value = record.value(column)
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else _read(record.text(column))


def _reads_as_dates(sample: list[Record], column: int) -> bool:
    """Whether a fifth of the first cells are dates in some longer form of words."""
    cells = [record.texts[column] for record in sample if column < len(record.texts) and record.texts[column]][:20]
    return 5 * sum(_read(text) is not None for text in cells) >= len(cells)


@lru_cache(maxsize=2048)
def _read(text: str) -> date | None:
    return read_date(text).date_from if text else None


def _settle_times(fields: Fields, asked: Mapping[int, str], contents: list[Contents], *, headed: bool) -> None:
    for column, (name, _) in list(fields.items()):
        if (
            name in ("time", "end_time")
            and column not in asked
            and contents[column].filled > 1
            and contents[column].timed == 0
            and contents[column].worded == 0
        ):
            fields[column] = ("quality", 0.5)
    if not headed and "time" not in asked.values():
        timed = [
            column
            for column, (name, _) in fields.items()
            if not name and contents[column].timed >= MOSTLY and contents[column].length < 20
        ]
        for column in timed[:1]:
            fields[column] = ("time", 0.6)


def _settle_event(fields: Fields, asked: Mapping[int, str], contents: list[Contents]) -> None:
    """The event is the telling: where a column so headed holds only short codes, a fuller one beside it is taken."""
    if "event" in asked.values():
        return
    events = [column for column, (name, _) in fields.items() if name == "event"]
    if events:
        best = max(events, key=lambda column: (fields[column][1], contents[column].length))
        for column in events:
            fuller = contents[column].length > max(3 * contents[best].length, 30)
            codes = contents[best].length < 18 and contents[best].filled > 3 and contents[best].distinct < 0.7
            if column != best and fuller and codes and contents[column].filled >= 0.5 * contents[best].filled:
                best = column
        for column in events:
            if column != best:
                fields[column] = ("kind" if contents[column].length < 25 else "comment", 0.5)
        return
    for names, sure in ((("",), 0.5), (("comment", "action"), 0.4)):
        unknown = [
            c
            for c, (name, _) in fields.items()
            if name in names
            and c not in asked
            and contents[c].length >= 6
            and contents[c].worded > 0.5
            and contents[c].dated < 0.5
        ]
        if unknown:
            fields[max(unknown, key=lambda column: contents[column].length)] = ("event", sure)
            return


def _keep_best(name: str, fields: Fields, asked: Mapping[int, str], contents: list[Contents]) -> None:
    """One column for each field; the others stay with the entry under their headings."""
    chosen = [column for column, (found, _) in fields.items() if found == name]
    if len(chosen) < 2:
        return
    best = max(
        chosen,
        key=lambda column: (column in asked, round(fields[column][1], 1), min(contents[column].filled, 1), -column),
    )
    for column in chosen:
        if column != best:
            fields[column] = ("", 0.0)
