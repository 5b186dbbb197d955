"""Writing a recommendation: advice is shown beside it and stops nobody; what it should change and reach is kept."""

from __future__ import annotations

from typing import Any

import pytest

from findings.models import Finding, Recommendation
from reviews.models import Board, Event, Review
from tests import make


@pytest.fixture
def review(board: make.World) -> Review:
    """A review whose findings are being written, with one of them."""
    made = make.review(board, stage="analysis")
    Finding.objects.create(review=made, number=1, title="t", what="w", why="y", written_by=board.reviewer)
    return made


def said(review: Review, **values: Any) -> dict[str, Any]:
    whole = {
        "text": "Remind staff of the protocol.", "findings": review.findings.get().pk, "scope": "national",
        "changes": ["system", "policy"], "beyond_gift": "on",
    }  # fmt: skip
    return {**whole, **values}


def advice(answer: Any) -> list[str]:
    return [each.key for each in answer.context["advice"]]


def test_advice_never_stops_a_recommendation_from_being_saved(
    board: make.World, review: Review, signed_in: Any
) -> None:
    client = signed_in(board.reviewer)
    sent = client.post(f"/findings/{review.ref}/recommendation/new/", said(review), follow=True)
    made = Recommendation.objects.get()
    assert (made.changes, made.beyond_gift, made.measure) == (["system", "policy"], True, "")
    assert made.change_labels[1] == "What policy or procedure says"
    assert advice(sent) == ["reminding", "no_measure"]
    text = sent.content.decode()
    assert "“Remind” asks people to know something that most of them knew." in text
    assert "This is advice: you decide" in text


def test_looking_shows_advice_keeps_what_was_typed_and_saves_nothing(
    board: make.World, review: Review, signed_in: Any
) -> None:
    client, page = signed_in(board.reviewer), f"/findings/{review.ref}/recommendation/new/"
    before = Event.objects.count()
    answer = client.post(page, said(review, look="yes", findings=[], text="Consider a form."))
    text = answer.content.decode()
    assert answer.status_code == 200
    assert advice(answer) == ["no_finding", "vague", "no_measure"]
    assert "Consider a form.</textarea>" in text
    assert "Choose at least one finding" not in text
    assert answer.context["form"]["changes"].value() == ["system", "policy"]
    assert (Recommendation.objects.count(), Event.objects.count()) == (0, before)


def test_looking_does_not_use_up_the_token_that_saves(board: make.World, review: Review, signed_in: Any) -> None:
    client, page = signed_in(board.reviewer), f"/findings/{review.ref}/recommendation/new/"
    client.post(page, said(review, look="yes", once="click"))
    client.post(page, said(review, once="click"))
    client.post(page, said(review, once="click"))
    assert Recommendation.objects.count() == 1


def test_the_boards_own_number_counts_the_one_being_written(board: make.World, review: Review, signed_in: Any) -> None:
    Board.objects.update(recommendations_advised=1)
    client, page = signed_in(board.reviewer), f"/findings/{review.ref}/recommendation/new/"
    assert "too_many" not in advice(client.post(page, said(review, look="yes")))
    client.post(page, said(review))
    assert "too_many" in advice(client.post(page, said(review, look="yes")))
    edited = client.post(f"/findings/{review.ref}/recommendation/1/edit/", said(review, look="yes"))
    assert "too_many" not in advice(edited)


def test_only_who_writes_reads_the_advice_and_only_while_it_is_written(
    board: make.World, review: Review, signed_in: Any
) -> None:
    signed_in(board.reviewer).post(f"/findings/{review.ref}/recommendation/new/", said(review))
    page, words = f"/findings/recommendation/{Recommendation.objects.get().pk}/", "This is advice: you decide"
    assert words in signed_in(board.reviewer).get(page).content.decode()
    assert words not in signed_in(board.panel).get(page).content.decode()
    Review.objects.update(stage="monitoring")
    assert words not in signed_in(board.reviewer).get(page).content.decode()


def test_a_look_at_a_change_keeps_the_version_that_was_opened(
    board: make.World, review: Review, signed_in: Any
) -> None:
    client = signed_in(board.reviewer)
    client.post(f"/findings/{review.ref}/recommendation/new/", said(review))
    page = f"/findings/{review.ref}/recommendation/1/edit/"
    client.post(page, said(review, text="First.", seen_version=1))
    looked = client.post(page, said(review, look="yes", text="Mine.", seen_version=1))
    assert looked.context["form"]["seen_version"].value() == "1"
    late = client.post(page, said(review, text="Mine.", seen_version=1))
    assert late.status_code == 422
    assert Recommendation.objects.get().text == "First."
