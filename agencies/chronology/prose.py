"""Chronologies without a table: paragraphs that each begin with a date, or blocks of labels and what they say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from datetime import date

from agencies.chronology import events, labelled, passed
from agencies.chronology.columns import propose
from agencies.chronology.dating import A_YEAR, Dating
from agencies.chronology.entries import EntryMaker
from agencies.chronology.grid import Sheet, text_of
from agencies.chronology.layout import Layout, Record
from agencies.chronology.rows import TableReader
from agencies.chronology.shapes import Parsed, ProposedColumn, Skipped, Table
from agencies.chronology.tables import Section

FEWEST = 2
COLUMNS = [ProposedColumn(0, "", "date", 0.5), ProposedColumn(1, "", "event", 0.5)]
TIMED = [*COLUMNS, ProposedColumn(2, "", "time", 0.5)]
Line = tuple[int, str]
TITLE = re.compile(r"[A-Z][\w’'&/-]*(?: (?=.*\b[a-z])[\w’'&/-]+){0,6}")  # "Jane Smith" is who signed


def take(sheet: Sheet, dating: Dating, born: date | None, parsed: Parsed) -> None:
    """Read blocks of labels, or dated paragraphs where they are plainly a list, as entries; what follows one belongs to
    it. Adds to `parsed`; leaves it as it is where the text is neither."""
    lines = [(number, text_of(row[0])) for number, row in enumerate(sheet.rows, 1) if row and text_of(row[0])]
    if blocks := labelled.blocks(lines, sheet):
        columns = propose(blocks.section, {})
        reader = TableReader(EntryMaker(blocks.section, columns, dating, born))
        _finish(reader, columns, blocks.skipped, "each block of labels was read as one entry", parsed)
        return
    dated = _dated(lines)
    timed = _timed(lines, dated)
    # Days that stand alone on their lines are headings, however much is told below each.
    headed = sum(not words for _, words in dated.values())
    share = 40 if headed >= FEWEST and 2 * headed >= len(dated) else 4
    if len(dated) < FEWEST or share * (len(dated) + len(timed)) < len(lines):
        return
    records, skipped = _records(lines, dated, timed, sheet)
    section = Section(Layout(sheet, records), [], [], body=records)
    columns = TIMED if timed else COLUMNS
    reader = TableReader(EntryMaker(section, columns, dating, born))
    _finish(reader, columns, skipped, "paragraphs that begin with a date were read as entries", parsed)


def _dated(lines: list[Line]) -> dict[int, tuple[str, str]]:
    """Line → the day that it begins with and the words after it. Months and weeks without a year count as well, and days
    below a line that is only a year, or a month. A time that begins the first of several events of a line stays with its words."""
    found: dict[int, tuple[str, str]] = {}
    year = month = False
    for place, (number, text) in enumerate(lines):
        if passed.banner(text):
            year = bool(A_YEAR.search(text))
            month = place + 1 < len(lines) and bool(events.of_a_month(lines[place + 1][1]))
            if month:
                continue
        year = year and not passed.NO_YEAR.search(text)
        dated = events.leading_date(text) or (events.without_year(text) if year else None) or events.of_a_year(text)
        if dated := dated or (events.of_a_month(text) if month else None):
            found[number] = _with_second(*events.with_first_time(*dated))
    return found


def _headings(lines: list[Line], dated: Collection[int]) -> set[int]:
    """The lines that head what stands below them and belong to no entry: one or a few words without a stop between two
    entries, where the first entry has such a line above it too; and one that leads up to the next entry with a colon."""
    first = min(dated, default=0)
    said = Counter(text for _, text in lines)
    titles = set()
    for place, (number, text) in enumerate(lines[:-1]):
        ended = number < first or lines[place - 1][1].endswith((".", "!", "?", "”", '"'))
        between = lines[place + 1][0] in dated and number not in dated
        if ended and between and said[text] == 1 and (TITLE.fullmatch(text) or text.endswith(":")):
            titles.add(number)
    headed = any(number < first for number in titles)
    return {number for number, text in lines if number in titles and (headed or text.endswith(":"))}


def _with_second(day: str, words: str) -> tuple[str, str]:
    """Where a second date follows the first at once, which of them holds is not for a program to say: both stay together."""
    second = events.leading_date(words) if words[:1].isdigit() else None
    return (f"{day} {second[0]}", second[1]) if second and len(second[1]) > len(second[0]) else (day, words)


def _timed(lines: list[Line], dated: dict[int, tuple[str, str]]) -> dict[int, tuple[str, str, str]]:
    """Line → day, time and words, where a day stands alone on its line and those below begin with a time of it."""
    found: dict[int, tuple[str, str, str]] = {}
    day, fresh = "", False
    for number, text in lines:
        if number in dated:
            day, fresh = (dated[number][0], True) if not dated[number][1] else ("", False)
        elif day:
            at = events.leading_time(text)
            if at:
                found[number] = (day, *at)
            elif fresh:  # the day's first line tells without a time: it is the day's one entry
                day = ""
            fresh = False
    return found


def _records(
    lines: list[Line], dated: dict[int, tuple[str, str]], timed: dict[int, tuple[str, str, str]], sheet: Sheet
) -> tuple[list[Record], list[Skipped]]:
    records: list[Record] = []
    skipped: list[Skipped] = []
    days = {day for day, _, _ in timed.values()}
    entry: Record | None = None
    titles = _headings(lines, {*dated, *timed})
    for number, text in lines:
        reason = passed.of_line(text) or ("banner" if passed.banner(text) else "")
        if number in timed:
            day, clock, words = timed[number]
            entry = Record(number, [day, words, clock], [day, words, clock])
            records.append(entry)
        elif number in dated and not dated[number][1] and dated[number][0] in days:
            skipped.append(Skipped(sheet.name, number, text, "banner"))
        elif number in dated:
            entry = Record(number, [*dated[number]], [*dated[number]])
            records.append(entry)
        elif reason == "banner" or number in titles:
            records.append(Record(number, [text], [text]))
            entry = None if number in titles else entry
        elif reason or entry is None:
            skipped.append(Skipped(sheet.name, number, text, reason or "title"))
        else:
            entry.add(1, text, " " if sheet.wrapped else "\n")
            skipped.append(Skipped(sheet.name, number, text, f"part of the entry at line {entry.number}"))
    return records, skipped


def _finish(
    reader: TableReader, columns: list[ProposedColumn], skipped: list[Skipped], how: str, parsed: Parsed
) -> None:
    reader.read()
    name = reader.section.layout.sheet.name
    parsed.tables.append(Table(name, None, columns, [f"There is no table: {how}. Check them."]))
    parsed.rows += reader.rows
    parsed.skipped += [*reader.skipped, *skipped]


def pass_over(sheet: Sheet, parsed: Parsed) -> None:
    """Account for the text outside the tables; say so where some of it looks like entries."""
    dated = 0
    for number, row in enumerate(sheet.rows, 1):
        text = text_of(row[0]) if row else ""
        if text:
            parsed.skipped.append(Skipped(sheet.name, number, text, "outside the tables"))
            leading = events.leading_date(text)
            dated += bool(leading and len(leading[1]) > 20)
    if dated:
        parsed.notices.append(
            f"{dated} paragraph(s) outside the tables begin with a date and were not read as entries: check whether they belong in a table."
        )
