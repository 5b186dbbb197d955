"""Finds the tables of a sheet: where each has its headings, where it ends, and whether it is a chronology."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import zip_longest

from agencies.chronology.heading_rows import (
    DIGITS,
    SENTENCE,
    could_be_heading,
    dates_of,
    goes_down,
    is_tail,
    is_under,
    joined_rows,
    labelled,
    may_continue,
    score,
)
from agencies.chronology.headings import meaning, normal
from agencies.chronology.layout import DATED, MONTH, UNDATED, Layout, Record, is_dated

HINT = re.compile(
    r"dat[ea]|dyddiad|time|amser|when|pryd|start|from|period|happen|occur|month|mis|event|digwydd|recorded|abbrev|acronym|term|meaning|version|talfyr|created|day|from|quarter|week|fortnight|chwarter|wythnos|posted|\bdt\b|receiv|attend|seen|visit|appoint|contact|call|held|committed|arriv|admi[ts]|session|cyswllt",
    re.IGNORECASE,
)
MONTH_ALONE = re.compile(rf"^\W*(?:\d{{1,2}}\w{{0,2}} )?{MONTH}\W*$", re.IGNORECASE)


@dataclass(slots=True)
class Section:
    """One table of a sheet: its heading rows, a heading for every column, and the records below them; `joined` are
    records whose words went to that of another number, `rivals` the columns that could be the date of the event as well."""

    layout: Layout
    header: list[Record]
    headings: list[str]
    body: list[Record] = field(default_factory=list)
    above: list[Record] = field(default_factory=list)
    repeats: set[int] = field(default_factory=set)
    words: frozenset[str] = frozenset()
    joined: list[tuple[Record, int]] = field(default_factory=list)
    rivals: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.words = frozenset(text for row in self.header for text in row.texts if text)


def sections(layout: Layout, mapping: Mapping[str, str]) -> list[Section]:
    """The tables of one sheet in their order; the first may have no headings at all. Every record is in one of them:
    as a heading, above the headings, or in the body."""
    found: list[Section] = []
    waiting: list[Record] = []
    rows, place = layout.rows, 0
    wanted = {normal(heading) for heading in mapping if not heading.isdigit()}
    while place < len(rows):
        current = found[-1] if found else None
        if current and _repeats(rows[place], current):
            current.body.append(rows[place])
            current.repeats.add(rows[place].number)
            place += 1
            continue
        headings, height = _header_at(layout, place, wanted)
        if height:
            found.append(Section(layout, rows[place : place + height], headings, above=waiting))
            waiting = []
        else:
            height = 1
            (current.body if current else waiting).append(rows[place])
        place += height
    return found or [_unnamed(layout)]


def _unnamed(layout: Layout) -> Section:
    """A table whose headings say nothing known, or that has none: it begins with the first record that has a date."""
    rows = layout.rows
    dated = [place for place, row in enumerate(rows) if len(row.full) > 1 and dates_of(row)]
    first = next((place for place in dated if _dates_go_on(rows, place)), dated[0] if dated else 0)
    above = rows[first - 1] if first else None
    told = above is not None and any(SENTENCE.search(text) for text in above.texts)
    if above and not told and could_be_heading(above) and set(dates_of(rows[first])) & set(above.full):
        return Section(layout, [above], list(above.texts), body=rows[first:], above=rows[: first - 1])
    return Section(layout, [], [], body=rows[first:], above=rows[:first])


def _dates_go_on(rows: list[Record], place: int) -> bool:
    """Whether dates stand in one column of a record and of one that follows soon: a line of particulars has them once."""
    columns = set(dates_of(rows[place]))
    return not labelled(rows[place]) and any(columns & set(dates_of(row)) for row in rows[place + 1 : place + 3])


def _repeats(row: Record, section: Section) -> bool:
    """Whether a record is one of the section's heading rows over again."""
    if not any(text in section.words for text in row.texts if text):
        return False
    texts = {column: normal(text) for column, text in enumerate(row.texts) if text}
    for header in section.header:
        known = {column: normal(text) for column, text in enumerate(header.texts) if text}
        same = sum(known.get(column) == text for column, text in texts.items())
        if len(known) > 1 and len(texts) > 1 and same >= 0.6 * max(len(known), len(texts)):
            return True
    return False


