"""Members' statements for the yearly report: asked for, given by the agency."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from agencies.models import Agency, User
from findings.lifecycle import AnnualStatus
from findings.models import AnnualReport, MemberStatement
from findings.services.annual_report import writable
from reviews.access import check
from reviews.clocks import spoken
from reviews.policy import Role
from reviews.services import message
from reviews.services.events import record
from reviews.services.reminder import officers
from scr_portal.lib.records import Refused, changed, locked


@transaction.atomic
def ask(*, by: Any, report: AnnualReport, agencies: Iterable[Agency], due_on: date) -> AnnualReport:
    """Ask members for a statement by a day; those that were asked and have not answered are given the new day."""
    found, today = writable(by, report), timezone.localdate()
    if due_on < today:
        raise Refused("Give a day that is still to come.")
    asked = [*agencies]
    for agency in asked:
        held = MemberStatement.objects.filter(report=found, agency=agency).first()
        if held is None:
            held = MemberStatement.objects.create(
                report=found, agency=agency, asked_on=today, due_on=due_on, asked_by=by
            )
        elif not held.text:
            held, _ = changed(held, {"due_on": due_on}, by=by)
        write(
            held,
            f"asked:{due_on}",
            f"Your agency is asked for its statement for the annual report by {spoken(due_on)}.",
        )
    record(by, "statement.asked", found, facts={"agencies": [each.pk for each in asked], "due": due_on})
    return found


@transaction.atomic
def give(*, by: Any, statement: MemberStatement, text: str, seen_version: int | None = None) -> MemberStatement:
    """The member's own words; a later statement takes the place of the one before, which stays in the history."""
    check(by, "statement.give", statement)
    if locked(statement.report).status != AnnualStatus.DRAFT:
        raise Refused("The report is not being written any more: ask the business manager.")
    values = {"text": text.replace("\r\n", "\n").strip(), "given_by": by, "given_on": timezone.localdate()}
    found, _ = changed(statement, values, seen_version=seen_version, by=by)
    record(by, "statement.given", found, facts={"agency": found.agency_id, "words": len(text.split())})
    return found


def write(statement: MemberStatement, key: str, said: str, people: Iterable[Any] | None = None) -> int:
    """Queue one letter to each of the member's leads and senior people, or to `people` of the board; gives how many are new."""
    board = statement.board
    own, boards = ("findings.statement.give", statement.pk), ("findings.annual_report.show", statement.report_id)
    name, pk = own if people is None else boards
    link = settings.SITE_URL + reverse(name, args=[pk])
    return sum(
        message.queue(
            key=f"statement:{statement.pk}:{key}:{person.pk}", kind="statement", about=f"board-{board.pk}", to=person,
            subject=f"{board}: a statement for the annual report", text=f"{said}\n\nSign in: {link}{message.FOOT}", board=board,
        )
        for person in (giving(statement) if people is None else people)
    )  # fmt: skip


def giving(statement: MemberStatement) -> list[Any]:
    """Who gives a member's statement; the business manager is told of a member that has nobody."""
    held = statement.board.memberships.active().filter(role__in=(Role.AGENCY_LEAD, Role.AGENCY_SENIOR))
    people = User.objects.filter(pk__in=held.filter(user__agency=statement.agency).values("user")).order_by("pk")
    return [*people] or officers(statement.board, "manager")
