"""Agencies answer what is addressed to them, the board judges each answer, and what is missing can be asked for."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from findings.models import AgencyResponse, Finding, Recommendation, Response
from findings.services import agency_response as verbs
from findings.services import agency_response_reminder as reminder
from findings.services import recommendation as recommendations
from reviews.models import Event, Message, Review
from scr_portal.home import SOURCES
from scr_portal.lib.records import Refused
from tests import make

TODAY = timezone.localdate()
SOON, PASSED = TODAY + timedelta(days=28), TODAY - timedelta(days=1)


@pytest.fixture
def review(board: make.World) -> Review:
    """A review whose report was signed off."""
    return make.review(board, stage="monitoring")


@pytest.fixture
def asked(board: make.World, review: Review) -> Recommendation:
    """One recommendation to the police and the school."""
    return recommended(board, review)


def recommended(board: make.World, review: Review, number: int = 1, **values: Any) -> Recommendation:
    by = {"written_by": board.reviewer}
    said = {"text": "Ask why.", "measure": "Audit", **values}
    made = Recommendation.objects.create(review=review, number=number, **said, **by)
    finding = Finding.objects.create(review=review, number=number, title="t", what="w", why="y", **by)
    made.findings.set([finding])
    made.agencies.set([board.police, board.school])
    return made


def given(board: make.World, asked: Recommendation, answer: str = "in_part", **values: Any) -> AgencyResponse:
    said = {"reason": "No car.", "undertaking": "A car in May.", **values}
    return verbs.give(by=board.police_senior, recommendation=asked, answer=answer, **said)


def waiting(user: Any) -> list[tuple[str, str]]:
    """What stands in somebody's work: what is to be done, and by when."""
    return [(item.what, str(item.due or "")) for source in SOURCES for item in source(user, TODAY)]


def test_agencies_are_asked_by_a_day_and_told_without_a_word_of_the_case(
    board: make.World, review: Review, asked: Recommendation
) -> None:
    told = verbs.ask(by=board.manager, review=review, due_on=SOON)
    assert {agency.pk for agency in told} == {board.police.pk, board.school.pk}
    letters = Message.objects.filter(kind="response")
    assert {letter.to for letter in letters} == {
        board.police_lead, board.police_senior, board.school_lead, board.school_senior,
    }  # fmt: skip
    assert all(review.ref in letter.text and "Ask why" not in letter.text for letter in letters)
    assert all(board.police.name not in letter.text + letter.subject for letter in letters)
    with pytest.raises(Refused, match="asked to answer by that day already"):
        verbs.ask(by=board.manager, review=review, due_on=SOON)
    assert Event.objects.filter(verb="response.asked").count() == 1


def test_who_answered_is_not_asked_again_and_who_did_not_gets_the_new_day(
    board: make.World, review: Review, asked: Recommendation
) -> None:
    verbs.ask(by=board.manager, review=review, due_on=SOON)
    given(board, asked)
    later = SOON + timedelta(days=7)
    assert verbs.ask(by=board.manager, review=review, due_on=later) == [board.school]
    days = dict(AgencyResponse.objects.values_list("agency__name", "due_on"))
    assert days == {board.police.name: SOON, board.school.name: later}


def test_nobody_is_asked_before_sign_off_or_by_a_day_that_has_passed(board: make.World) -> None:
    drafted = make.review(board, stage="drafting", number=2)
    asked = recommended(board, drafted)
    with pytest.raises(Refused, match="once the report has been signed off"):
        verbs.ask(by=board.manager, review=drafted, due_on=SOON)
    Review.objects.update(stage="monitoring")
    with pytest.raises(Refused, match="That day has passed"):
        verbs.ask(by=board.manager, review=Review.objects.get(pk=drafted.pk), due_on=PASSED)
    assert asked.agency_responses.count() == 0


def test_an_agency_says_why_it_does_not_accept(board: make.World, asked: Recommendation, signed_in: Any) -> None:
    with pytest.raises(Refused, match="the board has to give the reason in its report"):
        given(board, asked, "not_accepted", reason=" ")
    page = f"/findings/recommendation/{asked.pk}/agency_response/respond/"
    answer = signed_in(board.police_lead).post(page, {"answer": "in_part", "undertaking": "A car in May."})
    assert answer.status_code == 422
    assert "A car in May." in answer.content.decode()
    assert AgencyResponse.objects.count() == 0


def test_each_agency_answers_for_itself_and_reads_no_other_answer(
    board: make.World, asked: Recommendation, signed_in: Any
) -> None:
    given(board, asked)
    verbs.give(by=board.school_lead, recommendation=asked, answer="accepted", undertaking="A rota.")
    pages = {
        who: signed_in(board.people[who]).get(f"/findings/recommendation/{asked.pk}/").content.decode()
        for who in ("police_lead", "school_lead", "manager", "auditor")
    }
    reads = {who: ("A car in May." in text, "A rota." in text) for who, text in pages.items()}
    assert reads == {
        "police_lead": (True, False), "school_lead": (False, True), "manager": (True, True), "auditor": (True, True),
    }  # fmt: skip


