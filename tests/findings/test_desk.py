"""The desk: what is ticked in the chronology becomes what a finding rests on, or bears a mark; filters and place stay."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from agencies.models import Entry, Request
from agencies.services import entry
from findings.models import Evidence, Mark
from findings.services import finding as verbs
from reviews.models import Review
from tests import make


def returned(board: make.World, review: Review, number: int) -> Request:
    """A return of the police that was signed off, with so many entries."""
    asked = make.request(board, review, board.police, author=board.police_author)
    for day in range(1, number + 1):
        entry.enter_by_hand(by=board.police_author, request=asked, date_text=f"{day}/3/2019", event=f"Event {day}.")
    Request.objects.filter(pk=asked.pk).update(status="returned")
    Review.objects.filter(pk=review.pk).update(stage="analysis")
    review.refresh_from_db()
    return asked


@pytest.fixture
def review(board: make.World) -> Review:
    """A review in analysis with a finding and a signed-off return of three entries."""
    review = make.review(board)
    returned(board, review, 3)
    verbs.add(by=board.reviewer, review=review, values={"title": "Nobody asked twice", "what": "w", "why": "y"})
    return review


@pytest.fixture
def desk(board: make.World, review: Review, client: Client) -> str:
    client.force_login(board.reviewer)
    return reverse("findings.desk.show", args=[review.ref])


def ticked(review: Review, number: int = 2) -> list[int]:
    return [*Entry.objects.filter(review=review).order_by("pk").values_list("pk", flat=True)[:number]]


def test_a_finding_rests_on_what_was_ticked_and_the_filter_stays(review: Review, client: Client, desk: str) -> None:
    sent = {"do": "link", "finding": "1", "entry": ticked(review), "note": "Both were read."}
    answer = client.post(f"{desk}?first=1/1/2001", sent)
    assert answer.status_code == 302
    assert answer["Location"] == f"{desk}?first=1/1/2001"
    assert [*Evidence.objects.values_list("entry", "note")] == [(pk, "Both were read.") for pk in ticked(review)]
    assert "Finding 1</a>" in client.get(desk).content.decode()


def test_what_was_ticked_is_marked(review: Review, client: Client, desk: str) -> None:
    client.post(desk, {"do": "mark", "kind": "good_practice", "entry": ticked(review)})
    assert Mark.objects.filter(kind="good_practice").count() == 2


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"do": "link", "finding": "1"}, "Tick at least one entry first."),
        ({"do": "link", "entry": "1"}, "Choose the finding that rests on the ticked entries."),
        ({"do": "mark", "entry": "1"}, "Choose what to mark the ticked entries as."),
    ],
)
def test_half_a_request_is_asked_about(client: Client, desk: str, sent: dict[str, str], sentence: str) -> None:
    answer = client.post(desk, sent)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_what_was_ticked_stays_ticked_when_something_is_missing(review: Review, client: Client, desk: str) -> None:
    shown = client.post(desk, {"do": "link", "entry": ticked(review, 1)}).content.decode()
    assert f'value="{ticked(review, 1)[0]}" id="tick-{ticked(review, 1)[0]}" checked' in shown


def test_what_rests_there_already_is_said(review: Review, client: Client, desk: str) -> None:
    sent = {"do": "link", "finding": "1", "entry": ticked(review, 1)}
    client.post(desk, sent)
    answer = client.post(desk, sent)
    assert "This finding rests on that already." in answer.content.decode()


def test_an_entry_of_another_review_is_not_linked(board: make.World, review: Review, client: Client, desk: str) -> None:
    other = make.review(board, number=2)
    foreign = returned(board, other, 1).entries.get()
    client.post(desk, {"do": "link", "finding": "1", "entry": foreign.pk})
    assert not Evidence.objects.exists()


def test_the_panel_has_no_desk(board: make.World, client: Client, desk: str) -> None:
    client.force_login(board.panel)
    assert client.get(desk).status_code == 403
