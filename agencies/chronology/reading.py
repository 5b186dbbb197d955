"""From a file to entries: the sheets it holds, their tables, and what became of every record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from agencies.chronology import labelled, limits, passed, prose, verdict
from agencies.chronology.columns import as_asked, propose
from agencies.chronology.date_parts import join_parts
from agencies.chronology.dating import Dating
from agencies.chronology.entries import EntryMaker
from agencies.chronology.grid import Sheet, text_of
from agencies.chronology.headings import meaning, normal
from agencies.chronology.layout import UNDATED, Layout, is_dated, lay_out, turned
from agencies.chronology.refusals import refusal
from agencies.chronology.reshaped import join_notes, labels_of, part_columns, part_weeks, part_words, unfolded
from agencies.chronology.rows import TableReader
from agencies.chronology.shapes import Parsed, ProposedColumn, Skipped, Table
from agencies.chronology.tables import Section, sections

SUFFIXES = {
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xls": "xls",
    ".ods": "ods",
    ".csv": "text",
    ".tsv": "text",
    ".txt": "text",
    ".docx": "docx",
    ".docm": "docx",
    ".pdf": "pdf",
}
HELD = {
    "xlsx": "an Excel workbook",
    "xls": "an old Excel workbook",
    "ods": "an OpenDocument spreadsheet",
    "text": "plain text",
    "docx": "a Word document",
    "pdf": "a PDF",
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person who reads a file has chosen."""

    columns: Mapping[str, str] = field(default_factory=dict)
    order: str | None = None
    today: date | None = None
    born: date | None = None


@dataclass(slots=True)
class Candidate:
    """A table and what its columns are taken for; `against` is why it is no chronology."""

    section: Section
    columns: list[ProposedColumn]
    against: str
    turned_from: Layout | None = None


def read_file(path: Path, choices: Choices) -> Parsed:
    """Everything a file holds; raises ChronologyRefused."""
    kind, sheets = limits.read(path)
    return interpret(sheets, choices, kind=kind, name=path.name)


def interpret(sheets: list[Sheet], choices: Choices, *, kind: str = "", name: str = "") -> Parsed:
    """What the sheets of a file say; raises ChronologyRefused where no chronology is among them."""
    parsed = Parsed()
    candidates: list[Candidate] = []
    for sheet in sheets:
        sheet.prose = sheet.prose or not any(len([cell for cell in row if text_of(cell)]) > 1 for row in sheet.rows)
        if not sheet.prose:
            candidates += _candidates(sheet, choices, parsed)
    _agree(candidates)
    _inherit(candidates)
    for candidate in candidates:
        _take(candidate, choices, parsed)
    running = [sheet for sheet in sheets if sheet.prose]
    if not parsed.tables:
        for sheet in running:
            prose.take(sheet, _dating(sheet, choices), choices.born, parsed)
    else:
        for sheet in running:
            prose.pass_over(sheet, parsed)
    if expected := _other_name(kind, name):
        parsed.notices.append(expected)
    for sheet in sheets:
        _say(sheet, parsed)
    _refuse_nothing(parsed, candidates, sheets)
    return parsed


def _dating(sheet: Sheet, choices: Choices) -> Dating:
    period = passed.period_of_sheet(sheet.name or "")
    return Dating(epoch=sheet.epoch, order=choices.order, today=choices.today, banner=period)


def _candidates(sheet: Sheet, choices: Choices, parsed: Parsed) -> list[Candidate]:
    layout = lay_out(sheet)
    if not layout.rows:
        return []
    asked = as_asked(choices.columns)
    dating = _dating(sheet, choices)
    found = [_candidate(section, asked, dating) for section in sections(layout, asked)]
    if all(candidate.against or not candidate.section.headings for candidate in found):
        stacked = labelled.blocks(labels_of(layout), sheet)
        if stacked:
            parsed.skipped += stacked.skipped
            return [_candidate(stacked.section, asked, dating)]
        form = unfolded(layout)
        sideways = verdict.across(form or layout)
        if sideways:
            return [_sideways(form or layout, *sideways, asked, dating, parsed)]
    return found


def _candidate(section: Section, asked: Mapping[str, str], dating: Dating) -> Candidate:
    join_parts(section, asked)
    part_weeks(section, asked, dating)
    part_columns(section, asked)
    part_words(section, asked)
    join_notes(section)
    columns = propose(section, asked)
    mapped = [column.index for column in columns if str(column.index) in asked or normal(column.heading) in asked]
    return Candidate(section, columns, verdict.reason_against(section, columns, mapped))


def _sideways(
    layout: Layout, first: int, last: int, asked: Mapping[str, str], dating: Dating, parsed: Parsed
) -> Candidate:
    """A table with its dates across, turned; what stands above and below it is passed over."""
    for place, record in enumerate(layout.rows):
        if not first <= place <= last:
            text = " | ".join(record.texts[column] for column in record.full)
            parsed.skipped.append(Skipped(layout.sheet.name, record.number, text, "title" if place < first else "note"))
    laid = lay_out(turned(layout, first, last))
    parts = sections(laid, asked)
    candidate = _candidate(parts[0], asked, dating)
    candidate.turned_from = layout
    return candidate


