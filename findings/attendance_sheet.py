"""Reads an attendance sheet: how many people of which agency and role. Names are read past and never given out. No Django."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from agencies.chronology import limits
from agencies.chronology.grid import Sheet
from agencies.chronology.headings import normal
from agencies.chronology.layout import Record, lay_out
from agencies.chronology.shapes import ChronologyRefused

# Field → words of a heading that mean it. The first field that a heading speaks of is its own.
MEANING = {
    "number": {"number", "how many", "count", "no of people", "attendees no"},
    "attended": {"attended", "attendance", "present", "came"},
    "role": {"role", "job", "position", "post", "profession", "designation", "occupation"},
    "agency": {"agency", "organisation", "organization", "employer", "service", "company", "trust", "setting", "workplace"},
    "name": {"name", "surname", "forename", "attendee", "delegate", "participant", "email", "e mail"},
}  # fmt: skip
ABSENT = {"no", "n", "absent", "apologies", "cancelled", "dna", "did not attend", "not attended", "false"}
TOTAL = re.compile(r"^(?:grand )?total\b", re.IGNORECASE)
LONGEST = 120


class SheetRefused(Exception):
    """A file that nothing can be counted from; the text is one sentence for the person who handed it in."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the file: whom it counts, or the reason why it counts nobody. No name stands in it."""

    sheet: str
    row: int
    agency: str = ""
    role: str = ""
    number: int = 0
    reason: str = ""


def read(path: Path, asked: Mapping[str, str]) -> list[Line]:
    """Every row of a file with something in it: .xlsx .xls .ods .csv .docx or a PDF with text, told by its contents.

    `asked` maps "agency" and "role" to the headings of their columns where somebody has said which they are. Raises
    SheetRefused where no column of agencies is found, or no row counts anybody.
    """
    try:
        _, sheets = limits.read(path)
    except ChronologyRefused as refused:
        words = re.sub(r"\b(the|a|no) chronology\b", r"\1 attendance sheet", refused.message)
        raise SheetRefused(words.replace("a attendance", "an attendance")) from None
    return counted(sheets, asked)


def counted(sheets: list[Sheet], asked: Mapping[str, str]) -> list[Line]:
    """What the sheets of a file count; raises SheetRefused."""
    tables = [Table(sheet, {name: normal(words) for name, words in asked.items() if words}) for sheet in sheets]
    lines = [line for table in tables for line in table.lines()]
    if not any(table.columns for table in tables):
        raise SheetRefused(without_agencies(tables))
    if not any(line.number for line in lines):
        raise SheetRefused("The file has headings and nobody below them who attended: check it and upload it again.")
    return lines


def without_agencies(tables: list[Table]) -> str:
    """What to say of a file in which no column of agencies was found, with what stands where headings ought to."""
    asked = next((table.asked["agency"] for table in tables if table.asked.get("agency")), "")
    if asked:
        return (
            f"No column has the heading “{asked}”: copy the heading of the column of agencies as it stands in the file."
        )
    return "No column of agencies was found: give the column that says who sent each person the heading Agency, or type its heading below."


def meaning(heading: str) -> str:
    """The field that a heading means, "" for none of them."""
    said = f" {normal(heading)} "
    for name, words in MEANING.items():
        if any(f" {word} " in said or f" {word}s " in said for word in words):
            return name
    return ""


@dataclass
class Table:
    """The rows of one sheet; `columns` are where its fields stand, once its headings are found."""

    sheet: Sheet
    asked: Mapping[str, str]
    columns: dict[str, int] = field(default_factory=dict)
    names: list[int] = field(default_factory=list)
    seen: dict[tuple[str, str, str], int] = field(default_factory=dict)

    def lines(self) -> Iterator[Line]:
        """A line for each row in which something stands."""
        for record in lay_out(self.sheet).rows:
            place = (self.sheet.name or "", record.number)
            if found := {} if self.sheet.prose else self.headings(record):
                reason = "the headings again" if self.columns else "the headings"
                self.columns = found
                self.names = [column for column in record.full if meaning(record.texts[column]) == "name"]
                yield Line(*place, reason=reason)
            elif not self.columns:
                yield Line(*place, reason="above the table, or outside of one")
            else:
                yield self.person(record, place)

    def headings(self, record: Record) -> dict[str, int]:
        """Field → column, where a row holds the headings of a table; what a person asked for decides first."""
        found: dict[str, int] = {}
        for column in record.full:
            words = normal(record.texts[column])
            name = next((name for name, asked in self.asked.items() if asked == words), "")
            name = name or ("" if len(words) > 60 else meaning(words))
            if name and (name not in found or self.asked.get(name) == words):
                found[name] = column
        told = "agency" in found and (len(found) > 1 or "agency" in self.asked)
        return found if told and self.asked.get("agency", "") in {"", normal(record.text(found["agency"]))} else {}

    def person(self, record: Record, place: tuple[str, int]) -> Line:
        """What one row below the headings counts."""
        said = {name: " ".join(record.text(column).split())[:LONGEST] for name, column in self.columns.items()}
        agency, role = said.get("agency", ""), said.get("role", "")
        name = " ".join(record.text(column) for column in self.names).strip()
        if TOTAL.match(agency) or TOTAL.match(record.texts[record.full[0]]):
            return Line(*place, reason="a total")
        if not agency and not role and not name:
            return Line(*place, reason="no agency, role or person in it")
        if "attended" in self.columns and normal(said["attended"]) in ABSENT | {""}:
            return Line(*place, agency, role, reason="did not attend")
        who = (name.casefold(), agency.casefold(), role.casefold())
        if name and who in self.seen:
            return Line(*place, agency, role, reason=f"the same person as in row {self.seen[who]}")
        self.seen[who] = record.number
        number = whole(said["number"]) if "number" in self.columns else 1
        return Line(*place, agency, role, number, "" if number else "no number of people that can be read")


def whole(text: str) -> int:
    """A number of people; 0 where none can be read."""
    return int(text) if text.isdecimal() and len(text) < 6 else 0


# Words of a role that tell its level; whoever none of them fits works at the front line.
EXECUTIVE = re.compile(
    r"\b(chief|director|executive|chair|trustee|governor|commissioner|partner|councillor)\b", re.IGNORECASE
)
MANAGER = re.compile(r"\b(manager|head|lead|leader|supervisor|sergeant|inspector|superintendent|matron|principal|coordinator)\b", re.IGNORECASE)  # fmt: skip


def level(role: str) -> str:
    """The level at which somebody of a role works: "executive", "manager" or "front_line"."""
    return "executive" if EXECUTIVE.search(role) else "manager" if MANAGER.search(role) else "front_line"
