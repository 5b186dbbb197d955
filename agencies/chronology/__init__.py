"""Reads any agency's chronology: `parse` is the door, and the shapes are what comes out of it.

Pure: no Django, nothing stored, nothing fetched.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from agencies.chronology.shapes import (
    ChronologyRefused,
    FuzzyDate,
    Parsed,
    Problem,
    ProposedColumn,
    Row,
    Skipped,
    Table,
)

__all__ = ["ChronologyRefused", "FuzzyDate", "Parsed", "Problem", "ProposedColumn", "Row", "Skipped", "Table", "parse"]


def parse(
    path: Path,
    *,
    columns: Mapping[str, str] | None = None,
    today: date | None = None,
    born: date | None = None,
    order: str | None = None,
) -> Parsed:
    """Read one file: .xlsx .xlsm .xls .ods .csv .tsv .txt .docx .docm or a PDF with text, told by its contents.

    `columns` maps a heading (or "0", "1" … for the place of a column) to a field; "" keeps the column as it is. Fields:
    "date" "end_date" "time" "end_time" "source" "event" "action", and those in `headings.KEPT`. `order` is the
    answer to a column that seems to put the month first: "DMY" or "MDY". Dates after `today` and before `born` are
    marked. Raises ChronologyRefused for a file that is refused whole. Every record that is not blank comes back
    among the rows or among what was skipped.
    """
    # Imported late: the child process that opens the file needs none of it.
    from agencies.chronology.garbage import uncollected
    from agencies.chronology.reading import Choices, read_file

    with uncollected():
        return read_file(Path(path), Choices(columns=columns or {}, order=order, today=today, born=born))
