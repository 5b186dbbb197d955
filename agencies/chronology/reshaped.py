"""Tables whose columns are not fields: a column for each shift or agency, a day and its words in one cell, labels beside
what they say. Each is laid out anew with one event to a record before its columns are told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta

from agencies.chronology import events, passed
from agencies.chronology.contents import contents_of
from agencies.chronology.dating import Dating, weekday
from agencies.chronology.grid import Mark, Sheet, Value, text_of
from agencies.chronology.headings import meaning, normal
from agencies.chronology.labelled import is_form
from agencies.chronology.layout import DATED, Layout, Record, is_dated, lay_out
from agencies.chronology.tables import Section

SHIFT = re.compile(
    r"(?:early|late|long day|nights?|day|am|pm|a m|p m|mornings?|afternoons?|evenings?|twilight|waking nights?|sleep ?in|overnight|breakfast|lunch(?: ?time)?|tea(?: ?time)?|bed ?time|bore|prynhawn|nos)"
    r"(?: (?:shift|staff|notes?|report|call|visit|entry|record))?(?: \(?\d.*)?"
)
AGENCY = re.compile(
    r"(?:.* )?(?:police|health|gp|school|nursery|education|housing|social (?:care|work|services)|children s (?:services|social care)|childrens (?:services|social care)|adult(?: social)? care|adult services|hospital|ambulance|probation|camhs|mental health|midwifery|maternity|health visit(?:or|ing)|cafcass|yot|yjs|youth justice|fire(?: service| and rescue)?|voluntary sector|community|acute)(?: (?:trust|service|services|team|involvement|contact|entries|events?|records?))?"
)
WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?|dydd (?:llun|mawrth|mercher|iau|gwener|sadwrn|sul)")  # fmt: skip
OF_WEEK = re.compile(r"\b(?:week|w/?c|wc|commencing|beginning|wythnos)\b")
TOLD = 12  # letters at least that a cell of words has, as a rule
LABEL = re.compile(r"^\W*(?P<label>[^\W\d][^:\n]{1,48}?)\s*:\s*(?P<words>\S.*)$", re.DOTALL)
LONGEST_LABEL = 50
RECKONED = "The day was reckoned from the week and the heading of the column: check that it holds."


def part_columns(section: Section, asked: Mapping[str, str]) -> None:
    """A table with a column for each shift, or each agency, gets a record for each of their cells. Leaves the table as
    it is where another column tells what happened, or where a person has said what one of these is."""
    names = [normal(heading) for heading in section.headings]
    told = [meaning(heading) for heading in section.headings]
    for pattern, title in ((SHIFT, "Shift"), (AGENCY, "Agency")):
        columns = [column for column, name in enumerate(names) if pattern.fullmatch(name)]
        columns = [column for column in columns if contents_of(_entries(section), column).length >= TOLD]
        chosen = any(str(column) in asked or names[column] in asked for column in columns)
        elsewhere = any(
            field == "event" and sure >= 0.65 and column not in columns for column, (field, sure) in enumerate(told)
        )
        if len(columns) > 1 and not chosen and not elsewhere:
            _melt(section, columns, title)
            return


def part_weeks(section: Section, asked: Mapping[str, str], dating: Dating) -> None:
    """A table with a week to each record and a column for each of its days: every cell becomes a record of its day, which
    is reckoned from the week and so is to be looked at."""
    names = [normal(heading) for heading in section.headings]
    days = {
        column: day
        for column, name in enumerate(names)
        if WEEKDAY.fullmatch(name) and (day := weekday(name)) is not None
    }
    weeks = [
        column
        for column, heading in enumerate(section.headings)
        if meaning(heading)[0] == "date" or OF_WEEK.search(normal(heading))
    ]
    if len(days) < 2 or len(weeks) != 1 or any(str(column) in asked or names[column] in asked for column in days):
        return
    starts = {
        record.number: dating.read(record.value(weeks[0]), record.text(weeks[0])).date_from
        for record in section.body
        if record.text(weeks[0])
    }
    known = {start.weekday() for start in starts.values() if start}
    if not known or ((len(known) > 1 or len(starts) < 2) and not OF_WEEK.search(names[weeks[0]])):
        return
    _melt(section, list(days), "Day")
    for record in section.body:
        start, column = starts.get(record.number), weeks[0]
        day = weekday(normal(record.text(len(record.texts) - 2))) if start and len(record.texts) > 2 else None
        if start and day is not None:
            record.values[column] = start + timedelta(days=(day - start.weekday()) % 7)
            record.texts[column] = text_of(record.values[column])
            section.layout.sheet.marks.append(Mark(record.number, column, "carried-down", RECKONED))


def _melt(section: Section, columns: list[int], title: str) -> None:
    width = max(len(section.headings), section.layout.width)
    body: list[Record] = []
    for record in section.body:
        full = [column for column in columns if record.text(column)]
        if len(record.full) < 2 or not full or record.number in section.repeats:
            body.append(record)
            continue
        shared = {column: record.value(column) for column in record.full if column not in columns}
        body += [
            _record(
                record.number, width + 2, {**shared, width: section.headings[column], width + 1: record.text(column)}
            )
            for column in full
        ]
    section.body = body
    section.headings = [*section.headings, *[""] * (width - len(section.headings)), title, "Event"]
    for column in columns:
        section.headings[column] = ""


def part_words(section: Section, asked: Mapping[str, str]) -> None:
    """Where one column holds the day and, behind it, what happened, the words get a column of their own; a cell with
    several such lines makes several records."""
    if asked:
        return
    found = [meaning(heading)[0] if meaning(heading)[1] >= 0.65 else "" for heading in section.headings]
    entries = _entries(section)
    for column, heading in enumerate(section.headings):
        others = [place for place in range(len(section.headings)) if place != column]
        if any(found[place] in ("event", "date") or contents_of(entries, place).dated > 0.5 for place in others):
            continue
        cells = [record.text(column) for record in entries if record.text(column)]
        if len(cells) > 1 and 5 * sum(_tells(cell) for cell in cells) >= 4 * len(cells):
            _part(section, column, _second_half(heading))
            return


def _entries(section: Section) -> list[Record]:
    return [record for record in section.body[:60] if record.number not in section.repeats and len(record.full) > 1]


def _tells(cell: str) -> bool:
    leading = events.leading_date(cell.split("\n")[0]) if cell[:1] and len(cell) > TOLD else None
    return bool(leading and (len(leading[1].split()) > 1 or "\n" in cell))


def _second_half(heading: str) -> str:
    """ "Date and event" without the date."""
    halves = [half for half in re.split(r"\s+(?:and|a)\s+|\s*[/&+,-]\s*", heading) if meaning(half)[0] != "date"]
    return halves[0].strip().capitalize() if halves and meaning(halves[0])[0] == "event" else "Event"


def _part(section: Section, column: int, heading: str) -> None:
    width = max(len(section.headings), section.layout.width)
    body: list[Record] = []
    for record in section.body:
        cell = record.text(column)
        if record.number in section.repeats or not _tells(cell):
            body.append(record)
            continue
        shared = {place: record.value(place) for place in record.full if place != column}
        body += [_record(record.number, width + 1, {**shared, column: day, width: words}) for day, words in _days(cell)]
    section.body = body
    section.headings = [*section.headings, *[""] * (width - len(section.headings)), heading]


def _days(cell: str) -> list[tuple[str, str]]:
    """The day and the words of each event in a cell."""
    pieces = events.pieces(cell)
    if len(pieces) > 1 and all(piece.date_text for piece in pieces):
        return [(piece.date_text, piece.text) for piece in pieces]
    first, *more = cell.split("\n")
    day, words = events.leading_date(first) or ("", first)
    return [(day, "\n".join(line for line in (words, *more) if line))]


def _record(number: int, width: int, cells: Mapping[int, Value]) -> Record:
    values = [cells.get(column) for column in range(width)]
    return Record(number, [text_of(value) for value in values], values)


def join_notes(section: Section) -> None:
    """Where each record of particulars is followed by one that holds the words, over the whole table, they become one."""
    if any(meaning(heading)[0] == "event" and meaning(heading)[1] >= 0.65 for heading in section.headings):
        return
    body: list[Record] = []
    notes: list[tuple[Record, Record, str]] = []
    for record in section.body:
        line = passed.alone(record, section.layout)
        if line and body and len(body[-1].full) > 1 and _is_telling(line[1]):
            notes.append((record, body[-1], line[1]))
        else:
            body.append(record)
    told = {whole.number for _, whole, _ in notes}
    if len(told) < 2 or 5 * len(told) < 4 * sum(len(record.full) > 1 for record in body):
        return
    width = max(len(section.headings), section.layout.width)
    for _, whole, text in notes:
        whole.add(width, text, "\n")
        whole.values += [None] * (width + 1 - len(whole.values))
        whole.values[width] = whole.texts[width]
    section.body, section.joined = body, [(record, whole.number) for record, whole, _ in notes]
    section.headings = [*section.headings, *[""] * (width - len(section.headings)), "Note"]


def _is_telling(text: str) -> bool:
    return len(text) >= TOLD and not DATED.match(text) and not passed.of_line(text) and not passed.banner(text)


def unfolded(layout: Layout) -> Layout | None:
    """A form with its labels in every other cell, or before a colon in each, as one label to a record; None where the
    table is none."""
    rows = [[label, value] for _, label, value in _labels(layout)]
    if len(rows) <= len(layout.rows):
        return None
    labels = [str(row[0]) for row in rows]
    known = [meaning(label)[0] for label in labels if meaning(label)[1] >= 0.6]
    if len(set(labels)) < len(labels) or 2 * len(known) < len(labels) or not is_form(known):
        return None
    sheet = layout.sheet
    return lay_out(Sheet(sheet.name, rows, epoch=sheet.epoch, wrapped=sheet.wrapped))


def labels_of(layout: Layout) -> list[tuple[int, str]]:
    """The lines "label: words" that a table of labels makes, each with the number of its record; [] where it is none."""
    return [(number, f"{label}: {text_of(value)}") for number, label, value in _labels(layout)]


def _labels(layout: Layout) -> list[tuple[int, str, Value]]:
    found: list[tuple[int, str, Value]] = []
    for record in layout.rows:
        pairs = _pairs(record)
        if pairs is None:
            return []
        found += [(record.number, str(label), value) for label, value in pairs]
    return found


def _pairs(record: Record) -> list[list[Value]] | None:
    """The labels of one record and what each says; None where it is no record of a form."""
    colons = [LABEL.match(record.texts[column]) for column in record.full]
    if all(colons):
        return [[found["label"], found["words"]] for found in colons if found]
    if len(record.full) == 2:
        labels, after = record.full[:1], record.full[1] - record.full[0]
    elif any(column % 2 and not record.text(column - 1) for column in record.full):
        return None
    else:
        labels, after = [column for column in record.full if column % 2 == 0], 1
    if any(len(record.texts[c]) > LONGEST_LABEL or is_dated(record.values[c], record.texts[c]) for c in labels):
        return None
    return [[record.texts[column].rstrip(" :"), record.value(column + after)] for column in labels]
