"""A date whose parts stand in columns of their own: day, month and year; or day and month here and the year there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from agencies.chronology.grid import Mark
from agencies.chronology.headings import meaning, normal
from agencies.chronology.layout import Record
from agencies.chronology.tables import Section

PARTS = {
    "day": re.compile(r"day|diwrnod|dydd|dd|day of (?:the )?month|date \(?day\)?|day \(?dd\)?"),
    "month": re.compile(r"month|mis|mm|mth|date \(?month\)?|month \(?mm\)?"),
    "year": re.compile(r"year|blwyddyn|yr|yyyy|yy|date \(?year\)?|year \(?yyyy\)?"),
}
DAY = re.compile(r"\W*(?:[12]?\d|3[01]|0[1-9])(?:st|nd|rd|th)?\W*", re.IGNORECASE)
# Of a day that is not plainly one: "14-16", "3rd & 4th", "mid", "?".
DAYS_OR_DOUBT = re.compile(
    r"\W*\d{1,2}(?:st|nd|rd|th)?(?: ?(?:-|–|to|and|&|,|/|\+|or) ?\d{1,2}(?:st|nd|rd|th)?)*\W*|\W*(?:early|mid|late|end|start|beginning|n/?k|unknown|not known)\W*|[?–-]+",
    re.IGNORECASE,
)
MOSTLY = 0.6
HAS_YEAR = re.compile(r"(?:19|20)\d\d|\d\W\d{1,2}\W\d\d(?!\d)|['’]\d\d")
CARRIED = "No {part} is written here: that of the row above ({text}) was taken. Check that it holds."


def join_parts(section: Section, asked: Mapping[str, str]) -> None:
    """Put the parts of each date together in the first of their columns, and head it with all of their headings. Leaves
    the table as it is where it has no such columns, where another column holds whole dates, or where a person has said
    (`asked`) what one of them is."""
    found = _parts(section.headings)
    if any(str(column) in asked or normal(section.headings[column]) in asked for column in found.values()):
        return
    whole = [
        column
        for column, heading in enumerate(section.headings)
        if column not in found.values() and meaning(heading)[0] == "date"
    ]
    if "year" in found and len(whole) == 1 and _lack_year(section, whole[0]):
        _join(section, {"day": whole[0], "year": found["year"]})
    elif not whole and "month" in found and len(found) > 1 and _has_days(section, found.get("day")):
        _join(section, found)


def _parts(headings: list[str]) -> dict[str, int]:
    """Which column is the day, the month, the year; in that order."""
    names = [normal(heading) for heading in headings]
    found = {
        part: column
        for part, pattern in PARTS.items()
        if (column := next((place for place, name in enumerate(names) if pattern.fullmatch(name)), None)) is not None
    }
    return found


def _entries(section: Section) -> list[Record]:
    return [record for record in section.body if record.number not in section.repeats and len(record.full) > 1]


def _lack_year(section: Section, column: int) -> bool:
    cells = [(record.value(column), record.text(column)) for record in _entries(section) if record.text(column)]
    lacking = sum(isinstance(value, str) and not HAS_YEAR.search(text) for value, text in cells)
    return bool(cells) and 2 * lacking > len(cells)


def _has_days(section: Section, column: int | None) -> bool:
    """Whether the days are days: most of them plain, and next to all of them something that is said of a day."""
    texts = [record.text(column) for record in _entries(section) if record.text(column)]
    plain, known = (sum(bool(form.fullmatch(text)) for text in texts) for form in (DAY, DAYS_OR_DOUBT))
    return column is None or (bool(texts) and plain >= MOSTLY * len(texts) and known >= 0.9 * len(texts))


def _join(section: Section, places: Mapping[str, int]) -> None:
    first = min(places.values())
    last: dict[str, str] = {}
    for record in _entries(section):
        if any(
            re.search(r"[^\W\d_]{4,}.*\btotal\b|^\W*total", record.text(column), re.IGNORECASE)
            for column in places.values()
        ):
            continue
        written = {part: record.text(column).strip() for part, column in places.items()}
        if not any(written.values()):
            continue
        for part in _missing(written):
            if part in last:
                written[part] = last[part]
                sentence = CARRIED.format(part=part, text=last[part])
                section.layout.sheet.marks.append(Mark(record.number, first, "carried-down", sentence))
        last |= {part: text for part, text in written.items() if text}
        for column in places.values():
            _put(record, column, "")
        _put(record, first, _together([text for text in written.values() if text]))
    heading = " / ".join(section.headings[column] for column in places.values())
    for column in places.values():
        section.headings[column] = ""
    section.headings[first] = heading


def _missing(written: Mapping[str, str]) -> list[str]:
    """The parts that a row leaves to the row above: what is longer than the shortest part that it has."""
    parts = list(written)
    shortest = next(place for place, part in enumerate(parts) if written[part])
    known = "".join(written.values())
    return [part for part in parts[shortest + 1 :] if not written[part] and not HAS_YEAR.search(known)]


def _together(texts: list[str]) -> str:
    """ "4", "3", "2017" with strokes between; "4", "March", "2017" with spaces."""
    plain = [re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text) for text in texts]
    numbers = len(texts) > 1 and all(
        re.search(r"[\d?]\W*$", text) and not re.search(r"[^\W\d]", text) for text in plain
    )
    texts = plain if numbers else texts
    return ("/" if numbers else " ").join(texts)


def _put(record: Record, column: int, text: str) -> None:
    record.texts += [""] * (column + 1 - len(record.texts))
    record.values += [None] * (column + 1 - len(record.values))
    record.texts[column], record.values[column] = text, text or None
    record.full = [place for place, found in enumerate(record.texts) if found]
