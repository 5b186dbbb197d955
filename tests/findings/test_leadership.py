"""Leadership: what was promised and kept, who came, and each member's own statement for the yearly report."""

from __future__ import annotations

from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from findings.leading import attended, promised
from findings.models import AnnualReport, BoardMeeting, Commitment, MemberStatement
from findings.services import annual_report, board_meeting, statement_reminder
from findings.services import leadership as verbs
from findings.services import statement as statements
from reviews.models import Message
from reviews.year import Year
from scr_portal.lib.records import Refused
from tests import make
from tests.findings.test_annual_report import made, report, said, texts, written, year  # noqa: F401 - fixtures

TODAY = timezone.localdate()


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def commitment(board: make.World, due: date, **values: Any) -> Commitment:
    told = {"agency": board.police, "leader": "Lena Frost, assistant chief constable", "what": "Two posts."}
    return verbs.commit(
        by=board.chair, board=board.board, values={**told, "made_on": ago(700), "due_on": due, **values}
    )


def asked(board: make.World, report: AnnualReport) -> MemberStatement:  # noqa: F811 - as pytest names fixtures
    statements.ask(by=board.manager, report=report, agencies=[board.police], due_on=TODAY + timedelta(days=10))
    return MemberStatement.objects.get()


def test_a_commitment_is_late_until_somebody_says_what_became_of_it(board: make.World, signed_in: Any) -> None:
    late, later = commitment(board, ago(3)), commitment(board, ago(-3), what="A car.")
    shown = promised(Commitment.objects.all(), TODAY)
    assert [(each.commitment, each.label) for each in shown] == [(late, "3 days late"), (later, "Not due yet")]
    verbs.judge(by=board.manager, commitment=late, kept="partly", evidence="One of two is filled.", on=TODAY)
    assert [each.label for each in promised(Commitment.objects.all(), TODAY)] == ["Not due yet", "Kept in part"]
    page = unescape(signed_in(board.auditor).get("/findings/leadership/").content.decode())
    assert "One of two is filled." in page
    assert "Record a commitment" not in page


def test_days_that_cannot_be_are_refused(board: make.World) -> None:
    with pytest.raises(Refused, match="due before it was promised"):
        commitment(board, ago(701))
    with pytest.raises(Refused, match="before the commitment"):
        verbs.judge(by=board.chair, commitment=commitment(board, TODAY), kept="yes", evidence="e", on=ago(701))
    with pytest.raises(PermissionDenied):
        verbs.commit(by=board.police_lead, board=board.board, values={})


def test_who_came_is_told_by_member_and_meeting_and_a_meeting_that_was_held_stays(
    board: make.World, signed_in: Any
) -> None:
    first, then = (
        BoardMeeting.objects.create(board=board.board, held_on=ago(days), recorded_by=board.manager)
        for days in (100, 9)
    )
    verbs.attend(by=board.manager, meeting=first, said={board.police: ("deputy", True), board.school: ("", False)})
    verbs.attend(
        by=board.manager, meeting=then, said={board.police: ("apologies", False), board.school: ("there", True)}
    )
    found = attended(board.board, TODAY)
    assert found.meetings == [then, first]
    assert [(name, [each and each.way for each in ways], number) for name, ways, number in found.members] == [
        (board.police.label, ["apologies", "deputy"], 1), (board.school.label, ["there", None], 1)
    ]  # fmt: skip
    verbs.attend(by=board.manager, meeting=then, said={board.police: ("", False), board.school: ("there", True)})
    assert [name for name, ways, _ in attended(board.board, TODAY, ago(10)).members] == [board.school.label]
    with pytest.raises(Refused, match="it was held"):
        board_meeting.remove(by=board.manager, meeting=first)
    answer = signed_in(board.manager).post(f"/findings/board_meeting/{first.pk}/remove/", follow=True)
    assert "so it was held" in unescape(answer.content.decode())


