"""Your work: what waits for each person, and only for them; one review at a glance."""

from __future__ import annotations

from datetime import timedelta
from inspect import unwrap
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agencies.models import Request
from findings import waiting
from reviews.access import read_at_once
from reviews.models import Review
from reviews.services import challenge, decision_record, referral, terms
from reviews.stages import Stage
from scr_portal import answering
from scr_portal import home as your_work
from tests import make
from tests.case import one_of_everything
from tests.reviews.test_decision_record import decided

WHOLE = {"rule_set": make.CHILD, "subject_name": "Amara Okafor", "outcome": "died", "circumstances": "Found at home."}


def home(client: Any) -> str:
    return str(client.get("/").content.decode())


def test_a_draft_waits_for_its_writer_and_a_sent_referral_for_the_manager(board: make.World, signed_in: Any) -> None:
    made = referral.begin(by=board.referrer, board=board.board, values=WHOLE)
    assert "Send your referral, or go on writing it" in home(signed_in(board.referrer))
    assert made.ref not in home(signed_in(board.manager))
    referral.send(by=board.referrer, referral=made)
    assert "Screen this referral" in home(signed_in(board.manager))
    assert "Screen this referral" not in home(signed_in(board.chair))


def test_a_decision_waits_for_the_chair_alone(board: make.World, signed_in: Any) -> None:
    make.review(board, stage=Stage.DECISION)
    assert "Make the decision" in home(signed_in(board.chair))
    assert "Make the decision" not in home(signed_in(board.manager))


def test_a_late_return_stands_first_and_says_that_it_is_late(board: make.World, signed_in: Any) -> None:
    today = timezone.localdate()
    soon = make.request(board, make.review(board), board.police, due_on=today + timedelta(days=3))
    late = make.request(board, make.review(board, number=2), board.police, due_on=today - timedelta(days=3))
    page = home(signed_in(board.police_lead))
    assert page.index(late.review.ref) < page.index(soon.review.ref)
    assert "Late" in page


def test_what_is_not_asked_for_would_have_given_nothing(board: make.World) -> None:
    one_of_everything(board)
    today = timezone.localdate()
    named = [value for module in (your_work, answering, waiting) for value in vars(module).values()]
    guarded = {each for each in named if hasattr(each, "__wrapped__") and each is not your_work.your_work}
    assert len(guarded) > 15
    for user in board.people.values():
        read_at_once(user, Review, Request)
        for source in guarded:
            assert list(source(user, today)) == list(unwrap(source)(user, today)), (user, source)


def test_who_holds_few_rights_is_asked_about_few_things(board: make.World, signed_in: Any) -> None:
    case = one_of_everything(board)
    client = signed_in(case.world.people["panel"])
    with CaptureQueriesContext(connection) as asked:
        client.get("/")
    assert len(asked) <= 16


def test_nothing_waits_for_somebody_who_has_no_part(board: make.World, signed_in: Any) -> None:
    make.request(board, make.review(board), board.police)
    assert "Nothing waits for you now." in home(signed_in(board.outsider))


def test_the_overview_says_what_comes_next_and_what_stands_in_the_way(board: make.World, signed_in: Any) -> None:
    review = make.review(board, stage=Stage.COLLECTION)
    page = signed_in(board.reviewer).get(f"/reviews/{review.ref}/").content.decode()
    assert "No agency has returned its chronology yet" in page


def test_no_page_that_anybody_lands_on_names_the_child(board: make.World, signed_in: Any) -> None:
    review = make.review(board)
    make.subject(board, review)
    for address in ("/", "/reviews/", f"/reviews/{review.ref}/"):
        assert "Okafor" not in signed_in(board.manager).get(address).content.decode()


def test_what_the_chair_has_to_sign_and_answer_waits_until_it_is_done(board: make.World, signed_in: Any) -> None:
    review = make.review(board, stage=Stage.SCREENING)
    made = decided(board, review)
    one = terms.issue(by=board.manager, review=review, why="The first.")
    said = {"kind": "challenge", "from_whom": "The school", "received_on": made.decided_on, "why": "A scan was missed."}
    raised = challenge.add(by=board.manager, decision=made, values=said)
    waits = {
        "Sign the record of the decision": {"chair"}, "Answer the challenge to the decision": {"chair"},
        "Read the terms of reference, and sign them": {"chair", "panel"},
    }  # fmt: skip
    for words, whose in waits.items():
        pages = {who: home(signed_in(board.people[who])) for who in ("chair", "panel", "manager", "auditor")}
        assert {who for who, page in pages.items() if words in page} == whose, words
    decision_record.sign(by=board.chair, decision=made)
    challenge.answer(by=board.chair, challenge=raised, values={"answer": "stands", "answer_reason": "r"})
    terms.sign(by=board.chair, issue=one, on_behalf_of="The board", answer="agrees")
    page = home(signed_in(board.chair))
    assert [words for words in waits if words in page] == []
