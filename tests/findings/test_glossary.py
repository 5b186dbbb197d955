"""Abbreviations within the words of entries: agencies' meanings, and that none of them tells a covered name."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agencies.models import Abbreviation, Entry, Hold, Request
from agencies.services import hold as holds
from findings.models import Episode, EventLink
from reviews.models import Review
from reviews.stages import Stage
from tests import make


@pytest.fixture
def released(board: make.World) -> Review:
    """A review whose chronology the panel reads; the police's return explains its short forms."""
    review = make.review(board, stage=Stage.ANALYSIS)
    make.subject(board, review)
    police = make.request(board, review, board.police, status="returned")
    school = make.request(board, review, board.school, status="returned")
    for request, event in ((police, "The MASH rang AOF about the PPN."), (school, "MASH met. DSL there.")):
        Entry.objects.create(
            request=request, review=review, agency=request.agency, sequence=1, event=event, recorded_by=board.police_author,
            date_from=date(2019, 3, 1), date_to=date(2019, 3, 1), precision="day", date_text="1/3/2019",
        )  # fmt: skip
    explain(
        board, police, MASH="Multi-Agency Safeguarding Hub", AOF="Amara Okafor’s file", PPN="Public protection notice"
    )
    return review


def explain(board: make.World, request: Request, **meanings: str) -> None:
    for short, meaning in meanings.items():
        Abbreviation.objects.create(request=request, short=short, meaning=meaning, written_by=board.police_author)


def read(client: Any, review: Review, asked: str = "") -> str:
    return str(client.get(f"/findings/{review.ref}/chronology/{asked}").content.decode())


def test_entries_explain_abbreviations_as_their_agency_does(
    board: make.World, released: Review, signed_in: Any
) -> None:
    said = read(signed_in(board.panel), released)
    assert "<span> (Public protection notice)</span>" in said
    assert "<span> (Multi-Agency Safeguarding Hub)</span>" in said
    assert "<span> (Multi-Agency Safeguarding Hub, as Harrowdale Police uses it)</span>" in said
    assert "DSL there." in said


def test_a_meaning_never_tells_a_name_that_is_covered(board: make.World, released: Review, signed_in: Any) -> None:
    covered = read(signed_in(board.reviewer), released)
    assert "Okafor" not in covered
    assert "rang AOF about" in covered
    entry = Entry.objects.visible_to(board.reviewer).first()
    page = signed_in(board.reviewer).get(f"/findings/{released.ref}/entry/{entry.pk}/").content.decode()
    assert "Public protection notice" in page
    assert "Okafor" not in page
    assert "Amara Okafor’s file" in read(signed_in(board.reviewer), released, "?names=real")


def test_a_return_that_is_not_signed_off_explains_nothing(board: make.World, released: Review, signed_in: Any) -> None:
    asked = make.request(board, released, board.school, status="in_progress", round=2)
    explain(board, asked, DSL="Designated safeguarding lead")
    assert "Designated safeguarding lead" not in read(signed_in(board.panel), released)


def test_many_meanings_take_no_more_queries_than_one(board: make.World, released: Review, signed_in: Any) -> None:
    client = signed_in(board.panel)
    read(client, released)
    with CaptureQueriesContext(connection) as before:
        read(client, released)
    request = Request.objects.get(review=released, agency=board.school)
    explain(board, request, **{f"A{one}{two}": f"Meaning {one}{two}" for one in "ABCDE" for two in "FGHIJ"})
    words = " ".join(f"A{one}{two} and then" for one in "ABCDE" for two in "FGHIJ")
    for sequence in range(2, 12):
        Entry.objects.create(
            request=request, review=released, agency=request.agency, sequence=sequence, event=words, recorded_by=board.school_author,
            date_from=date(2019, 3, 2), date_to=date(2019, 3, 2), precision="day", date_text="2/3/2019",
        )  # fmt: skip
    with CaptureQueriesContext(connection) as after:
        assert "Meaning EJ" in read(client, released)
    assert len(after) == len(before)


def test_why_an_entry_stands_where_it_does_is_told_on_both_pages(
    board: make.World, released: Review, signed_in: Any
) -> None:
    client = signed_in(board.panel)
    said = read(client, released)
    assert "It is dated 1 March 2019 without a time" in said
    assert "it comes before an entry of Harrowdale Primary School" in said
    first = Entry.objects.visible_to(board.panel).order_by("pk").first()
    page = client.get(f"/findings/{released.ref}/entry/{first.pk}/").content.decode()
    assert "Why does this stand here?" in page
    assert "it comes before an entry of Harrowdale Primary School" in page
    assert "it follows" not in page


def test_an_episode_and_the_days_side_by_side_explain_abbreviations_too(
    board: make.World, released: Review, signed_in: Any
) -> None:
    client = signed_in(board.panel)
    values = {
        "kind": Episode.Kind.KEY_EPISODE,
        "title": "The spring",
        "first": date(2019, 3, 1),
        "last": date(2019, 3, 31),
    }
    episode = Episode.objects.create(review=released, made_by=board.reviewer, **values)
    for address in (f"episode/{episode.pk}/", "lane/?first=1/3/2019&last=3/3/2019"):
        said = client.get(f"/findings/{released.ref}/{address}").content.decode()
        assert "<span> (Public protection notice)</span>" in said, address
        assert "Okafor" not in said


def test_an_event_what_was_known_and_what_is_on_hold_explain_abbreviations_too(
    board: make.World, released: Review, signed_in: Any
) -> None:
    entries = [*Entry.objects.visible_to(board.reviewer)]
    link = EventLink.objects.create(review=released)
    link.entries.set(entries)
    holds.place(by=board.reviewer, review=released, entries=entries[:1], kind=Hold.Kind.POLICE, reason="Trial.")
    client = signed_in(board.reviewer)
    for address in (f"same_event/{link.pk}/", "pattern/knowledge/?on=1/4/2019", "hold/"):
        said = client.get(f"/findings/{released.ref}/{address}").content.decode()
        assert "<span> (Public protection notice)</span>" in said, address
        assert "Okafor" not in said
