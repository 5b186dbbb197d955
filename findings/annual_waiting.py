"""What waits for a person about yearly reports: a statement to give, one that is ready to approve."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse

from findings.lifecycle import AnnualStatus
from findings.models import AnnualReport, MemberStatement
from findings.services.annual_report import obstacles
from reviews.access import boards_where
from scr_portal.lib.items import SHOWN, Item


def waiting(user: Any, today: date) -> Iterator[Item]:
    """Statements that one's agency is asked for; reports in whose way nothing stands, for who approves them."""
    yield from statements(user, today)
    boards = boards_where(user, "annual_report.approve")
    if not boards:
        return
    drafts = AnnualReport.objects.filter(board__in=boards, status=AnnualStatus.DRAFT, builds__docx__gt="")
    for each in drafts.exclude(parts__written_by=user).distinct().select_related("board")[:SHOWN]:
        if not obstacles(each, each.builds.first()):
            href = reverse("findings.annual_report.show", args=[each.pk])
            yield Item("Read and approve the annual report", str(each), href)


def statements(user: Any, today: date) -> Iterator[Item]:
    """Statements that one's agency is asked for."""
    if not user.agency_id or not boards_where(user, "statement.give", own=True):
        return
    for each in (
        MemberStatement.objects.visible_to(user).awaited().filter(agency=user.agency_id).select_related("report__board")
    ):
        href, due = reverse("findings.statement.give", args=[each.pk]), each.due_on
        yield Item("Give your agency’s statement for the annual report", str(each.report), href, due, due < today)
