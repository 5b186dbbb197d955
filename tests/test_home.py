"""Your work: what waits for each person, and only for them; one review at a glance."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from reviews.services import referral
from reviews.stages import Stage
from tests import make

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
