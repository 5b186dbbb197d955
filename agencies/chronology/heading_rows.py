"""What makes a record a row of headings, and headings out of two rows."""

from __future__ import annotations

import re

from agencies.chronology.headings import is_placeholder, meaning, normal
from agencies.chronology.layout import DATED, Layout, Record, is_dated

DATES = {"date", "end_date", "recorded_date", "other_date", "version", "term", "time", "meaning", "weekday"}
BRACKETED = re.compile(r"\([^)]*\)|\[[^\]]*\]")
DIGITS = re.compile(r"\d{1,4}\s?[/.\-:]\s?\d{1,2}|\d{4}")
LONGEST_HEADING = 200
SENTENCE = re.compile(r"^(?!(?:\S+ ){1,5}(?:nos?|refs?|tel|hrs|mins?|dept|org|approx)\.$)\S+(?: \S+){3,}(?<!etc)\.$")
LABEL = re.compile(r"^[^\W\d][^:]{1,40}:$")
NUMBERED = re.compile(r"^\W*(?:\d{1,2}|[a-k])\W*$", re.IGNORECASE)


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


def dates_of(row: Record) -> list[int]:
    return [column for column in row.full if is_dated(row.values[column], row.texts[column])]


def labelled(row: Record) -> bool:
    """Whether a record is one of labels and what they say: "Family ref:", "EH-2291", "Opened:", "03/09/2018"."""
    return any(LABEL.match(row.texts[column]) for column in row.full)


def may_continue(row: Record) -> bool:
    """Whether a record can be the second row of headings."""
    for column in row.full:
        text, value = row.texts[column], row.values[column]
        if (is_dated(value, text) and not is_placeholder(text)) or len(text) > LONGEST_HEADING:
            return False
        if not isinstance(value, str) and not NUMBERED.match(text):
            return False
    return True


def is_tail(row: Record) -> bool:
    """A row below the headings that only says how they are filled in: "(dd/mm/yyyy)", "(who was there)", "1 2 3"."""
    texts = [row.texts[column] for column in row.full]
    bracketed = [is_placeholder(text) or (text[0] in "([" and text[-1] in ")]") for text in texts]
    numbered = len(texts) > 2 and all(NUMBERED.match(text) for text in texts)
    return all(bracketed) or numbered


def goes_down(layout: Layout, place: int, upper: Record, lower: Record) -> bool:
    """Whether headings were broken over two rows: the lower one goes on in small letters, and dates begin below it."""
    after = layout.rows[place + 2] if place + 2 < len(layout.rows) else None
    texts = [lower.texts[column] for column in lower.full]
    small = sum(text[0].islower() or text[0] in "(/&" for text in texts)
    if after is None or 2 * small < len(texts) or any(len(text) > 30 for text in texts) or not could_be_heading(upper):
        return False
    return bool(dates_of(after)) and not dates_of(lower) and not any(text.endswith(".") for text in texts)


def is_under(layout: Layout, upper: Record, lower: Record) -> bool:
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


def joined_rows(layout: Layout, upper: Record, lower: Record) -> list[str]:
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