def _header_at(layout: Layout, place: int, wanted: set[str]) -> tuple[list[str], int]:
    """The headings that begin at one record and how many records they take; ([], 0) where none begin."""
    row = layout.rows[place]
    if not _worth_looking(row) and not (wanted and _asked_for(row, wanted)):
        return (list(row.texts), 1) if _new_names(layout, place) else _grouped(layout, place)
    single = score(row.texts)
    if _asked_for(row, wanted):
        single = max(single, len(row.full))
    following = layout.rows[place + 1] if place + 1 < len(layout.rows) else None
    if following and may_continue(following):
        joined = joined_rows(layout, row, following)
        below = score(following.texts)
        if score(joined) >= max(single, 2) and goes_down(layout, place, row, following):
            return _with_third(layout, place, joined)
        if (
            single
            and below
            and below >= score(joined)
            and len(following.full) == len({normal(following.texts[c]) for c in following.full})
        ):
            return [low or high for low, high in zip_longest(following.texts, row.texts, fillvalue="")], 2
        tail = not below and (is_tail(following) or is_under(layout, row, following))
        if score(joined) > max(single, below) or (single and tail):
            return _with_third(layout, place, joined)
    if single:
        return list(row.texts), 1
    return (list(row.texts), 1) if _one_known(layout, place) else ([], 0)


def _new_names(layout: Layout, place: int) -> bool:
    """Short words in three columns or more below a gap, half of them known, and dates under one of them at once: the
    headings of a further table, whatever it calls the rest of its columns."""
    row = layout.rows[place]
    before = layout.rows[place - 1] if place else None
    after = layout.rows[place + 1] if place + 1 < len(layout.rows) else None
    gap = before is not None and (row.number - before.number > 1 or len(before.full) == 1)
    if not gap or after is None or len(row.full) < 3:
        return False
    short = all(len(row.texts[column]) < 40 and not row.texts[column].endswith(".") for column in row.full)
    if labelled(row) or labelled(after):
        return False
    if not short or not could_be_heading(row):
        return False
    known = sum(meaning(row.texts[column])[1] >= 0.6 for column in row.full)
    named = known > 1 and 2 * known >= len(row.full) and not any(MONTH_ALONE.match(text) for text in row.texts)
    return named and bool(set(dates_of(after)) & set(row.full)) and len(after.full) > 1


def _grouped(layout: Layout, place: int) -> tuple[list[str], int]:
    """Headings that only tell apart the same words below them: "Attendance", "Discharge" over "Date", "Time", "Date", "Time"."""
    row = layout.rows[place]
    following = layout.rows[place + 1] if place + 1 < len(layout.rows) else None
    if following is None or len(row.full) >= len(following.full) or not _worth_looking(following):
        return [], 0
    below = [normal(following.texts[column]) for column in following.full]
    told = any(":" in text or DIGITS.search(text) or DATED.match(text) for text in row.texts)
    if len(set(below)) == len(below) or told:
        return [], 0
    joined = joined_rows(layout, row, following)
    told_apart = len({normal(heading) for heading in joined if heading}) > len(set(below))
    if told_apart and score(joined) >= max(2, score(following.texts)):
        return _with_third(layout, place, joined)
    return [], 0


def _with_third(layout: Layout, place: int, joined: list[str]) -> tuple[list[str], int]:
    """A row of "dd/mm/yyyy" or "(1) (2) (3)" below two rows of headings belongs to them."""
    third = layout.rows[place + 2] if place + 2 < len(layout.rows) else None
    return joined, 3 if third and may_continue(third) and is_tail(third) else 2


def _worth_looking(row: Record) -> bool:
    """Cheap, because it is asked of every record of a long table."""
    if len(row.full) < 2 or not all(isinstance(row.values[column], str) for column in row.full):
        return False
    first = row.texts[row.full[0]]
    if first[0].isdigit() and DIGITS.search(first):
        return False
    if any((text[-1] == "." and SENTENCE.search(text)) or UNDATED.match(text) for text in row.texts if text):
        return False
    return any(len(text) < 90 and HINT.search(text) for text in row.texts if text) and could_be_heading(row)


def _asked_for(row: Record, wanted: set[str]) -> bool:
    """Whether a row holds the headings that a person mapped."""
    found = sum(normal(text) in wanted for text in row.texts if text)
    return found > 0 and 2 * found >= min(len(wanted), len(row.full)) and could_be_heading(row)


def _one_known(layout: Layout, place: int) -> bool:
    """One heading that says "Date", nothing else known, and dates under it in the records that follow."""
    row = layout.rows[place]
    for column in row.full:
        if meaning(row.texts[column])[0] in ("date", "recorded_date") and meaning(row.texts[column])[1] >= 0.9:
            below = layout.rows[place + 1 : place + 4]
            return any(is_dated(next_row.value(column), next_row.text(column)) for next_row in below)
    return False
