"""Periods that the panel has named, the pictures of the chronology, and ages beside the entries."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest

from findings import annotated, lanes, merged, strip
from findings.models import Episode, EventLink, Mark
from findings.services import mark
from reviews.models import Review
from scr_portal.lib.records import Refused
from tests import make
from tests.findings.test_merged import released, told

__all__ = ["released"]
MARCH = date(2019, 3, 1)


@pytest.fixture
def of(released: Review) -> str:
    return f"/findings/{released.ref}"


def test_a_period_is_named_and_stands_in_the_strip(
    board: make.World, released: Review, signed_in: Any, of: str
) -> None:
    told(board, released, "police", "Seen.", date(2019, 2, 5))
    told(board, released, "school", "Seen.", date(2019, 6, 5))
    values = {"title": "First report", "kind": "key_episode", "first": "1/3/2019", "last": "30/4/2019"}
    client = signed_in(board.panel)
    assert "First report" in client.post(f"{of}/episode/new/", values, follow=True).content.decode()
    picture = annotated.picture(released, board.panel)
    assert picture is not None
    ((_, bar),) = picture.episodes
    assert (bar.x, bar.width, bar.title) == (strip.CELL, 2 * strip.CELL, "Key practice episode: First report")
    assert "Key practice episode: First report" in client.get(f"{of}/strip/").content.decode()
    wrong = client.post(f"{of}/episode/new/", {**values, "last": "1/2/2019"})
    assert wrong.status_code == 422
    assert "The last day is before the first" in wrong.content.decode()
    client.post(f"{of}/episode/{bar.key}/remove/")
    assert (Episode.objects.get().removed, annotated.picture(released, board.panel).episodes) == (True, [])  # type: ignore[union-attr]


def test_several_entries_are_marked_at_once_and_none_twice(
    board: make.World, released: Review, signed_in: Any, of: str
) -> None:
    entries = [told(board, released, "police", f"Seen {n}.", MARCH + timedelta(n)) for n in range(3)]
    mark.add(by=board.panel, entry=entries[0], values={"kind": "missed_opportunity"})
    episode = Episode.objects.create(
        review=released, title="t", first=MARCH, last=date(2019, 3, 31), made_by=board.panel
    )
    keys = [entry.pk for entry in entries]
    sent = {"kind": "missed_opportunity", "entries": keys}
    signed_in(board.panel).post(f"{of}/episode/{episode.pk}/", sent)
    assert Mark.objects.filter(kind="missed_opportunity").count() == 3
    with pytest.raises(Refused, match="marked like that already"):
        mark.add_to_several(by=board.panel, review=released, entries=keys, values={"kind": "missed_opportunity"})
    assert annotated.marked_months(released, board.panel) == {(board.police.pk, MARCH): "missed_opportunity"}


def test_silence_is_drawn_between_the_first_entry_and_the_last(board: make.World, released: Review) -> None:
    told(board, released, "police", "Seen.", date(2019, 1, 5))
    told(board, released, "police", "Seen.", date(2019, 6, 5))
    told(board, released, "school", "Seen.", date(2019, 3, 5))
    picture = annotated.picture(released, board.panel)
    assert picture is not None
    assert [[bar.title for bar in lane.silences] for lane in picture.lanes] == [["4 months without an entry"], []]
    assert [[cell.x // strip.CELL for cell in lane.cells] for lane in picture.lanes] == [[0, 5], [2]]


def test_days_side_by_side(board: make.World, released: Review, signed_in: Any, of: str) -> None:
    one = told(board, released, "police", "Call.", MARCH, time=time(14, 0))
    told(board, released, "police", "Second call.", MARCH, time=time(9, 0))
    told(board, released, "school", "In March", MARCH, date(2019, 3, 31), precision="month")
    other = told(board, released, "school", "Called.", MARCH + timedelta(1))
    link = EventLink.objects.create(review=released, status="confirmed")
    link.entries.set([one, other])
    rows = list(merged.entries(released, board.panel))
    window = lanes.laid_out(
        rows, [board.police, board.school], MARCH, MARCH + timedelta(6), {one.pk: link, other.pk: link}
    )
    assert [[(block.x // lanes.DAY, block.sign) for block in lane.blocks] for lane in window.lanes] == [
        [(0, "09:00"), (0, "14:00")],
        [(0, "about"), (1, "day")],
    ]
    assert [lane.height for lane in window.lanes] == [2 * lanes.LINE, 2 * lanes.LINE]
    assert len(window.ties) == 1
    client = signed_in(board.panel)
    assert "In March" in client.get(f"{of}/lane/?first=1/3/2019").content.decode()
    assert "31 days are shown at most" in client.get(f"{of}/lane/?first=1/3/2019&last=1/9/2019").content.decode()
    assert "Enter the first day" in client.get(f"{of}/lane/?last=1/9/2019").content.decode()


def test_the_age_of_the_child_stands_beside_each_entry(
    board: make.World, released: Review, signed_in: Any, of: str
) -> None:
    make.subject(board, released, born_on=date(2015, 11, 20))
    entry = told(board, released, "police", "Seen.", date(2019, 3, 27))
    assert annotated.ages(released, [entry]) == {entry.pk: ["Child A: 3 years 4 months"]}
    client = signed_in(board.panel)
    for page in (f"{of}/chronology/", f"{of}/entry/{entry.pk}/", f"{of}/lane/?first=27/3/2019"):
        assert "Child A: 3 years 4 months" in client.get(page).content.decode()


def test_the_page_of_an_entry_tells_everything_about_it(
    board: make.World, released: Review, signed_in: Any, of: str
) -> None:
    entry = told(board, released, "police", "Officer told the school of the bruise.", date(2019, 3, 27))
    set_by = mark.add(by=board.panel, entry=entry, values={"kind": "good_practice"})
    mark.remove(by=board.panel, mark=set_by)
    Episode.objects.create(review=released, title="Bruises", first=MARCH, last=date(2019, 3, 31), made_by=board.panel)
    said = signed_in(board.panel).get(f"{of}/entry/{entry.pk}/").content.decode()
    for words in (
        "Harrowdale Police told Harrowdale Primary School",
        "Bruises",
        "Marks that were taken off",
        "Entered by hand",
    ):
        assert words in said
