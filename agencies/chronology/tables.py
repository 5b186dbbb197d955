"""Finds the tables of a sheet: where each has its headings, where it ends, and whether it is a chronology."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import zip_longest

from agencies.chronology.headings import is_placeholder, meaning, normal
from agencies.chronology.layout import DATED, MONTH, UNDATED, Layout, Record, is_dated

DATES = {"date", "end_date", "recorded_date", "other_date", "version", "term", "time", "meaning", "weekday"}
CORE = {"date", "end_date", "time", "end_time", "source", "event", "action", "recorded_date"}
HINT = re.compile(
    r"dat[ea]|dyddiad|time|amser|when|pryd|start|from|period|happen|occur|month|mis|event|digwydd|recorded|abbrev|acronym|term|meaning|version|talfyr|created|day|from|quarter|week|fortnight|chwarter|wythnos|posted|\bdt\b|receiv|attend|seen|visit|appoint|contact|call|held|committed|arriv|admi[ts]|session|cyswllt",
    re.IGNORECASE,
)
DIGITS = re.compile(r"\d{1,4}\s?[/.\-:]\s?\d{1,2}|\d{4}")
BRACKETED = re.compile(r"\([^)]*\)|\[[^\]]*\]")
MONTH_ALONE = re.compile(rf"^\W*(?:\d{{1,2}}\w{{0,2}} )?{MONTH}\W*$", re.IGNORECASE)
LONGEST_HEADING = 200
SENTENCE = re.compile(r"^\S+(?: \S+){3,}(?<!etc)\.$")
LABEL = re.compile(r"^[^\W\d][^:]{1,40}:$")
NUMBERED = re.compile(r"^\W*(?:\d{1,2}|[a-k])\W*$", re.IGNORECASE)


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
    dated = [place for place, row in enumerate(rows) if len(row.full) > 1 and _dates(row)]
    first = next((place for place in dated if _dates_go_on(rows, place)), dated[0] if dated else 0)
    above = rows[first - 1] if first else None
    if above and could_be_heading(above) and set(_dates(rows[first])) & set(above.full):
        return Section(layout, [above], list(above.texts), body=rows[first:], above=rows[: first - 1])
    return Section(layout, [], [], body=rows[first:], above=rows[:first])


def _dates_go_on(rows: list[Record], place: int) -> bool:
    """Whether dates stand in one column of a record and of one that follows soon: a line of particulars has them once."""
    columns = set(_dates(rows[place]))
    return not labelled(rows[place]) and any(columns & set(_dates(row)) for row in rows[place + 1 : place + 3])


def _dates(row: Record) -> list[int]:
    return [column for column in row.full if is_dated(row.values[column], row.texts[column])]


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


def could_be_heading(row: Record) -> bool:
    """Short words in two columns or more, and neither a date nor a number among them."""
    full = [(row.texts[column], row.values[column]) for column in row.full]
    if len(full) < 2:
        return False
    for text, value in full:
        if not isinstance(value, str) or len(text) > LONGEST_HEADING:
            return False
        if DIGITS.search(BRACKETED.sub(" ", text)):
            return False
        if DATED.match(text):
            return False
    return True


def score(headings: list[str]) -> int:
    """How many different fields a row of headings names; 0 where they are no headings of a table of events."""
    meanings = [meaning(heading) for heading in headings if heading]
    known = [name for name, confidence in meanings if confidence >= 0.6]
    if len(known) < 2 or 2 * len(known) < len(meanings):
        return 0
    if not DATES & set(known):
        return 0
    return len(set(known))


def _header_at(layout: Layout, place: int, wanted: set[str]) -> tuple[list[str], int]:
    """The headings that begin at one record and how many records they take; ([], 0) where none begin."""
    row = layout.rows[place]
    if not _worth_looking(row) and not (wanted and _asked_for(row, wanted)):
        return (list(row.texts), 1) if _new_names(layout, place) else _grouped(layout, place)
    single = score(row.texts)
    if _asked_for(row, wanted):
        single = max(single, len(row.full))
    following = layout.rows[place + 1] if place + 1 < len(layout.rows) else None
    if following and _may_continue(following):
        joined = _joined(layout, row, following)
        below = score(following.texts)
        if score(joined) >= max(single, 2) and _goes_down(layout, place, row, following):
            return _with_third(layout, place, joined)
        if (
            single
            and below
            and below >= score(joined)
            and len(following.full) == len({normal(following.texts[c]) for c in following.full})
        ):
            return [low or high for low, high in zip_longest(following.texts, row.texts, fillvalue="")], 2
        tail = not below and (_is_tail(following) or _is_under(layout, row, following))
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
    short = all(len(row.texts[column]) < 40 and not row.texts[column].endswith(".") for column in row.full)
    if labelled(row) or (after is not None and labelled(after)):
        return False
    if not gap or after is None or len(row.full) < 3 or not short or not could_be_heading(row):
        return False
    known = sum(meaning(row.texts[column])[1] >= 0.6 for column in row.full)
    named = known > 1 and 2 * known >= len(row.full) and not any(MONTH_ALONE.match(text) for text in row.texts)
    return named and bool(set(_dates(after)) & set(row.full)) and len(after.full) > 1


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
    joined = _joined(layout, row, following)
    told_apart = len({normal(heading) for heading in joined if heading}) > len(set(below))
    if told_apart and score(joined) >= max(2, score(following.texts)):
        return _with_third(layout, place, joined)
    return [], 0


def _with_third(layout: Layout, place: int, joined: list[str]) -> tuple[list[str], int]:
    """A row of "dd/mm/yyyy" or "(1) (2) (3)" below two rows of headings belongs to them."""
    third = layout.rows[place + 2] if place + 2 < len(layout.rows) else None
    return joined, 3 if third and _may_continue(third) and _is_tail(third) else 2


def _worth_looking(row: Record) -> bool:
    """Cheap, because it is asked of every record of a long table."""
    if len(row.full) < 2 or not all(isinstance(row.values[column], str) for column in row.full):
        return False
    if any(SENTENCE.search(text) or UNDATED.match(text) for text in row.texts if text):
        return False
    first = row.texts[row.full[0]]
    if first[0].isdigit() and DIGITS.search(first):
        return False
    return any(len(text) < 90 and HINT.search(text) for text in row.texts if text) and could_be_heading(row)


def _asked_for(row: Record, wanted: set[str]) -> bool:
    """Whether a row holds the headings that a person mapped."""
    found = sum(normal(text) in wanted for text in row.texts if text)
    return found > 0 and 2 * found >= min(len(wanted), len(row.full)) and could_be_heading(row)


def _may_continue(row: Record) -> bool:
    """Whether a record can be the second row of headings."""
    for column in row.full:
        text, value = row.texts[column], row.values[column]
        if (is_dated(value, text) and not is_placeholder(text)) or len(text) > LONGEST_HEADING:
            return False
        if not isinstance(value, str) and not NUMBERED.match(text):
            return False
    return True


def _is_tail(row: Record) -> bool:
    """A row below the headings that only says how they are filled in: "(dd/mm/yyyy)", "(who was there)", "1 2 3"."""
    texts = [row.texts[column] for column in row.full]
    bracketed = [is_placeholder(text) or (text[0] in "([" and text[-1] in ")]") for text in texts]
    numbered = len(texts) > 2 and all(NUMBERED.match(text) for text in texts)
    return all(bracketed) or numbered


def labelled(row: Record) -> bool:
    """Whether a record is one of labels and what they say: "Family ref:", "EH-2291", "Opened:", "03/09/2018"."""
    return any(LABEL.match(row.texts[column]) for column in row.full)


def _goes_down(layout: Layout, place: int, upper: Record, lower: Record) -> bool:
    """Whether headings were broken over two rows: the lower one goes on in small letters, and dates begin below it."""
    after = layout.rows[place + 2] if place + 2 < len(layout.rows) else None
    texts = [lower.texts[column] for column in lower.full]
    small = sum(text[0].islower() or text[0] in "(/&" for text in texts)
    if after is None or 2 * small < len(texts) or any(len(text) > 30 for text in texts) or not could_be_heading(upper):
        return False
    return bool(_dates(after)) and not _dates(lower) and not any(text.endswith(".") for text in texts)


def _is_under(layout: Layout, upper: Record, lower: Record) -> bool:
    """Whether a row only names the parts of headings above it that reach over several columns: "Times" over "Call", "Clear"."""
    spans, covered = layout.across.get(upper.number, {}), set()
    for column in upper.full:
        reach = spans.get(column, column)
        while not spans and reach + 1 < len(lower.texts) and not upper.text(reach + 1) and lower.text(reach + 1):
            reach += 1
        if reach > column:
            covered |= set(range(column, reach + 1))
    short = all(len(lower.texts[column]) < 30 and not SENTENCE.search(lower.texts[column]) for column in lower.full)
    return len(lower.full) > 1 and short and set(lower.full) <= covered and could_be_heading(lower)


def _joined(layout: Layout, upper: Record, lower: Record) -> list[str]:
    """One heading for each column out of two rows; a heading that is merged across stands above all it covers."""
    width = max(len(upper.texts), len(lower.texts))
    spans = layout.across.get(upper.number, {})
    joined, group, reach = [], "", -1
    for column in range(width):
        above, below = upper.text(column), lower.text(column)
        if above:
            group, reach = above, spans.get(column, -1)
        over = group if above or (below and (column <= reach or not spans)) else ""
        joined.append(_heading(over, below, sure=bool(above) or column <= reach))
    return joined


def _heading(above: str, below: str, *, sure: bool) -> str:
    if not above or not below or normal(above) == normal(below):
        return above or below
    if is_placeholder(below):
        return above
    if sure and below[0].islower():  # "Referral" over "made"
        return f"{above} {below}"
    both = f"{above} {below}"
    alone, together = meaning(below), meaning(both)
    dated = {"date", "time", "end_date", "end_time"}
    if together[1] >= 0.6 and (sure or alone[0] in dated or not alone[0]):
        return both if together[1] >= alone[1] - 0.15 or alone[0] in dated else below
    return below if alone[1] >= 0.6 or not sure else both if not meaning(above)[0] else above


def _one_known(layout: Layout, place: int) -> bool:
    """One heading that says "Date", nothing else known, and dates under it in the records that follow."""
    row = layout.rows[place]
    for column in row.full:
        if meaning(row.texts[column])[0] in ("date", "recorded_date") and meaning(row.texts[column])[1] >= 0.9:
            below = layout.rows[place + 1 : place + 4]
            return any(is_dated(next_row.value(column), next_row.text(column)) for next_row in below)
    return False
