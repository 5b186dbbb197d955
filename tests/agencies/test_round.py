"""What is asked in rounds: questions answered one by one, more time, refusal, withdrawal; one request at a time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from agencies.models import Request
from agencies.proposals import proposed
from agencies.services import extension, imr, question
from agencies.services import request as verbs
from reviews.models import Message, Milestone
from reviews.stages import Stage
from scr_portal.lib.records import Refused
from tests import make

TODAY = timezone.localdate()
SOON = TODAY + timedelta(days=20)


@pytest.fixture
def asked(board: make.World) -> Request:
    """The police are asked two questions."""
    review = make.review(board, stage=Stage.INFORMATION)
    (made,) = verbs.ask(
        by=board.manager, review=review, agencies=[board.police], wanted="rapid_return", due_on=SOON,
        questions=["Who saw the child alone?", "Was the flat visited?"],
    )  # fmt: skip
    return made


def answered(board: make.World, asked: Request) -> None:
    for each in asked.questions.all():
        question.answer(by=board.police_author, question=each, text="Not known.", seen_version=each.version)
    asked.refresh_from_db()


def test_every_question_has_its_own_answer_before_the_return_is_passed_on(board: make.World, asked: Request) -> None:
    first = asked.questions.get(number=1)
    question.answer(by=board.police_author, question=first, text="The school nurse.", seen_version=first.version)
    asked.refresh_from_db()
    with pytest.raises(Refused, match="1 question has no answer yet"):
        verbs.submit(by=board.police_lead, request=asked)
    answered(board, asked)
    assert verbs.submit(by=board.police_lead, request=asked).status == "with_senior"


def test_a_nil_return_answers_every_question(board: make.World, asked: Request) -> None:
    verbs.make_nil_return(by=board.police_lead, request=asked, reason="Not known to us.")
    asked.refresh_from_db()
    assert verbs.submit(by=board.police_lead, request=asked).nil_return


def test_a_short_return_has_the_sections_of_a_summary(asked: Request) -> None:
    assert [key for key, _, _ in imr.sections_of(asked)] == [
        "contact", "episodes", "good_practice", "learning", "actions", "records", "support", "view",
    ]  # fmt: skip


def test_more_time_moves_the_date_only_when_it_is_given(board: make.World, asked: Request) -> None:
    until = SOON + timedelta(days=7)
    waiting = extension.ask(by=board.police_lead, request=asked, until=until, reason="The author is ill.")
    asked.refresh_from_db()
    assert asked.due_on == SOON
    with pytest.raises(Refused, match="has not answered yet"):
        extension.ask(by=board.police_author, request=asked, until=until, reason="The author is ill.")
    extension.answer(by=board.manager, extension=waiting, given="granted", until=None)
    asked.refresh_from_db()
    assert asked.due_on == until
    with pytest.raises(Refused, match="answered already"):
        extension.answer(by=board.manager, extension=waiting, given="refused", until=None, reason="No.")


def test_the_board_may_give_another_date_or_none(board: make.World, asked: Request) -> None:
    for given, until, stands in (
        ("refused", None, SOON),
        ("other", SOON + timedelta(days=2), SOON + timedelta(days=2)),
    ):
        waiting = extension.ask(by=board.police_lead, request=asked, until=SOON + timedelta(days=9), reason="Ill.")
        extension.answer(by=board.manager, extension=waiting, given=given, until=until, reason="The meeting is fixed.")
        asked.refresh_from_db()
        assert asked.due_on == stands


def test_an_agency_does_not_give_itself_time(board: make.World, asked: Request) -> None:
    waiting = extension.ask(by=board.police_lead, request=asked, until=SOON + timedelta(days=9), reason="Ill.")
    with pytest.raises(PermissionDenied):
        extension.answer(by=board.police_lead, extension=waiting, given="granted", until=None)


def test_a_refusal_has_its_reason_and_the_chair_hears_of_it(board: make.World, asked: Request) -> None:
    with pytest.raises(PermissionDenied):
        verbs.refuse(by=board.police_author, request=asked, reason="Privileged.")
    refused = verbs.refuse(by=board.police_senior, request=asked, reason="Privileged.")
    assert (refused.status, refused.closed_reason, refused.awaited) == ("refused", "Privileged.", False)
    told = Message.objects.filter(key__contains=":refused:")
    assert {letter.to for letter in told} == {board.chair, board.manager}
    assert all("Privileged" not in letter.text and "Police" not in letter.text for letter in told)


def test_an_agency_is_asked_again_once_nothing_is_awaited_and_only_then(board: make.World, asked: Request) -> None:
    again: dict[str, Any] = {
        "by": board.manager, "review": asked.review, "agencies": [board.police], "wanted": "answers", "due_on": SOON,
        "questions": ["And who else?"],
    }  # fmt: skip
    with pytest.raises(Refused, match="its return is awaited"):
        verbs.ask(**again)
    verbs.withdraw(by=board.manager, request=asked, reason="Asked too early.")
    (second,) = verbs.ask(**again)
    assert (second.round, second.awaited) == (2, True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Request.objects.create(review=asked.review, agency=board.police, round=3, sent_on=TODAY, due_on=SOON)


def test_a_return_is_not_sent_back_while_a_later_round_is_open(board: make.World, asked: Request) -> None:
    answered(board, asked)
    verbs.submit(by=board.police_lead, request=asked)
    asked.refresh_from_db()
    signed = verbs.sign_off(by=board.police_senior, request=asked)
    verbs.ask(by=board.manager, review=asked.review, agencies=[board.police], wanted="summary", due_on=SOON)
    with pytest.raises(Refused, match="asked again meanwhile"):
        verbs.send_back(by=board.manager, request=signed, why="The first year is missing.")


def test_the_page_proposes_the_day_on_which_the_plan_wants_the_returns(board: make.World) -> None:
    review = make.review(board, stage=Stage.INFORMATION)
    Milestone.objects.create(review=review, event="notified", happened_on=date(2026, 11, 2), recorded_by=board.manager)
    initial = proposed(review, date(2026, 11, 3))
    assert (initial["due_on"], initial["wanted"]) == (date(2026, 11, 16), "rapid_return")


def test_twelve_agencies_are_asked_on_one_page(board: make.World, signed_in: Any) -> None:
    review = make.review(board, stage=Stage.INFORMATION)
    agencies = [board.police, board.school]
    agencies += [type(board.police).objects.create(board=board.board, name=f"Service {n}") for n in range(10)]
    sent = {
        "agencies": [agency.pk for agency in agencies], "wanted": "rapid_return", "due_on": f"{SOON:%d/%m/%Y}",
        "questions": "1. Who saw the child alone?\n\n- Was the flat visited?", "period_from": "1/1/2025", "period_to": "1/1/2024",
    }  # fmt: skip
    client, page = signed_in(board.manager), f"/agencies/request/new/{review.ref}/"
    assert "ends before it begins" in client.post(page, sent).content.decode()
    assert client.post(page, {**sent, "period_to": ""}).status_code == 302
    assert review.requests.count() == 12
    assert [each.text for each in review.requests.all()[0].questions.all()] == [
        "Who saw the child alone?",
        "Was the flat visited?",
    ]
