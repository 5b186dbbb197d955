"""Records that are printed as blocks: "Date: 12/03/2019", "Time: 10:15", "Contact: …", one block below the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from agencies.chronology import passed
from agencies.chronology.grid import Sheet
from agencies.chronology.headings import meaning, normal
from agencies.chronology.layout import Layout, Record
from agencies.chronology.shapes import Skipped
from agencies.chronology.tables import Section

LABELLED = re.compile(r"^\W*(?P<label>[^\W\d][^:\t\n]{1,48}?)(?:\s*(?::|\t)\s*|\s+[-–—]\s+)(?P<words>.*)$", re.DOTALL)


DAYS = ("date", "weekday")


def is_form(fields: Sequence[str]) -> bool:
    """Whether the fields that labels name are those of an entry: its day and what happened, or its day and two more."""
    return bool(set(DAYS) & set(fields)) and ("event" in fields or len(set(fields)) > 2)


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks as a table, a label for each heading; `skipped` says where every other line went."""

    section: Section
    skipped: list[Skipped]


def blocks(lines: list[tuple[int, str]], sheet: Sheet) -> Blocks | None:
    """The table that a text's labels make; None where no labels come again and again with a date and an event among them."""
    found = {number: match for number, text in lines if (match := LABELLED.match(text))}
    counted = Counter(normal(match["label"]) for match in found.values())
    known = {name for name, times in counted.items() if times > 1 and meaning(name)[1] >= 0.6}
    if not is_form([meaning(name)[0] for name in known]):
        return None
    labels = [name for name in dict.fromkeys(normal(match["label"]) for match in found.values()) if counted[name] > 1]
    first = _beginning(labels, known, counted)
    records: list[Record] = []
    skipped: list[Skipped] = []
    last = 0
    for number, text in lines:
        name = normal(found[number]["label"]) if number in found else ""
        if name == first:
            records.append(Record(number, [""] * len(labels), [None] * len(labels)))
        elif (passed.PAGE_END.match(text) or passed.RULE.match(text)) and name not in labels:
            reason = "footer" if passed.PAGE_END.match(text) else "separator"
            skipped.append(Skipped(sheet.name, number, text, reason))
            continue
        elif records:
            skipped.append(Skipped(sheet.name, number, text, f"part of the entry at line {records[-1].number}"))
        else:
            skipped.append(Skipped(sheet.name, number, text, "title"))
            continue
        last = labels.index(name) if name in labels else last
        words = found[number]["words"] if name in labels else text
        records[-1].add(last, words, " " if sheet.wrapped else "\n")
    for record in records:
        record.values = [cell or None for cell in record.texts]
    headings = {normal(match["label"]): match["label"].strip() for match in found.values()}
    layout = Layout(sheet, records)
    return Blocks(Section(layout, [], [headings[name] for name in labels], body=records), skipped)


def _beginning(labels: list[str], known: set[str], counted: Counter[str]) -> str:
    """The label that begins a block: the first one that comes as often as the date does."""
    often = max(counted[name] for name in known if meaning(name)[0] in DAYS)
    return next(name for name in labels if counted[name] >= often)
