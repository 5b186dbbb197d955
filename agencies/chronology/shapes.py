"""The shapes that reading a chronology gives back. Plain dataclasses: no Django, no reader's types."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


class ChronologyRefused(Exception):
    """A file that is refused whole.

    `kind` is a short slug ("empty", "password", "too-big", "no-date-column", …); `message` is one plain sentence
    for an agency lead that says what is wrong and what to do.
    """

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person must look at. `column` is the heading it was seen under, None for the row as a whole."""

    kind: str
    message: str
    column: str | None = None


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """A date as evidence: the words as written, the bounds they allow, how precise and how certain they are.

    `date_from` and `date_to` are both None for an unknown date; equal for a day. `time` and `end_time` are "HH:MM".
    `order_used` tells how an all-number date was read ("DMY", "MDY", "YMD") or None where the form leaves no choice.
    """

    text: str
    date_from: date | None = None
    date_to: date | None = None
    precision: str = "unknown"  # "day" "month" "year" "range" "unknown"
    certain: bool = False
    time: str | None = None
    end_time: str | None = None
    order_used: str | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Row:
    """One event of the file. `sheet` as in Table.name; `row` counts records of the source from 1, header included."""

    sheet: str | None
    row: int
    sub: int
    date_text: str
    date_from: date | None
    date_to: date | None
    precision: str
    certain: bool
    time: str | None
    end_time: str | None
    source: str
    event: str
    action: str
    extra: dict[str, str] = field(default_factory=dict)
    status: str = "ok"  # "ok" "needs-attention" "reject"
    problems: list[Problem] = field(default_factory=list)
    seen: str = ""  # whether the child or adult was seen: "yes" "no" "" for what the file does not say


@dataclass(frozen=True, slots=True)
class Skipped:
    """What stands in the file and is not an entry: titles, banners, repeated headers, footers, glossaries."""

    sheet: str | None
    row: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class ProposedColumn:
    """One column of a table: its heading, what it is taken for ("date" "time" "event" … or "" for kept as it is)."""

    index: int
    heading: str
    field: str
    confidence: float


@dataclass(slots=True)
class Table:
    """A table that was found. `header_row` is 1-based in the source, None where the table has none."""

    name: str | None
    header_row: int | None
    columns: list[ProposedColumn]
    notices: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Parsed:
    """All that a file held: its tables, its rows and what was passed over; `notices` are said to the person."""

    tables: list[Table] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
