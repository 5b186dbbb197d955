"""The shapes that reading an action plan gives back. Plain dataclasses: no Django, no reader's types."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

OK, ATTENTION, REJECT = "ok", "needs-attention", "reject"
# What a row cannot be an action with; everything else is imported as it is, with what was noticed beside it.
REJECTS = frozenset({"no-action"})


class PlanRefused(Exception):
    """A file that is refused whole: `kind` is a short slug, `message` one plain sentence for who handed it in."""

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
class Deadline:
    """A day to be done by, as written and as read: the last day that the words allow, or None where they give none.

    `after` is "3 months", "2 weeks" or "0 days" for words that count from a day that they do not name.
    """

    text: str = ""
    on: date | None = None
    after: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class ActionRow:
    """One action of the file, or one recommendation without any (`action` is "").

    `row` counts records of the source from 1, `sub` the actions of one cell. `number` is the action's number as written
    and `recommendation_number` that of its recommendation, None where the file gives none.
    """

    sheet: str | None
    row: int
    sub: int = 1
    number: str = ""
    recommendation_number: int | None = None
    theme: str = ""
    recommendation: str = ""
    scope: str = ""
    agencies: list[str] = field(default_factory=list)
    action: str = ""
    lead: str = ""
    sponsor: str = ""
    milestones: str = ""
    start_text: str = ""
    start_on: date | None = None
    target_text: str = ""
    target_on: date | None = None
    after: str = ""
    revised_text: str = ""
    revised_on: date | None = None
    declared: str = (
        ""  # "planned" "in_progress" "claimed_done" "assured" "closed", or "" for what the file does not say
    )
    status_text: str = ""
    rag: str = ""  # "red" "amber" "green" "blue" or ""
    completed_on: date | None = None
    progress: str = ""
    evidence: str = ""
    critical_friend: str = ""
    measure: str = ""
    extra: dict[str, str] = field(default_factory=dict)
    state: str = OK
    problems: list[Problem] = field(default_factory=list)

    def notice(self, *problems: Problem) -> None:
        """Put problems beside the row, each once, and say by its state what they mean for it."""
        self.problems = list(dict.fromkeys([*self.problems, *problems]))
        kinds = {problem.kind for problem in self.problems}
        self.state = REJECT if kinds & REJECTS else ATTENTION if kinds else OK


@dataclass(frozen=True, slots=True)
class Skipped:
    """What stands in the file and is no action: titles, themes, repeated headings, legends, notes, blank rows."""

    sheet: str | None
    row: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its heading, the field it is taken for ("" for kept as it is), and how surely."""

    index: int
    heading: str
    field: str
    confidence: float


@dataclass(slots=True)
class Table:
    """A table that was found. `header_row` is 1-based in the source, None where it goes on from the table before."""

    name: str | None
    header_row: int | None
    columns: list[Column]


@dataclass(slots=True)
class Parsed:
    """All that a file held; `notices` are said to the person."""

    tables: list[Table] = field(default_factory=list)
    rows: list[ActionRow] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
