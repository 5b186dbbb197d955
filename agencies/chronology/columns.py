"""Proposes what each column of a table is, from its heading and from what stands under it."""

from __future__ import annotations

from collections.abc import Mapping

from agencies.chronology.column_pairs import settle_clocks
from agencies.chronology.contents import Contents, Fields, contents_of
from agencies.chronology.date_columns import reads_as_dates, settle_dates
from agencies.chronology.headings import CORE, FIELDS, meaning, normal
from agencies.chronology.layout import Record
from agencies.chronology.shapes import ProposedColumn
from agencies.chronology.tables import Section
from agencies.chronology.told_columns import settle_told
from agencies.chronology.told_sources import settle_referrer, settle_sources

SAMPLE = 300
MOSTLY = 0.6


def propose(section: Section, mapping: Mapping[str, str]) -> list[ProposedColumn]:
    """The columns of a table in their order, one at most for each core field; `mapping` (see `as_asked`) decides first."""
    sample = section.body if len(section.body) <= SAMPLE else section.body[:: len(section.body) // SAMPLE]
    sample = [record for record in sample if record.number not in section.repeats]
    sample = [record for record in sample if len(record.full) > 1] or sample
    width = max([len(section.headings), *(record.full[-1] + 1 for record in sample if record.full)], default=0)
    headings = [section.headings[column] if column < len(section.headings) else "" for column in range(width)]
    contents = [contents_of(sample, column) for column in range(width)]
    fields = {column: meaning(heading) for column, heading in enumerate(headings)}
    asked = {
        column: mapping[key]
        for column in range(width)
        for key in (str(column), normal(headings[column]))
        if key in mapping
    }
    for column, name in asked.items():
        fields[column] = (name if name in FIELDS else "", 1.0)
    _settle_from(fields, asked, headings, contents, sample)
    settle_sources(fields, asked, headings, contents, sample)
    section.rivals = settle_dates(fields, asked, headings, contents, sample)
    _settle_times(fields, asked, contents, headed=any(headings))
    settle_clocks(fields, set(asked), headings, contents, sample)
    _settle_event(fields, asked, headings, contents, sample)
    settle_referrer(fields, asked, headings)
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


def _settle_from(
    fields: Fields, asked: Mapping[int, str], headings: list[str], contents: list[Contents], sample: list[Record]
) -> None:
    """ "From" over words is who wrote or rang, not the day on which something began."""
    for column, (name, sure) in list(fields.items()):
        words = contents[column].worded >= MOSTLY and contents[column].dated == 0 and contents[column].timed == 0
        dates = name in ("date", "end_date") and sure < 1 and column not in asked
        if dates and words and contents[column].length < 60 and not reads_as_dates(sample, column):
            fields[column] = ("source", 0.6) if normal(headings[column]) == "from" else ("", 0.0)


def _settle_times(fields: Fields, asked: Mapping[int, str], contents: list[Contents], *, headed: bool) -> None:
    for column, (name, sure) in list(fields.items()):
        found = contents[column]
        if name not in ("time", "end_time") or column in asked:
            continue
        if found.filled > 1 and found.timed == 0 and found.worded == 0:
            fields[column] = ("quality", 0.5)
        elif sure < 0.7 and found.timed < MOSTLY:  # "Time spent": the word alone is not enough
            fields[column] = ("", 0.0)
    if not headed and "time" not in asked.values():
        timed = [
            column
            for column, (name, _) in fields.items()
            if not name and contents[column].timed >= MOSTLY and contents[column].length < 20
        ]
        for column in timed[:1]:
            fields[column] = ("time", 0.6)


def _settle_event(
    fields: Fields, asked: Mapping[int, str], headings: list[str], contents: list[Contents], sample: list[Record]
) -> None:
    """The event is the telling. Counts are none; where nothing tells, a column that is least unlike it is taken."""
    events = [column for column, (name, _) in fields.items() if name == "event" and column not in asked]
    counts = [column for column in events if contents[column].numbers]
    if counts and (len(counts) < len(events) or len(fields) > 2):
        for column in counts:
            fields[column] = ("quality", 0.5)
    _free_remarks(fields, asked, contents)
    settle_told(fields, asked, headings, contents, sample)
    if any(name == "event" for name, _ in fields.values()):
        return
    for names, sure in ((("ref", "kind", "source"), 0.3),):
        unknown = [
            c
            for c, (name, _) in fields.items()
            if name in names
            and c not in asked
            and contents[c].length >= 6
            and contents[c].worded > 0.5
            and contents[c].dated < 0.5
            and contents[c].timed < 0.3
        ]
        if unknown:
            fields[max(unknown, key=lambda column: contents[column].length)] = ("event", sure)
            return


def _free_remarks(fields: Fields, asked: Mapping[int, str], contents: list[Contents]) -> None:
    """Remarks beside the name of a medicine tell more than that name does."""
    remarks = [c for c, (name, _) in fields.items() if name == "comment" and c not in asked]
    unnamed = max(
        (contents[c].length for c, (name, _) in fields.items() if not name and not contents[c].dated), default=0.0
    )
    for column in remarks:
        if unnamed < 25 and contents[column].length > 1.5 * unnamed > 0:
            fields[column] = ("", 0.0)


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