def test_an_answer_can_be_changed_and_the_first_stays_in_the_history(board: make.World, asked: Recommendation) -> None:
    given(board, asked)
    found = given(board, asked, "accepted", reason="")
    assert (found.answer, found.answers) == ("accepted", 2)
    assert "in_part" in found.history.values_list("answer", flat=True)
    with pytest.raises(Refused, match="answered already"):
        given(board, asked, "accepted", reason="")


def test_two_people_of_one_agency_do_not_overwrite_each_other_unseen(
    board: make.World, asked: Recommendation, signed_in: Any
) -> None:
    page = f"/findings/recommendation/{asked.pk}/agency_response/respond/"
    opened = signed_in(board.police_lead).get(page).context["form"]["seen_version"].value()
    given(board, asked)
    said = {"answer": "accepted", "undertaking": "A bus.", "seen_version": opened}
    late = signed_in(board.police_lead).post(page, said)
    assert (late.status_code, "A bus." in late.content.decode()) == (422, True)
    assert "Someone else changed this" in late.content.decode()
    assert AgencyResponse.objects.get().answer == "in_part"
    again = {**said, "seen_version": late.context["form"]["seen_version"].value()}
    assert signed_in(board.police_lead).post(page, again).status_code == 302
    assert AgencyResponse.objects.get().undertaking == "A bus."


def standing(response: AgencyResponse) -> str:
    return str(AgencyResponse.objects.standing_on(TODAY).get(pk=response.pk).standing)


def test_a_judgement_stands_until_the_agency_answers_again_and_earlier_ones_stay(
    board: make.World, asked: Recommendation, signed_in: Any
) -> None:
    response = given(board, asked)
    assert standing(response) == "to_judge"
    verbs.judge(by=board.chair, response=response, verdict="unacceptable", reason="May is late.")
    assert standing(response) == "unacceptable"
    given(board, asked, "accepted", reason="", undertaking="A car in January.")
    assert standing(response) == "to_judge"
    verbs.judge(by=board.manager, response=response, verdict="exceeds", reason="Two cars.")
    assert standing(response) == "exceeds"
    assert [each.verdict for each in response.judgements.all()] == ["exceeds", "unacceptable"]
    text = signed_in(board.police_lead).get(f"/findings/recommendation/{asked.pk}/").content.decode()
    assert "May is late." in text
    assert "Earlier judgements (1)" in text


def test_a_judgement_fits_what_came(board: make.World, review: Review, asked: Recommendation) -> None:
    verbs.ask(by=board.manager, review=review, due_on=TODAY)
    silent = AgencyResponse.objects.get(agency=board.school)
    with pytest.raises(Refused, match="its day has not passed"):
        verbs.judge(by=board.chair, response=silent, verdict="none_received", reason="Nothing.")
    with pytest.raises(Refused, match="there is no answer to judge"):
        verbs.judge(by=board.chair, response=silent, verdict="acceptable", reason="Good.")
    response = given(board, asked)
    with pytest.raises(Refused, match="judge its answer"):
        verbs.judge(by=board.chair, response=response, verdict="none_received", reason="Nothing.")
    with pytest.raises(Refused, match="Say why"):
        verbs.judge(by=board.chair, response=response, verdict="acceptable", reason=" ")
    verbs.judge(by=board.chair, response=response, verdict="superseded", reason="A new law.")
    with pytest.raises(Refused, match="stands already"):
        verbs.judge(by=board.chair, response=response, verdict="superseded", reason="A new law.")


def test_none_received_proposes_itself_once_the_day_has_passed(
    board: make.World, review: Review, asked: Recommendation, signed_in: Any
) -> None:
    verbs.ask(by=board.manager, review=review, due_on=TODAY)
    silent = AgencyResponse.objects.get(agency=board.school)
    assert standing(silent) == "waiting"
    AgencyResponse.objects.update(due_on=PASSED)
    assert standing(silent) == "late"
    form = signed_in(board.chair).get(f"/findings/agency_response/{silent.pk}/judge/").context["form"]
    assert form["verdict"].value() == "none_received"
    verbs.judge(by=board.chair, response=silent, verdict="none_received", reason="Twice reminded.")
    assert standing(silent) == "none_received"
    verbs.give(by=board.school_lead, recommendation=asked, answer="accepted")
    assert standing(silent) == "to_judge"


