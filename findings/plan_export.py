"""Action plans in the columns in which their board keeps them, as a workbook or a Word document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from findings.chronology_export import word
from findings.models import Action
from findings.plan import ActionRow
from findings.plan.sets import BY_KEY, ColumnSet
from findings.plan_lines import line_of, line_without_action, with_lines
from reviews.models import Board, Review
from scr_portal.lib.page_tags import day
from scr_portal.lib.papers import KINDS as PAPERS
from scr_portal.lib.sheets import Column, Document, write_xlsx

# Kind → what writes it, and its content type. No cell of either is ever a formula.
KINDS: dict[str, tuple[Callable[[Document], bytes], str]] = {
    "xlsx": (write_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "docx": (word.write, PAPERS["docx"]),
}
REVIEW = Column("Review", 7)


def columns_of(board: Board) -> ColumnSet:
    """The set of columns in which a board keeps its action plans."""
    return BY_KEY[board.plan_columns]


def of_review(review: Review, columns: ColumnSet, today: date) -> Document:
    """The plan of one review: its actions, and its recommendations that have none, in the order of their numbers.

    Imported into the same review again it changes nothing.
    """
    rows = [line_of(action) for action in with_lines(Action.objects.filter(recommendation__review=review))]
    if "recommendation" in columns.fields:
        bare = review.recommendations.filter(actions__isnull=True).prefetch_related("findings", "plan_lines")
        rows = sorted([*rows, *map(line_without_action, bare)], key=lambda row: row.recommendation_number or 0)
    return document(f"Action plan of {review.ref}", columns, [((), row) for row in rows], "", today)


def of_board(board: Board, actions: Any, asked: str, columns: ColumnSet, today: date) -> Document:
    """The actions that filters leave of a board's whole plan, each with the reference of its review in front."""
    rows = [((action.review.ref,), line_of(action)) for action in with_lines(actions)]
    return document(f"Action plan of {board}", columns, rows, asked, today)


def document(
    title: str, columns: ColumnSet, rows: Iterable[tuple[tuple[str, ...], ActionRow]], asked: str, today: date
) -> Document:
    """Lines as a table; `asked` are the filters in words."""
    made = [(*before, *columns.cells(row)) for before, row in rows]
    own = tuple(Column(column.heading, column.width) for column in columns.columns)
    before = (REVIEW,) if made and len(made[0]) > len(own) else ()
    about = [f"As it stood on {day(today)}. {len(made):,} row{'' if len(made) == 1 else 's'}."]
    about += [f"Filtered by: {asked}."] if asked else []
    return Document(title, tuple(about), (*before, *own), made, sheet="Action plan")