def test_a_member_is_asked_and_answers_from_its_work(
    board: make.World,
    report: AnnualReport,  # noqa: F811 - as pytest names fixtures
    signed_in: Any,
) -> None:
    found = asked(board, report)
    letters = Message.objects.filter(kind="statement")
    assert {letter.to for letter in letters} == {board.police_lead, board.police_senior}
    client = signed_in(board.police_senior)
    assert "Give your agency’s statement" in client.get("/").content.decode()
    assert "Give your agency’s statement" not in signed_in(board.school_senior).get("/").content.decode()
    client.post(f"/findings/statement/{found.pk}/give/", {"text": "We ring back.", "seen_version": 1})
    found.refresh_from_db()
    assert (found.text, found.given_by) == ("We ring back.", board.police_senior)
    assert "Give your agency’s statement" not in client.get("/").content.decode()
    assert signed_in(board.school_lead).get(f"/findings/statement/{found.pk}/give/").status_code == 404
    assert signed_in(board.manager).get(f"/findings/statement/{found.pk}/give/").status_code == 403


def test_a_statement_is_changed_until_the_report_is_approved(board: make.World, report: AnnualReport) -> None:  # noqa: F811 - as pytest names fixtures
    found = asked(board, report)
    statements.give(by=board.police_lead, statement=found, text="We ring.")
    written(board, report)
    made(board, report)
    statements.give(by=board.police_lead, statement=found, text="We ring back.")
    with pytest.raises(Refused, match="written since"):
        annual_report.approve(by=board.chair, report=report, note="n")
    made(board, report)
    annual_report.approve(by=board.chair, report=report, note="n")
    with pytest.raises(Refused, match="not being written any more"):
        statements.give(by=board.police_lead, statement=found, text="We do not.")
    with pytest.raises((PermissionDenied, Http404)):
        statements.give(by=board.school_lead, statement=found, text="We do.")


def test_members_are_reminded_once_for_a_date_and_not_after_they_answered(
    board: make.World,
    report: AnnualReport,  # noqa: F811 - as pytest names fixtures
) -> None:
    found = asked(board, report)
    before = Message.objects.count()
    due = found.due_on
    assert statement_reminder.remind(statement=found, today=due - timedelta(days=20)) == 0
    assert statement_reminder.remind(statement=found, today=due) > 0
    assert statement_reminder.remind(statement=found, today=due) == 0
    assert statement_reminder.remind(statement=found, today=due + timedelta(days=14)) > 0
    told = Message.objects.order_by("pk")[before:]
    assert {letter.to for letter in told} >= {board.police_lead, board.chair}
    statements.give(by=board.police_lead, statement=found, text="We ring.")
    assert statement_reminder.remind(statement=found, today=due + timedelta(days=30)) == 0
    assert statement_reminder.remind_all() == 0


def test_the_yearly_report_says_what_members_said_promised_and_came_to(
    board: make.World,
    report: AnnualReport,  # noqa: F811 - as pytest names fixtures
    year: Year,  # noqa: F811 - as pytest names fixtures
) -> None:
    statements.give(by=board.police_lead, statement=asked(board, report), text="- We ring back.")
    met = BoardMeeting.objects.create(board=board.board, held_on=year.last, recorded_by=board.manager)
    verbs.attend(by=board.manager, meeting=met, said={board.police: ("there", True)})
    kept = commitment(board, year.last, made_on=year.first, resources="£20,000")
    verbs.judge(by=board.chair, commitment=kept, kept="no", evidence="The money was cut.", on=TODAY)
    commitment(board, year.last + timedelta(days=1), what="Of another year.", made_on=year.first)
    shown = said(board, report, "members")
    for words in (board.police.label, "We ring back.", "1 of 1", "£20,000", "Not kept", "The money was cut."):
        assert words in shown, words
    assert "Of another year." not in shown
    written(board, report)
    assert "We ring back." in texts(made(board, report))[0]