def test_the_counts_of_each_class_add_up_for_who_sees_them(
    board: make.World, review: Review, asked: Recommendation
) -> None:
    recommended(board, review, number=2)
    verbs.ask(by=board.manager, review=review, due_on=SOON)
    verbs.judge(by=board.chair, response=given(board, asked), verdict="acceptable", reason="Good.")
    counts = AgencyResponse.objects.visible_to(board.chair).counts(TODAY)
    assert {key: number for key, number in counts.items() if number} == {"acceptable": 1, "waiting": 3}
    own = AgencyResponse.objects.visible_to(board.police_lead).counts(TODAY)
    assert {key: number for key, number in own.items() if number} == {"acceptable": 1, "waiting": 1}
    assert AgencyResponse.objects.visible_to(make.world("Marlow").chair).count() == 0


def test_an_answer_that_refuses_what_the_board_accepted_stands_out(board: make.World, asked: Recommendation) -> None:
    response = given(board, asked)
    assert [*AgencyResponse.objects.at_odds()] == []
    recommendations.respond(by=board.chair, recommendation=asked, answer="accepted", reason="")
    assert [*AgencyResponse.objects.at_odds()] == [response]


def test_what_waits_stands_in_the_work_of_who_does_it(board: make.World, review: Review, asked: Recommendation) -> None:
    ask = ("Ask the agencies to answer the recommendations", "")
    assert ask in waiting(board.manager)
    assert ("Answer 1 recommendation to your agency", "") in waiting(board.police_senior)
    verbs.ask(by=board.manager, review=review, due_on=SOON)
    assert ask not in waiting(board.manager)
    assert ("Answer 1 recommendation to your agency", str(SOON)) in waiting(board.police_lead)
    assert not any("to your agency" in what for what, _ in waiting(board.police_owner))
    given(board, asked)
    assert not any("to your agency" in what for what, _ in waiting(board.police_lead))
    assert ("Judge 1 answer of agencies", "") in waiting(board.chair)
    AgencyResponse.objects.filter(answers=0).update(due_on=PASSED)
    assert ("Judge 2 answers of agencies", "") in waiting(board.chair)


def test_agencies_are_reminded_once_for_a_day_and_the_board_when_it_passed(
    board: make.World, review: Review, asked: Recommendation, monkeypatch: pytest.MonkeyPatch
) -> None:
    verbs.ask(by=board.manager, review=review, due_on=TODAY)
    given(board, asked)
    before = Message.objects.count()
    assert reminder.remind_all() == 2
    assert reminder.remind_all() == 0
    letters = Message.objects.order_by("pk")[before:]
    assert {letter.to for letter in letters} == {board.school_lead, board.school_senior}
    later = TODAY + timedelta(days=60)
    monkeypatch.setattr(timezone, "localdate", lambda *_: later)
    before = Message.objects.count()
    assert reminder.remind_all() > 0
    told = {letter.to for letter in Message.objects.order_by("pk")[before:]}
    assert {board.school_lead, board.chair, board.manager} <= told
    verbs.give(by=board.school_lead, recommendation=asked, answer="accepted")
    Message.objects.all().delete()
    assert reminder.remind_all() == 0


def test_each_link_that_is_missing_is_named(board: make.World, review: Review, asked: Recommendation) -> None:
    whole = asked
    bare = recommended(board, review, number=2, measure="")
    bare.agencies.clear()
    Response.objects.create(recommendation=bare, answer="accepted", responded_by=board.chair, responded_on=TODAY)
    drafted = recommended(board, make.review(board, stage="drafting", number=2), measure="")
    known = Recommendation.objects
    assert [*known.without_finding()] == []
    assert [*known.without_measure()] == [drafted, bare]
    assert [*known.without_addressee()] == [bare]
    assert [*known.without_response()] == [whole]
    assert [*known.without_action()] == [bare]
    assert [*known.without_agency_response()] == [whole]
    assert [*known.unasked()] == [whole]
    given(board, whole)
    assert [*known.without_agency_response()] == [whole]
    verbs.give(by=board.school_lead, recommendation=whole, answer="accepted")
    assert [*known.without_agency_response()] == []
    assert [*known.unasked()] == []
    whole.findings.clear()
    assert [*known.without_finding()] == [whole]


def test_the_list_shows_what_waits_first_and_can_be_narrowed(
    board: make.World, review: Review, asked: Recommendation, signed_in: Any
) -> None:
    verbs.ask(by=board.manager, review=review, due_on=SOON)
    verbs.judge(by=board.chair, response=given(board, asked), verdict="acceptable", reason="Good.")
    client = signed_in(board.manager)
    rows = [each.agency for each in client.get("/findings/agency_response/").context["rows"]]
    assert rows == [board.school, board.police]
    for asked_for in ({"standing": "acceptable"}, {"agency": board.police.pk}):
        rows = [each.agency for each in client.get("/findings/agency_response/", asked_for).context["rows"]]
        assert rows == [board.police]
    text = signed_in(board.school_lead).get("/findings/agency_response/").content.decode()
    assert "Answer<span" in text
    assert board.police.label not in text
