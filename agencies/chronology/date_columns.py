"""Of all the columns that hold dates: the one that says when the event happened, and those that could say it as well."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from agencies.chronology.column_pairs import NOT_WHEN, ends_soon
from agencies.chronology.contents import Contents, Fields
from agencies.chronology.date_headings import RECORDED, TOLD, happened, is_earlier_step
from agencies.chronology.dates import read_date
from agencies.chronology.headings import normal
from agencies.chronology.layout import Record

MOSTLY = 0.6
TIMES = 0.8
DAY_NUMBER = re.compile(r"(?:\D{2,9} )?(?:[12]?\d|3[01])(?:st|nd|rd|th)?", re.IGNORECASE)
NEAR = 0.2  # of columns that stand so near each other the earlier is meant
DOUBT = 0.1  # and of such a person is asked


def settle_dates(
    fields: Fields, asked: Mapping[int, str], headings: list[str], contents: list[Contents], sample: list[Record]
) -> list[int]:
    """One column is when it happened: the likeliest by its heading, by how much of it is dates and by what comes first.
    Returns the others that could be as well: where their days differ, a person is asked."""
    _trust_contents(fields, asked, contents)
    _doubt_dates(fields, asked, contents, sample)
    if "date" in asked.values():
        return []
    dates = _candidates(fields, contents, headings)
    dates = dates or _day_numbers(fields, sample) or _of_notes(fields)
    if not dates:
        recorded = [column for column, (name, _) in fields.items() if name == "recorded_date"]
        for column in recorded[:1]:
            fields[column] = ("date", 0.5)
        return []
    standing = _standing(dates, fields, headings, contents, len(sample))
    first = _first(standing, headings, fields, sample) if len(dates) > 1 else dates[0]
    rivals = [
        column
        for column in dates
        if column != first
        and standing[column] >= standing[first] - DOUBT
        and not ends_soon(headings[first], headings[column])
    ]
    for column in dates:
        if column != first:
            fields[column] = _beside(headings[first], headings[column], fields)
    _doubt_recorded(fields, asked, first, headings, sample)
    return rivals


def _doubt_recorded(
    fields: Fields, asked: Mapping[int, str], first: int, headings: list[str], sample: list[Record]
) -> None:
    """No entry is made before its event. A column whose days are all earlier, and the same all the way down, says when the
    case was opened or booked; where the heading does not speak of recording, they need not be the same."""
    for column, (name, _) in list(fields.items()):
        if name != "recorded_date" or column in asked:
            continue
        pairs = [(_day(record, column), _day(record, first)) for record in sample[:80]]
        known = [(day, event) for day, event in pairs if day and event]
        same = len({day for day, _ in known}) == 1
        named = RECORDED.search(normal(headings[column])) or TOLD.search(normal(headings[column]))
        earlier = all(day <= event for day, event in known) and any(day < event for day, event in known)
        if len(known) > 2 and (same or not named) and earlier:
            fields[column] = ("other_date", 0.6)


def _unheaded(fields: Fields, contents: list[Contents], headings: list[str]) -> list[int]:
    """Columns whose headings say nothing and whose cells are dates; bare numbers, which may be days of a spreadsheet's
    calendar, only where nothing else is."""
    found = [
        c
        for c, (name, _) in fields.items()
        if not name
        and contents[c].dated >= MOSTLY
        and contents[c].length < 60
        and not NOT_WHEN.search(normal(headings[c]))
    ]
    found = [column for column in found if not contents[column].numbers] or found
    for column in found:
        fields[column] = ("date", 0.6)
    return found


def _candidates(fields: Fields, contents: list[Contents], headings: list[str]) -> list[int]:
    """The columns that may say when it happened: those so headed, and those of dates of whose headings nothing is known."""
    dates = [column for column, (name, _) in fields.items() if name == "date"]
    held = [column for column in dates if fields[column][1] > 0.1 and contents[column].dated]
    return [*dates, *_unheaded(fields, contents, headings)] if held else _unheaded(fields, contents, headings) or dates


def _standing(
    dates: list[int], fields: Fields, headings: list[str], contents: list[Contents], many: int
) -> dict[int, float]:
    """How likely each column is the one, by its heading and by how much of it is dates."""
    standing = {}
    for column in dates:
        said, sure = happened(headings[column]), fields[column][1]
        said = min(sure, 0.8) if said == 0.5 and headings[column] else said
        said = min(said, sure) if sure <= 0.5 else said
        standing[column] = round(said * contents[column].dated * min(1.0, contents[column].filled / max(many, 1)), 2)
    return standing


def _first(standing: Mapping[int, float], headings: list[str], fields: Fields, sample: list[Record]) -> int:
    """The likeliest column, unless the contents show that another that is nearly as likely is earlier: nobody records
    what is still to come. What only led up to the event is always earlier and says nothing."""
    best = max(standing, key=lambda column: (standing[column], -column))
    for column in standing:
        few = 2 if fields[best][1] <= 0.6 else 5
        near = standing[column] >= standing[best] - NEAR and not is_earlier_step(headings[column])
        if (
            column != best
            and near
            and _never_later(column, best, sample, few)
            and not _never_later(best, column, sample, few)
        ):
            best = column
    return best


def _beside(first: str, other: str, fields: Fields) -> tuple[str, float]:
    """What a further column of dates is: the end of what began, what led up to it, or else the day of the record."""
    if ends_soon(first, other) and all(name != "end_date" for name, _ in fields.values()):
        return ("end_date", 0.6)
    return ("other_date", 0.6) if is_earlier_step(other) or happened(other) > 0.5 else ("recorded_date", 0.6)


def _of_notes(fields: Fields) -> list[int]:
    """ "Note date" beside "Date entered" is the day that the note tells of; alone it is asked about."""
    recorded = [(sure, column) for column, (name, sure) in fields.items() if name == "recorded_date"]
    loose = [column for sure, column in recorded if sure <= 0.9]
    if len(loose) != 1 or len(recorded) < 2:
        return []
    fields[loose[0]] = ("date", 0.8)
    return loose


TEXTS = {"event", "action", "comment", "kind", "source", "people", "author", "place", "quality", "ref"}


def _trust_contents(fields: Fields, asked: Mapping[int, str], contents: list[Contents]) -> None:
    """Headings promise, cells hold: short cells that are all dates are no text, and times of day are no dates."""
    for column, (name, sure) in list(fields.items()):
        found = contents[column]
        if column in asked or found.length >= 30:
            continue
        if name == "weekday" and found.dated >= MOSTLY and not found.numbers:
            fields[column] = ("date", 0.85)
        elif found.filled < 2:
            continue
        elif name in TEXTS and found.dated >= (0.8 if found.filled > 4 else 1) and not found.numbers:
            fields[column] = ("date", 0.6)
        elif name in ("event", "kind") and found.timed >= TIMES and found.dated == 0 and not found.numbers:
            fields[column] = ("", 0.0)  # "Contact start": its clock is told from the others
        elif name == "time" and found.dated == 1 and not found.numbers:
            fields[column] = ("date", 0.7)
        elif name == "date" and sure < 1 and found.dated == 0 and found.timed >= MOSTLY:
            fields[column] = ("time", 0.7)


def _day_numbers(fields: Fields, sample: list[Record]) -> list[int]:
    """A column headed "Day" that holds the days of a month, which a banner or the sheet's name gives."""
    for column, (name, _) in fields.items():
        texts = [record.text(column) for record in sample if record.text(column)]
        if name == "weekday" and texts and all(DAY_NUMBER.fullmatch(text) for text in texts):
            fields[column] = ("date", 0.5)
            return [column]
    return []


