"""The four sets of columns in which boards keep action plans, and an action as cells of each.

What is written is what `parse` reads back: words of a day stand before the day that they give, parts of a cell that
holds several have labels, and what may run over many lines comes last.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from findings.plan.days import of_words
from findings.plan.shapes import ActionRow

STATES = {
    "planned": "Not started", "in_progress": "In progress", "claimed_done": "Reported done", "assured": "Assured",
    "closed": "Closed: impact shown",
}  # fmt: skip
SCOPES = {
    "single": "Local, single agency",
    "multi": "Local, multi-agency",
    "regional": "Regional",
    "national": "National",
}
Cell = Callable[[ActionRow], str]


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """One column: its heading as `headings` knows it, its share of a page, what it says of an action, and the fields of
    the action that can be read back from it."""

    heading: str
    width: int
    cell: Cell
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ColumnSet:
    """One way of keeping an action plan: its key and its columns."""

    key: str
    columns: tuple[PlanColumn, ...]

    @property
    def fields(self) -> frozenset[str]:
        """The fields of an action that can be read back from a plan in these columns."""
        return frozenset(name for column in self.columns for name in column.fields)

    def cells(self, row: ActionRow) -> tuple[str, ...]:
        """An action as the cells of one line."""
        return tuple(column.cell(row) for column in self.columns)


def recommendation(row: ActionRow) -> str:
    """The recommendation with its number in front: "3. …"."""
    return f"{row.recommendation_number}. {row.recommendation}" if row.recommendation_number else row.recommendation


def numbered(row: ActionRow) -> str:
    """The action with its number in front: "3.1. …"."""
    return f"{row.number}. {row.action}" if row.action and row.number else row.action


def number(row: ActionRow) -> str:
    """The number of the action, or of a recommendation without any."""
    return row.number or str(row.recommendation_number or "")


def day(text: str, on: date | None) -> str:
    """A day: as written, and beside it the day itself where the words would not be read as that one."""
    words, written = " ".join(text.split()), f"{on:%d/%m/%Y}" if on else ""
    if not words or words == written:
        return written
    return words if not on or of_words(words).on == on else f"{words} ({written})"


def target(row: ActionRow) -> str:
    """The target, and below it the later one."""
    later = day(row.revised_text, row.revised_on)
    return day(row.target_text, row.target_on) + (f"\nRevised: {later}" if later else "")


def state(row: ActionRow) -> str:
    """The state, with the day of completion."""
    done = f" {row.completed_on:%d/%m/%Y}" if row.completed_on else ""
    return f"{STATES.get(row.declared, '')}{done}".strip()


def _parts(*parts: tuple[str, str]) -> str:
    return "\n".join(f"{label}: {words}" for label, words in parts if words)


def timescale(row: ActionRow) -> str:
    """Timescale and progress in one cell, each part with its label."""
    return _parts(
        ("Start", day(row.start_text, row.start_on)), ("Target", day(row.target_text, row.target_on)),
        ("Revised", day(row.revised_text, row.revised_on)), ("Status", state(row)), ("Progress", row.progress),
    )  # fmt: skip


def completion(row: ActionRow) -> str:
    """Completion date and outcome in one cell, each part with its label."""
    return _parts(("Status", state(row)), ("Progress", row.progress))


def _agency(row: ActionRow) -> str:
    return "; ".join(row.agencies)


def _rag(row: ActionRow) -> str:
    return row.rag.capitalize()


def _scope(row: ActionRow) -> str:
    return SCOPES.get(row.scope, "")


_REC = ("recommendation", "recommendation_number")
_ACT = ("action", "number")
_DAYS = ("target_text", "target_on", "revised_text", "revised_on")
_STATE = ("declared", "completed_on")

SETS = (
    ColumnSet("timescale", (
        PlanColumn("Recommendation", 20, recommendation, _REC),
        PlanColumn("Relevant agencies", 9, _agency, ("agencies",)),
        PlanColumn("Actions", 20, numbered, _ACT),
        PlanColumn("Timescale and progress", 22, timescale, ("start_text", "start_on", *_DAYS, *_STATE, "progress")),
        PlanColumn("Supporting evidence", 11, lambda row: row.evidence, ("evidence",)),
        PlanColumn("Critical friend comments", 12, lambda row: row.critical_friend, ("critical_friend",)),
        PlanColumn("RAG", 6, _rag, ("rag",)),
    )),
    ColumnSet("milestones", (
        PlanColumn("Recommendation", 20, recommendation, _REC),
        PlanColumn("Scope (local, regional, national)", 8, _scope, ("scope",)),
        PlanColumn("Action to take", 20, numbered, _ACT),
        PlanColumn("Lead agency", 10, _agency, ("agencies",)),
        PlanColumn("Key milestones", 14, lambda row: row.milestones, ("milestones",)),
        PlanColumn("Target date", 10, target, _DAYS),
        PlanColumn("Completion date and outcome", 18, completion, (*_STATE, "progress")),
    )),
    ColumnSet("register", (
        PlanColumn("No.", 4, number, ("number", "recommendation_number")),
        PlanColumn("Finding or theme", 8, lambda row: row.theme, ("theme",)),
        PlanColumn("Recommendation", 13, recommendation, _REC),
        PlanColumn("Action", 13, lambda row: row.action, ("action",)),
        PlanColumn("Owner", 6, _agency, ("agencies",)),
        PlanColumn("Lead person", 6, lambda row: row.lead, ("lead",)),
        PlanColumn("Executive sponsor", 6, lambda row: row.sponsor, ("sponsor",)),
        PlanColumn("Start", 6, lambda row: day(row.start_text, row.start_on), ("start_text", "start_on")),
        PlanColumn("Target", 6, lambda row: day(row.target_text, row.target_on), ("target_text", "target_on")),
        PlanColumn("Revised target", 6, lambda row: day(row.revised_text, row.revised_on), ("revised_text", "revised_on")),
        PlanColumn("Status", 6, state, _STATE),
        PlanColumn("RAG", 4, _rag, ("rag",)),
        PlanColumn("Progress", 12, lambda row: row.progress, ("progress",)),
        PlanColumn("Evidence", 7, lambda row: row.evidence, ("evidence",)),
        PlanColumn("Impact measure", 7, lambda row: row.measure, ("measure",)),
    )),
    ColumnSet("list", (
        PlanColumn("Ref", 5, number, ("number", "recommendation_number")),
        PlanColumn("Action", 34, lambda row: row.action, ("action",)),
        PlanColumn("Agency", 13, _agency, ("agencies",)),
        PlanColumn("Responsible officer", 12, lambda row: row.lead, ("lead",)),
        PlanColumn("Due", 10, target, _DAYS),
        PlanColumn("Status", 9, state, _STATE),
        PlanColumn("Comments", 17, lambda row: row.progress, ("progress",)),
    )),
)  # fmt: skip
BY_KEY = {each.key: each for each in SETS}
