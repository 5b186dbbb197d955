"""Views of the merged chronology that are kept: whose they are, what they open, and what they say when they no longer fit."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from findings.models import SavedView
from findings.services import saved_view
from reviews.models import Review
from reviews.stages import Stage
from scr_portal.lib.records import Refused
from tests import make
from tests.findings.test_merged import told


@pytest.fixture
def review(board: make.World) -> Review:
    """A released review in which the child was seen once and not seen once."""
    made = make.review(board, stage=Stage.ANALYSIS)
    make.request(board, made, board.police, status="returned")
    told(board, made, "police", "Called: at home.", date(2019, 3, 1), seen="yes")
    told(board, made, "police", "Called: no answer.", date(2019, 3, 2), seen="no")
    return made


def kept(board: make.World, review: Review, name: str = "Not seen", shared: bool = False, **asked: Any) -> SavedView:
    values = {"name": name, "shared": shared}
    return saved_view.add(by=board.panel, review=review, values=values, asked=asked or {"seen": ["no"]})


def test_a_reader_saves_what_is_asked_for_and_opens_it_by_its_number(
    board: make.World, review: Review, signed_in: Any
) -> None:
    client, at = signed_in(board.panel), f"/findings/{review.ref}/"
    assert "Save this as a view" in client.get(f"{at}chronology/?seen=no").content.decode()
    client.post(f"{at}saved_view/new/?seen=no&on=2019", {"name": "Not seen"})
    view = SavedView.objects.get()
    assert (view.asked, view.shared) == ({"seen": ["no"]}, False)
    page = client.get(f"{at}chronology/?view={view.pk}").content.decode()
    assert ["saved view “Not seen”" in page, "no answer" in page, "at home" in page] == [True, True, False]
    answer = client.get(f"{at}chronology/export/?view={view.pk}&format=csv")
    file = b"".join(answer.streaming_content).decode()
    assert ["no answer" in file, "at home" in file] == [True, False]


def test_a_view_is_its_makers_until_it_is_shared(board: make.World, review: Review, signed_in: Any) -> None:
    view, at = kept(board, review), f"/findings/{review.ref}/"
    assert (
        "deleted, or it is not shared"
        in signed_in(board.reviewer).get(f"{at}chronology/?view={view.pk}").content.decode()
    )
    assert signed_in(board.reviewer).get(f"{at}saved_view/{view.pk}/edit/").status_code == 404
    saved_view.write(by=board.panel, view=view, values={"name": "Not seen", "shared": True})
    assert set(SavedView.objects.visible_to(board.auditor)) == {view}
    assert not SavedView.objects.visible_to(board.police_author).exists()
    saved_view.remove(by=board.panel, view=view)
    assert not SavedView.objects.visible_to(board.panel).exists()


def test_a_name_that_is_taken_and_a_view_of_nothing_are_refused(board: make.World, review: Review) -> None:
    kept(board, review)
    with pytest.raises(Refused, match="a view “not seen” already"):
        kept(board, review, name="not seen")
    with pytest.raises(Refused, match="Ask for something first"):
        saved_view.add(by=board.panel, review=review, values={"name": "All", "shared": False}, asked={})


def test_a_view_that_no_longer_fits_says_so(board: make.World, review: Review, signed_in: Any) -> None:
    person = make.subject(board, review)
    view = kept(board, review, person=[str(person.pk)])
    person.kind = "place"
    person.save()
    page = signed_in(board.panel).get(f"/findings/{review.ref}/chronology/?view={view.pk}").content.decode()
    assert "no longer in this review, so it shows more than it did" in page
