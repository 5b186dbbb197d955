"""A referral: saved half-finished, sent later, screened into a review."""

from __future__ import annotations

from typing import Any

import pytest

from reviews.models import Event, Referral, Review
from reviews.services import referral as verbs
from scr_portal.lib.records import Stale
from tests import make

HALF = {"rule_set": make.CHILD, "circumstances": "Found unresponsive at home."}
WHOLE = {**HALF, "subject_name": "Amara Okafor", "outcome": "died"}


def begun(board: make.World, **values: Any) -> Referral:
    return verbs.begin(by=board.referrer, board=board.board, values={**WHOLE, **values})


def test_a_half_finished_referral_is_saved_as_a_draft(board: make.World, signed_in: Any) -> None:
    response = signed_in(board.referrer).post("/reviews/referral/new/", HALF)
    referral = Referral.objects.get()
    assert response.url == f"/reviews/referral/{referral.ref}/"
    assert (referral.status, referral.circumstances) == ("draft", HALF["circumstances"])


def test_a_wrong_date_keeps_what_was_typed_and_says_what_to_do(board: make.World, signed_in: Any) -> None:
    response = signed_in(board.referrer).post("/reviews/referral/new/", {**HALF, "happened_on": "31/2/2026"})
    assert response.status_code == 422
    assert "Enter a real date, such as 27/3/2024." in response.content.decode()
    assert "Found unresponsive at home." in response.content.decode()
    assert not Referral.objects.exists()


@pytest.mark.parametrize(
    ("dates", "sentence"),
    [
        ({"happened_on": "3/3/2026", "aware_on": "1/3/2026"}, "before the day on which it happened"),
        ({"subject_born_on": "3/3/2026", "happened_on": "1/3/2026"}, "before the date of birth"),
        ({"aware_on": "1/3/2999"}, "That day has not come yet"),
    ],
)
def test_dates_that_cannot_be_are_asked_about_and_the_words_stay(
    board: make.World, signed_in: Any, dates: dict[str, str], sentence: str
) -> None:
    answer = signed_in(board.referrer).post("/reviews/referral/new/", {**HALF, **dates})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert HALF["circumstances"] in answer.content.decode()
    assert not Referral.objects.exists()


def test_a_form_sent_twice_is_saved_once(board: make.World, signed_in: Any) -> None:
    client = signed_in(board.referrer)
    first = client.post("/reviews/referral/new/", {**HALF, "once": "one-click"})
    second = client.post("/reviews/referral/new/", {**HALF, "once": "one-click"})
    assert Referral.objects.count() == 1
    assert first.url == second.url


def test_another_form_that_was_opened_on_the_same_page_is_saved_too(board: make.World, signed_in: Any) -> None:
    first, second, client = begun(board), begun(board, subject_name="Leon Marsh"), signed_in(board.manager)
    for referral in (first, second):
        verbs.send(by=board.referrer, referral=referral)
        said = {"verdict": "take_forward", "title": "Child A", "note": "Known to three agencies.", "once": "one-page"}
        client.post(f"/reviews/referral/{referral.ref}/screen/", said)
    assert Review.objects.count() == 2


def test_an_incomplete_referral_says_what_is_missing_and_is_not_sent(board: make.World, signed_in: Any) -> None:
    referral = begun(board, subject_name="")
    response = signed_in(board.referrer).post(f"/reviews/referral/{referral.ref}/send/", follow=True)
    assert "say who it is about" in response.content.decode()
    referral.refresh_from_db()
    assert referral.status == "draft"


def test_a_draft_is_its_writers_alone(board: make.World, signed_in: Any) -> None:
    referral = begun(board)
    assert signed_in(board.manager).get(f"/reviews/referral/{referral.ref}/").status_code == 404
    assert signed_in(board.referrer).get(f"/reviews/referral/{referral.ref}/").status_code == 200


def test_another_agencys_lead_does_not_see_a_sent_referral(board: make.World, signed_in: Any) -> None:
    referral = verbs.begin(by=board.police_lead, board=board.board, values=WHOLE)
    verbs.send(by=board.police_lead, referral=referral)
    assert signed_in(board.school_lead).get(f"/reviews/referral/{referral.ref}/").status_code == 404
    assert signed_in(board.manager).get(f"/reviews/referral/{referral.ref}/").status_code == 200


def test_a_draft_changed_by_somebody_else_meanwhile_is_noticed(board: make.World) -> None:
    referral = begun(board)
    verbs.write(by=board.referrer, referral=referral, values={"concern": "First"}, seen_version=1)
    with pytest.raises(Stale):
        verbs.write(by=board.referrer, referral=referral, values={"concern": "Second"}, seen_version=1)
    referral.refresh_from_db()
    assert referral.concern == "First"


def test_taking_a_referral_forward_begins_a_review_and_its_clocks(board: make.World, signed_in: Any) -> None:
    referral = begun(board)
    verbs.send(by=board.referrer, referral=referral)
    said = {"verdict": "take_forward", "title": "Child A", "note": "Known to three agencies."}
    response = signed_in(board.manager).post(f"/reviews/referral/{referral.ref}/screen/", said)
    review = Review.objects.get()
    assert response.url == f"/reviews/{review.ref}/"
    assert review.rule_set == make.CHILD
    assert {"referral_received", "screened"} <= set(review.milestones.values_list("event", flat=True))


def test_each_step_leaves_exactly_one_event(board: make.World, signed_in: Any) -> None:
    referral = begun(board)
    client = signed_in(board.referrer)
    before = Event.objects.count()
    client.post(f"/reviews/referral/{referral.ref}/send/")
    assert Event.objects.count() == before + 1
    assert Event.objects.latest("pk").verb == "referral.sent"
