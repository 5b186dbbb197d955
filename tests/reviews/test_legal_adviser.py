"""The legal adviser of a review: the advice, what runs beside and what was disclosed, and nothing else of the case."""

from __future__ import annotations

from typing import Any

import pytest

from reviews.models import Event, LegalAdvice, Review
from reviews.policy import Role
from reviews.services import advice, membership
from tests import make


@pytest.fixture
def review(board: make.World) -> Review:
    made = make.review(board)
    said = {"given_by": "Counsel", "given_on": "2026-09-01", "question": "May we?", "advice": "You may."}
    advice.add(by=board.chair, review=made, values=said)
    return made


def test_the_adviser_finds_reads_and_records_advice(board: make.World, review: Review, signed_in: Any) -> None:
    client, address = signed_in(board.legal), f"/reviews/{review.ref}/advice/"
    assert address in client.get("/").content.decode()
    register = client.get("/reviews/").content.decode()
    assert address in register
    assert "no review here that you may open" not in register
    assert "All kinds" not in register  # There is nothing to narrow.
    page = client.get(address).content.decode()
    assert "You may." in page
    assert f"/reviews/{review.ref}/terms/" not in page
    assert Event.objects.latest("pk").verb == "legal_advice.read"
    assert "Sana Mirza" in client.get(f"{address}new/").content.decode()
    said = {"given_by": "Sana Mirza", "given_on": "2/9/2026", "question": "And now?", "advice": "Not yet."}
    assert client.post(f"{address}new/", said).status_code == 302
    assert LegalAdvice.objects.latest("pk").recorded_by == board.legal


def test_the_adviser_sees_what_runs_beside_and_what_was_disclosed_and_nothing_else(
    board: make.World, review: Review, signed_in: Any
) -> None:
    client = signed_in(board.legal)
    seen = {
        "restriction": 200,
        "disclosure": 200,
        "": 404,
        "person": 404,
        "terms": 404,
        "criteria": 404,
        "letter": 404,
        "event": 404,
    }
    found = {part: client.get(f"/reviews/{review.ref}/{part}/".replace("//", "/")).status_code for part in seen}
    assert found == seen


def test_advice_of_another_review_is_not_there_for_the_adviser_and_access_ends(
    board: make.World, review: Review, signed_in: Any
) -> None:
    adviser = make.person("Ada Quist")
    other = make.review(board, number=2)
    held = membership.grant(by=board.manager, board=board.board, user=adviser, role=Role.LEGAL_ADVISER, review=other)
    client = signed_in(adviser)
    assert client.get(f"/reviews/{other.ref}/advice/").status_code == 200
    assert client.get(f"/reviews/{review.ref}/advice/").status_code == 404
    membership.end(by=board.manager, membership=held, why="Done.")
    assert client.get(f"/reviews/{other.ref}/advice/").status_code == 404