def _agree(candidates: list[Candidate]) -> None:
    """Tables of one file under the same headings are read alike: as the longest of them."""
    alike: dict[tuple[str, ...], list[Candidate]] = {}
    for candidate in candidates:
        if not candidate.against and any(candidate.section.headings):
            alike.setdefault(tuple(map(normal, candidate.section.headings)), []).append(candidate)
    for tables in alike.values():
        longest = max(tables, key=lambda table: len(table.section.body))
        for table in tables:
            table.columns, table.section.rivals = longest.columns, longest.section.rivals


def _inherit(candidates: list[Candidate]) -> None:
    """A table without known headings that is as wide as the chronology before it goes on with its columns."""
    before: Candidate | None = None
    for candidate in candidates:
        section = candidate.section
        if not candidate.against and section.headings:
            before = candidate
        elif before and section.layout.width == before.section.layout.width and _fits(section, before.columns):
            section.body = [*section.above, *section.header, *section.body]
            section.above, section.header, section.headings = [], [], []
            candidate.columns = [
                ProposedColumn(c.index, c.heading, c.field, round(c.confidence * 0.9, 2)) for c in before.columns
            ]
            candidate.against = ""


def _fits(section: Section, columns: list[ProposedColumn]) -> bool:
    """Whether what stands in the column of dates is dates, and there are words in that of the events."""
    place = {column.field: column.index for column in columns}
    if (
        section.headings
        and len(section.header) == 1
        and any(meaning(heading)[0] for heading in section.headings if heading)
    ):
        return False
    dates = (
        [(record.value(place["date"]), record.text(place["date"])) for record in section.body]
        if "date" in place
        else []
    )
    known = [
        is_dated(value, text) or not text or UNDATED.match(text) or passed.DITTO.match(text) for value, text in dates
    ]
    return (
        bool(known)
        and all(known)
        and any(text for _, text in dates)
        and any(record.text(place.get("event")) for record in section.body)
    )


def _take(candidate: Candidate, choices: Choices, parsed: Parsed) -> None:
    section = candidate.section
    sheet = section.layout.sheet
    if candidate.against:
        for record in [*section.above, *section.header, *section.body]:
            text = " | ".join(dict.fromkeys(record.texts[column] for column in record.full))
            parsed.skipped.append(Skipped(sheet.name, record.number, text, candidate.against))
        parsed.notices.append(f"{_place(sheet)} was passed over: {candidate.against}.")
        return
    reader = TableReader(EntryMaker(section, candidate.columns, _dating(sheet, choices), choices.born))
    reader.read()
    table = Table(
        sheet.name, section.header[-1].number if section.header else None, candidate.columns, _notices(candidate)
    )
    parsed.tables.append(table)
    parsed.rows += reader.rows
    parsed.skipped += reader.skipped


def _notices(candidate: Candidate) -> list[str]:
    """What must be said about one table."""
    said = []
    if candidate.turned_from:
        said.append(
            "The dates of this table run across: each column was read as one entry, and entries are numbered by column."
        )
    if not candidate.section.header and not candidate.turned_from:
        said.append("This table has no headings: its columns were told by what stands in them. Check them.")
    dates = [column for column in candidate.columns if column.field == "date"]
    if dates and meaning(dates[0].heading)[0] == "recorded_date" and dates[0].confidence < 1:
        said.append(
            f"The only column of dates, “{dates[0].heading}”, may say when an entry was made and not when the event happened: check it."
        )
    return said


def _say(sheet: Sheet, parsed: Parsed) -> None:
    """What was hidden and read all the same, and what the reader had to say."""
    place = _place(sheet)
    if sheet.hidden:
        parsed.notices.append(f"The sheet {place} is hidden in the file: it was read too.")
    if sheet.hidden_rows:
        parsed.notices.append(
            f"{place} has {len(sheet.hidden_rows)} hidden row(s), which were read too: {_listed(sheet.hidden_rows)}."
        )
    if sheet.hidden_columns:
        parsed.notices.append(f"{place} has {len(sheet.hidden_columns)} hidden column(s), which were read too.")
    parsed.notices += sheet.notices


def _other_name(kind: str, name: str) -> str:
    """What to say of a file whose name promises another kind; its contents decide."""
    suffix = Path(name).suffix.lower()
    if suffix not in SUFFIXES or SUFFIXES[suffix] == kind or not kind:
        return ""
    return f"The file is named {suffix}, but it holds {HELD[kind]}: it was read as what it is."


def _place(sheet: Sheet) -> str:
    return f"“{sheet.name}”" if sheet.name else "The text"


def _listed(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:10]))
    return f"{shown} and {len(numbers) - 10} more" if len(numbers) > 10 else shown


def _refuse_nothing(parsed: Parsed, candidates: list[Candidate], sheets: list[Sheet]) -> None:
    """A file without a single entry is refused, and the sentence says what it lacks."""
    if parsed.rows:
        return
    if parsed.tables:
        raise refusal("no-entries")
    if not candidates:
        raise refusal("no-table" if any(sheet.rows for sheet in sheets) else "empty")
    wide = [candidate for candidate in candidates if candidate.section.layout.width > 1]
    raise refusal("no-date-column" if wide else "no-table")