def _doubt_dates(fields: Fields, asked: Mapping[int, str], contents: list[Contents], sample: list[Record]) -> None:
    """A column so headed that holds few dates, or none, is hardly when it happened."""
    for column, (name, sure) in list(fields.items()):
        few = contents[column].filled and contents[column].dated < 0.2
        if name == "date" and column not in asked and few and not reads_as_dates(sample, column):
            fields[column] = ("date", min(sure, 0.5) if contents[column].length < 40 else 0.1)


def _never_later(one: int, other: int, sample: list[Record], few: int) -> bool:
    """Whether the dates of one column are, but for a slip or two, no later than those of the other; `few` at least."""
    pairs = [(_day(record, one), _day(record, other)) for record in sample[:80]]
    known = [(first, second) for first, second in pairs if first and second]
    return len(known) >= few and sum(first <= second for first, second in known) >= 0.95 * len(known)


def _day(record: Record, column: int) -> date | None:
    value = record.value(column)
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else _read(record.text(column))


def reads_as_dates(sample: list[Record], column: int) -> bool:
    """Whether a fifth of the first cells are dates in some longer form of words."""
    cells = [record.texts[column] for record in sample if column < len(record.texts) and record.texts[column]][:20]
    return 5 * sum(_read(text) is not None for text in cells) >= len(cells)


@lru_cache(maxsize=2048)
def _read(text: str) -> date | None:
    return read_date(text).date_from if text else None
