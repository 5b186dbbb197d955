"""Action plans as boards keep them, each with what a careful person reads in it: four long ones that are drawn, and
short ones by hand with the traps that plans are known for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from docx import Document

AGENCIES = (
    "Police", "Wexcombe Constabulary", "Children's Social Care", "CSC", "Adult Social Care", "Wexcombe Health and Care Partnership",
    "ICB", "Probation", "Education, Skills and Early Years", "Housing", "Acute Trust", "GP Federation",
)  # fmt: skip


@dataclass(frozen=True)
class Gold:
    """One action: where it stands, what is to be read of it, and what becomes of it."""

    row: int
    sub: int = 1
    sheet: str | None = None
    state: str = "ok"
    kinds: frozenset[str] = frozenset()
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass
class Plan:
    """A table that is being written, and the gold that grows with it. Rows count from 1."""

    headings: list[str]
    title: list[str] = field(default_factory=list)
    sheet: str = "Plan"
    rows: list[list[Any]] = field(default_factory=list)
    gold: list[Gold] = field(default_factory=list)
    skipped: dict[int, str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    header: int = 0

    def __post_init__(self) -> None:
        for line in self.title:
            self.rows.append([line])
            self.skipped[len(self.rows)] = "title"
        self.rows.append(list(self.headings))
        self.skipped[len(self.rows)] = "header"
        self.header = len(self.rows)

    def aside(self, cells: list[Any], reason: str, *, wide: bool = False) -> int:
        """A record that is no action."""
        self.rows.append(cells)
        number = len(self.rows)
        self.skipped[number] = reason
        if wide:
            self.merged.append((number, 0, number, len(self.headings) - 1))
        return number

    def add(self, cells: list[Any], *golds: dict[str, Any], state: str = "ok", kinds: tuple[str, ...] = ()) -> int:
        """A record with its actions."""
        self.rows.append(cells)
        number = len(self.rows)
        sheet = None
        for sub, fields in enumerate(golds or ({},), start=1):
            self.gold.append(Gold(number, sub, sheet, state, frozenset(kinds), fields))
        return number

    def write_xlsx(self, path: Path) -> Path:
        """As a workbook."""
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = self.sheet
        for cells in self.rows:
            sheet.append(cells)
            for column, value in enumerate(cells, start=1):
                if isinstance(value, date):
                    sheet.cell(sheet.max_row, column).number_format = "DD/MM/YYYY"
        for top, left, bottom, right in self.merged:
            sheet.merge_cells(start_row=top, start_column=left + 1, end_row=bottom, end_column=right + 1)
        book.save(path)
        return path

    def write_docx(self, path: Path) -> Path:
        """As a Word document with one table."""
        word = Document()
        table = word.add_table(rows=len(self.rows), cols=len(self.headings))
        for at, cells in enumerate(self.rows):
            texts = table.rows[at].cells
            for column, value in enumerate(cells):
                texts[column].text = f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value or "")
        for top, left, bottom, right in self.merged:
            held = table.cell(top - 1, left).text
            table.cell(top - 1, left).merge(table.cell(bottom - 1, right)).text = held
        word.save(str(path))
        return path


@dataclass(frozen=True)
class Case:
    """One file of the corpus."""

    name: str
    make: Callable[[], Plan]

    def build(self, folder: Path) -> tuple[Path, Plan]:
        """Write the file; gives its path and the plan with its gold."""
        plan, path = self.make(), folder / self.name
        return (plan.write_docx(path) if self.name.endswith(".docx") else plan.write_xlsx(path)), plan
