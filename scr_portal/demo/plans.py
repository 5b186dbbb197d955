"""An action plan that the board kept in a spreadsheet, handed in and waiting to be checked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import xlsxwriter
from django.core.files import File

from findings.models import Recommendation
from findings.services import plan_file
from reviews.models import Review
from scr_portal.demo.board import Cast
from scr_portal.demo.timetable import ago, on

HEADINGS = ("No.", "Recommendation", "Action", "Agency", "Lead officer", "Timescale", "Status / RAG", "Progress update")


def handed_in(cast: Cast, review: Review, folder: Path) -> None:
    """The manager hands in the subgroup's spreadsheet: what stands in it is partly here, partly new, and leaves something open."""
    known = [*Recommendation.objects.filter(review=review).order_by("number")[:2]]
    file = folder / "CRG action tracker.xlsx"
    write(file, lines([each.text for each in known], known[1].actions.order_by("number")[0].text))
    with on(ago(9), "10:20"), file.open("rb") as content:
        plan_file.receive(by=cast["manager"], review=review, file=File(content, name=file.name))  # type: ignore[arg-type]


def lines(texts: list[str], here: str) -> list[tuple[str | date, ...]]:
    """The rows of the spreadsheet, as people keep one."""
    return [
        ("Case review group: action tracker",),
        HEADINGS,
        ("Theme 1: Talking before writing",),
        ("1.4", f"1. {texts[0]}", "Duty managers listen to two calls a month and write down what was decided.", "CSC", "Team manager, front door", "Within 3 months", "Amber - delayed", "Rota agreed"),
        ("1.5", "", "Designated leads of all schools are told how to ask for a call.", "All agencies", "J. Hollis", f"{ago(150):%B %Y}", f"Complete {ago(260):%d/%m/%Y}", "Told at the network meeting"),
        ("Theme 2: Who lives here",),
        ("2.1", f"2. {texts[1]}", here, "Health visiting", "", ago(12), f"Ongoing, review {ago(60):%b %y}", "Slow: two clinics to go"),
        ("2.4", "", "Audit forty records for the household page.", "Police", "", "By end Q2", f"Green - {ago(160):%B %Y}", ""),
        ("2.5", "", "", "Police", "", f"{ago(-60):%d/%m/%Y}", "", "To be discussed"),
        ("", "", "", "", "", "", "", ""),
        ("Green = complete, Amber = under way, Red = not begun",),
    ]  # fmt: skip


def write(file: Path, rows: list[tuple[str | date, ...]]) -> None:
    """The rows as a workbook; days are days, as a spreadsheet has them."""
    book = xlsxwriter.Workbook(file)
    sheet, day = book.add_worksheet("Tracker"), book.add_format({"num_format": "dd/mm/yyyy"})
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(number, place, value, day)
            elif value:
                sheet.write_string(number, place, value)
    book.close()
