"""Reads any board's action plan: `parse` is the door, and the shapes are what comes out of it.

Pure: no Django, nothing stored, nothing fetched. Files are opened by the limited child that reads chronologies.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from findings.plan.shapes import ActionRow, Column, Parsed, PlanRefused, Problem, Skipped, Table

__all__ = ["ActionRow", "Column", "Parsed", "PlanRefused", "Problem", "Skipped", "Table", "parse"]


def parse(
    path: Path,
    *,
    columns: Mapping[str, str] | None = None,
    known: Collection[str] = (),
    today: date | None = None,
) -> Parsed:
    """Read one file: .xlsx .xls .ods .csv .docx or a PDF with text, told by its contents.

    `columns` maps a heading to a field of `headings.FIELDS`; "" keeps the column as it is. `known` are names of
    agencies: a cell is never cut inside one of them. Completion after `today` is marked. Raises PlanRefused for a file
    that is refused whole. Every record comes back among the rows or among what was skipped.
    """
    from findings.plan.reading import read_file  # Imported late: the shapes are used where nothing is read.

    return read_file(Path(path), columns or {}, known, today)
