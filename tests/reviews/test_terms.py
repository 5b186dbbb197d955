"""Terms of reference: versions that stand, what differs between them, and who signed which."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import strategies as st

from reviews.comparison import compared
from reviews.services import terms as verbs
from scr_portal.lib.records import Refused
from tests import make


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_pieces_of_a_comparison_are_both_texts(first: str, then: str) -> None:
    pieces = compared(first, then)
    assert "".join(piece.text for piece in pieces if piece.kind != "in") == first
    assert "".join(piece.text for piece in pieces if piece.kind != "out") == then


def test_a_version_stands_and_the_next_shows_what_differs(board: make.World, signed_in: Any) -> None:
    review, client = make.review(board), signed_in(board.reviewer)
    address = f"/reviews/{review.ref}/terms/"
    client.post(f"{address}issue/", {"reason": "The first."})
    assert client.post(f"{address}issue/", {"reason": "Again."}).status_code == 422
    client.post(
        f"/reviews/{review.ref}/participation/new/", {"agency": board.police.pk, "asked": "A report on line 1."}
    )
    client.post(f"{address}issue/", {"reason": "The police take part."})
    first = unescape(client.get(f"{address}1/version/").content.decode())
    assert "A report on line 1." not in first
    then = unescape(client.get(f"{address}compare/?first=1&then=2").content.decode())
    assert "A report on line 1." in then
    assert '<ins class="scr-in">' in then
    assert "Changed" in unescape(client.get(f"{address}2/version/").content.decode())
    assert client.get(f"{address}3/version/").status_code == 404


def test_the_panel_and_the_chair_sign_the_latest_version_once(board: make.World, signed_in: Any) -> None:
    review = make.review(board)
    one = verbs.issue(by=board.reviewer, review=review, why="n")
    with pytest.raises(Refused, match="what would have to change"):
        verbs.sign(by=board.panel, issue=one, on_behalf_of="Police", answer="disagrees")
    verbs.sign(by=board.panel, issue=one, on_behalf_of="Police", answer="disagrees", note="Begin in 2017.")
    with pytest.raises(Refused, match="signed this version already"):
        verbs.sign(by=board.panel, issue=one, on_behalf_of="Police", answer="agrees")
    with pytest.raises(PermissionDenied):
        verbs.sign(by=board.reviewer, issue=one, on_behalf_of="Nobody", answer="agrees")
    verbs.add_agency(by=board.reviewer, review=review, agency=board.school, asked="A chronology.")
    verbs.issue(by=board.reviewer, review=review, why="n")
    with pytest.raises(Refused, match="Version 2 has been issued since"):
        verbs.sign(by=board.chair, issue=one, on_behalf_of="The board", answer="agrees")
    page = unescape(signed_in(board.auditor).get(f"/reviews/{review.ref}/terms/1/version/").content.decode())
    assert "Does not agree: Lee Grant" in page
    assert "Begin in 2017." in page
    listed = unescape(signed_in(board.auditor).get(f"/reviews/{review.ref}/terms/").content.decode())
    assert "Police: does not agree" in listed
    assert "Nobody has signed it yet" in listed
