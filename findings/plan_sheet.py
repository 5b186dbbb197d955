"""The list of actions as a workbook and as plain text; no cell of either is ever a formula."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from findings.dashboard import Told
from scr_portal.lib.page_tags import day
from scr_portal.lib.sheets import Column, Document

COLUMNS = (
    Column("Review", 7), Column("No.", 4), Column("Recommendation", 22), Column("Action", 26), Column("Agency", 12), Column("Owner", 10),
    Column("Lead person", 10), Column("Sponsor", 10), Column("Start", 9), Column("First target", 9), Column("Target", 9),
    Column("Days late", 5), Column("State", 9), Column("RAG", 6), Column("Last word on", 9), Column("Last word", 22),
    Column("Files of evidence", 5), Column("Barriers", 22), Column("Assured on", 9),
)  # fmt: skip


def sheet(board: Any, rows: Sequence[Told], asked: str, today: date) -> Document:
    """All that the filters leave, a row for each action."""
    about = (
        f"As it stood on {day(today)}. {len(rows):,} action{'' if len(rows) == 1 else 's'}.",
        f"Filtered by: {asked}." if asked else "Open actions.",
    )
    title = f"Actions of {board}"
    return Document(title, about, COLUMNS, [cells(row) for row in rows], sheet="Actions")


def cells(row: Told) -> tuple[str, ...]:
    """One action as the sheet shows it."""
    action = row.action
    recommendation = action.recommendation
    return (
        recommendation.review.ref, f"{recommendation.number}.{action.number}", recommendation.text, action.text, action.agency.label,
        str(action.owner or ""), action.lead_person, action.sponsor, day(action.start_on), day(row.first_target), day(action.target_on),
        str(row.late or ""), action.get_status_display(), action.get_rag_display() if action.rag else "", day(action.last_word_on),
        row.note, str(row.files or ""), barriers(row), day(action.assured_on),
    )  # fmt: skip


def barriers(row: Told) -> str:
    """What stands in the way, and who can lift it."""
    return "; ".join(f"{each.what} ({each.who_can_lift} can lift it; since {day(each.since)})" for each in row.barriers)
