"""What is not in local gift is sent to a national body, followed by its age, and answered."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from findings.models import Escalation, Recommendation
from findings.services import escalation as verbs
from reviews.models import Board, Event, Review
from scr_portal.lib.records import Refused, Stale
from tests import make
from tests.findings.test_agency_response import recommended, waiting

TODAY = timezone.localdate()


def ago(days: int) -> Any:
    return TODAY - timedelta(days=days)


@pytest.fixture
def beyond(board: make.World) -> Recommendation:
    """A recommendation that nobody here can carry out, of a review that was signed off."""
    return recommended(board, make.review(board, stage="monitoring"), beyond_gift=True, scope="national")


def sent(board: make.World, beyond: Recommendation, days: int = 10, body: str = "The Panel") -> Escalation:
    values = {"body": body, "why": "The law would have to change.", "sent_on": ago(days)}
    return verbs.send(by=board.manager, recommendation=beyond, **values)


def test_the_bodies_are_the_rule_sets_own_and_the_boards_list(board: make.World, beyond: Recommendation) -> None:
    Board.objects.update(national_bodies="Department for Education\n\n NHS England \nDepartment for Education\n")
    assert verbs.bodies(Recommendation.objects.get().review) == [
        "Child Safeguarding Practice Review Panel", "Department for Education", "NHS England",
    ]  # fmt: skip


def test_it_stands_in_the_managers_work_until_it_is_sent(board: make.World, beyond: Recommendation) -> None:
    words = ("Send recommendation 1 to a national body", "")
    assert words in waiting(board.manager)
    sent(board, beyond)
    assert words not in waiting(board.manager)
    assert [*Recommendation.objects.not_sent_on()] == []


def test_it_is_not_sent_before_sign_off_nor_on_a_day_to_come_nor_twice(
    board: make.World, beyond: Recommendation
) -> None:
    with pytest.raises(Refused, match="has not come yet"):
        sent(board, beyond, days=-1)
    sent(board, beyond)
    with pytest.raises(Refused, match="has this recommendation already"):
        sent(board, beyond)
    sent(board, beyond, body="NHS England")
    drafted = recommended(board, make.review(board, stage="drafting", number=2))
    with pytest.raises(Refused, match="signed off"):
        sent(board, drafted)


def test_silence_comes_back_into_the_work_after_the_boards_days_and_writing_again_counts_anew(
    board: make.World, beyond: Recommendation
) -> None:
    Board.objects.update(escalation_days=30)
    found, late = sent(board, beyond, days=31), "Write again about recommendation 1: The Panel has not answered"
    assert (late, str(ago(1))) in waiting(board.manager)
    again = verbs.chase(by=board.manager, escalation=found, written_on=ago(2))
    assert late not in [what for what, _ in waiting(board.manager)]
    assert (again.chased, again.age(TODAY)) == (1, 31)
    with pytest.raises(Refused, match="on that day or later already"):
        verbs.chase(by=board.manager, escalation=found, written_on=ago(2))
    assert Escalation.objects.get().overdue(TODAY + timedelta(days=29))
    assert not Escalation.objects.get().overdue(TODAY + timedelta(days=28))


def test_an_answer_ends_the_wait_and_a_later_one_takes_its_place(board: make.World, beyond: Recommendation) -> None:
    found = sent(board, beyond, days=400)
    said = {"by": board.chair, "escalation": found, "outcome": "in_part", "answered_on": ago(300)}
    with pytest.raises(Refused, match="cannot be older"):
        verbs.answer(**{**said, "answered_on": ago(401)}, answer="Guidance in May.")
    first = verbs.answer(**said, answer="Guidance in May.")
    assert first.age(TODAY) == 100
    assert not first.overdue(TODAY)
    assert [*Escalation.objects.waiting()] == []
    with pytest.raises(Refused, match="nothing to write again about"):
        verbs.chase(by=board.manager, escalation=first, written_on=TODAY)
    with pytest.raises(Stale):
        verbs.answer(**said, answer="No guidance.", seen_version=1)
    verbs.answer(**said, answer="Guidance in June.", seen_version=first.version)
    assert Event.objects.filter(verb="escalation.answered").count() == 2
    assert "Guidance in May." in first.history.values_list("answer", flat=True)


def test_the_page_counts_what_waits_shows_its_age_and_is_the_boards_own(
    board: make.World, beyond: Recommendation, signed_in: Any
) -> None:
    sent(board, beyond, days=90)
    recommended(board, beyond.review, number=2, beyond_gift=True)
    page = signed_in(board.auditor).get("/findings/escalation/")
    text = page.content.decode()
    assert (page.context["late"], "90 days" in text, "Not sent yet" in text) == (1, True, True)
    assert "Record the answer" not in text
    assert "Record the answer" in signed_in(board.manager).get("/findings/escalation/").content.decode()
    elsewhere = signed_in(make.world("Marlow").manager).get("/findings/escalation/")
    assert [*elsewhere.context["waiting"]] == [*elsewhere.context["unsent"]] == []


def test_another_body_needs_its_name_and_what_was_typed_stays(
    board: make.World, beyond: Recommendation, signed_in: Any
) -> None:
    page = f"/findings/recommendation/{beyond.pk}/escalation/send/"
    said = {"body": "other", "why": "The law would have to change.", "sent_on": f"{ago(3):%d/%m/%Y}"}
    answer = signed_in(board.manager).post(page, said)
    assert (answer.status_code, "Write the name of the body." in answer.content.decode()) == (422, True)
    assert "The law would have to change." in answer.content.decode()
    assert signed_in(board.manager).post(page, {**said, "other": "Home Office"}).status_code == 302
    assert Escalation.objects.get().body == "Home Office"
    assert Review.objects.get().recommendations.get().escalations.count() == 1
