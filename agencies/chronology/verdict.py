"""Whether a table is a chronology, and if not, what it is."""

from __future__ import annotations

import re
from collections.abc import Collection

from agencies.chronology.events import labelled_day
from agencies.chronology.headings import meaning
from agencies.chronology.labelled import is_form
from agencies.chronology.layout import Layout, is_dated
from agencies.chronology.passed import NUMBER_ONLY
from agencies.chronology.shapes import ProposedColumn
from agencies.chronology.tables import Section

NOT_ENTRIES = re.compile(
    r"\b(?:glossary|abbreviations?|acronyms?|geirfa|key|legend)\b|\b(?:cover|front page|title page|guidance|instructions?|read ?me|how to|lists?|look ?ups?|drop ?downs?|version|document control|contents|index|summary sheet|validation)\b",
    re.IGNORECASE,
)
GLOSSARY = re.compile(r"glossary|abbrev|acronym|geirfa|key|legend", re.IGNORECASE)


def reason_against(section: Section, columns: list[ProposedColumn], asked: Collection[int] = ()) -> str:
    """Why a table is no chronology: "glossary", "document control", "no dates" …; "" where it is one, or where a
    person has said (`asked`: places of columns that were mapped) what its date and its event are."""
    fields = {column.field for column in columns}
    if {"date", "event"} <= {column.field for column in columns if column.index in asked}:
        return ""
    headed = {meaning(heading)[0] for heading in section.headings if heading}
    sheet_name = section.layout.sheet.name or ""
    if headed & {"meaning", "term"} and not {"date", "event"} <= headed:
        return "glossary"
    told = any(meaning(heading)[0] == "event" and meaning(heading)[1] >= 0.9 for heading in section.headings if heading)
    if headed & {"version", "other"} and not told:
        return "document control" if "version" in headed else "not a chronology"
    if NOT_ENTRIES.search(sheet_name) and not {"date", "event"} <= (headed if section.headings else fields):
        return "glossary" if GLOSSARY.search(sheet_name) else "not a chronology"
    if "event" not in fields or _only_numbers(section, columns):
        return "not a chronology"
    if "date" in fields:
        return "" if section.headings or _dated_throughout(section, columns) else "not a chronology"
    return "" if "time" in fields and (_has_day_banners(section) or day_above(section)) else "no dates"


def day_above(section: Section) -> str:
    """The one day that is given above the headings for all of a table: "Date: 04/03/2019"; "" where there is none."""
    found = set()
    for record in section.above:
        cells = [record.texts[column] for column in record.full]
        if len(cells) == 2 and meaning(cells[0])[0] == "date" and is_dated(record.values[record.full[1]], cells[1]):
            found.add(cells[1])
        elif len(cells) == 1 and labelled_day(cells[0]) != cells[0] and is_dated("", labelled_day(cells[0])):
            found.add(labelled_day(cells[0]))
    return found.pop() if len(found) == 1 else ""


def _only_numbers(section: Section, columns: list[ProposedColumn]) -> bool:
    """Whether the column of events holds counts: a number in every cell tells of nothing."""
    column = next(found.index for found in columns if found.field == "event")
    cells = [record.text(column) for record in section.body[:60] if len(record.full) > 1 and record.text(column)]
    return len(cells) > 1 and all(NUMBER_ONLY.match(cell) for cell in cells)


def _dated_throughout(section: Section, columns: list[ProposedColumn]) -> bool:
    """A table without headings counts where its first column of dates is filled with them, twice at least."""
    column = next(found.index for found in columns if found.field == "date")
    dated = sum(is_dated(record.value(column), record.text(column)) for record in section.body)
    return dated >= 2 or (dated == 1 and len(section.body) == 1)


def _has_day_banners(section: Section) -> bool:
    single = [
        (record.values[record.full[0]], record.texts[record.full[0]])
        for record in section.body
        if len(record.full) == 1
    ]
    return any(is_dated(value, text) or is_dated("", labelled_day(text)) for value, text in single)


def across(layout: Layout) -> tuple[int, int] | None:
    """The records (first and last place) of a table that runs sideways: its headings in the first column, dates across."""
    places = [(place, _row_meaning(layout, place)) for place in range(min(len(layout.rows), 60))]
    named = [(place, name) for place, name in places if name]
    fields = {name for _, name in named}
    if not is_form(list(fields)):
        return None
    dates = next((place for place, name in named if name == "date"), None)
    dates = next(place for place, name in named if name == "weekday") if dates is None else dates
    first_column = layout.rows[dates].full[0]
    cells = [column for column in layout.rows[dates].full if column > first_column]
    row = layout.rows[dates]
    dated = sum(is_dated(row.values[column], row.texts[column]) for column in cells)
    if not cells or dated < 0.6 * len(cells):
        return None
    first, last = named[0][0], named[-1][0]
    while (
        last + 1 < len(layout.rows)
        and len(layout.rows[last + 1].full) > 2
        and layout.rows[last + 1].full[0] == first_column
    ):
        last += 1
    return first, last


def _row_meaning(layout: Layout, place: int) -> str:
    """What the first cell of a record would mean as a heading; "" where it is none."""
    row = layout.rows[place]
    if len(row.full) < 2 or row.full[0] > 1:
        return ""
    name, sure = meaning(row.texts[row.full[0]])
    return name if sure >= 0.6 else ""
