"""The merged chronology: its order, its filters, who reads it, and what silence looks like."""

from __future__ import annotations

from collections import Counter
from datetime import date, time
from typing import Any

import pytest

from agencies.models import Entry, Hold, Request
from findings import merged
from findings.models import Mark, Theme
from findings.services import mark as marks
from reviews.models import Review
from reviews.stages import Stage
from scr_portal.lib.records import Refused
from tests import make


@pytest.fixture
def released(board: make.World) -> Review:
    """A review whose chronology the panel reads, with signed returns of both agencies."""
    review = make.review(board, stage=Stage.ANALYSIS)
    for agency in (board.police, board.school):
        make.request(board, review, agency, status="returned")
    return review


def told(
    board: make.World,
    review: Review,
    agency: str,
    event: str,
    first: date | None,
    last: date | None = None,
    **values: Any,
) -> Entry:
    """One entry of an agency's return."""
    request = Request.objects.get(review=review, agency=getattr(board, agency))
    said = {"date_from": first, "date_to": last or first, "precision": "day" if first else "unknown", "date_text": ""}
    by = {
        "review": review,
        "agency": request.agency,
        "recorded_by": board.police_author,
        "sequence": request.entries.count() + 1,
    }
    return Entry.objects.create(request=request, event=event, **{**by, **said, **values})


def read(review: Review, user: Any, **filters: Any) -> list[str]:
    return [entry.event for entry in merged.entries(review, user, merged.Filters(**filters))]


def test_a_day_stands_before_the_month_that_holds_it_and_the_undated_last(board: make.World, released: Review) -> None:
    told(board, released, "police", "undated", None)
    told(board, released, "school", "in March", date(2019, 3, 1), date(2019, 3, 31))
    told(board, released, "police", "first of March", date(2019, 3, 1))
    told(board, released, "police", "first of March, early", date(2019, 3, 1), time=time(7, 5))
    assert read(released, board.panel) == ["first of March, early", "first of March", "in March", "undated"]


def test_filters_narrow_together(board: make.World, released: Review) -> None:
    told(board, released, "police", "a missed appointment", date(2019, 3, 5))
    told(board, released, "school", "a missed day", date(2019, 3, 6))
    told(board, released, "school", "a missed day later", date(2019, 5, 6))
    assert read(released, board.panel, words="missed", last=date(2019, 3, 31)) == [
        "a missed appointment",
        "a missed day",
    ]
    assert read(released, board.panel, words="missed", last=date(2019, 3, 31), agencies=(board.school.pk,)) == [
        "a missed day"
    ]


def test_a_period_takes_in_what_may_lie_in_it(board: make.World, released: Review) -> None:
    told(board, released, "school", "in March", date(2019, 3, 1), date(2019, 3, 31), precision="month")
    assert read(released, board.panel, first=date(2019, 3, 20), last=date(2019, 4, 2)) == ["in March"]


def test_words_are_found_in_part_whatever_their_capitals_and_accents(board: make.World, released: Review) -> None:
    told(board, released, "police", "BRUISING to Zoë’s arm, 100% sure", date(2019, 3, 5), action="Not seen again.")
    told(board, released, "school", "Seen; not bruised", date(2019, 3, 6))
    assert len(read(released, board.panel, words="bruis seen")) == 2
    for words in ("ZOE'S arm", '"zoë’s arm"', "“not seen”", "100%", "bruis sure"):
        assert len(read(released, board.panel, words=words)) == 1, words
    assert read(released, board.panel, words='"seen not"') == []
    assert read(released, board.panel, words="10_%") == []


def test_marks_and_themes_filter(board: make.World, released: Review) -> None:
    entry = told(board, released, "police", "seen", date(2019, 3, 5))
    told(board, released, "police", "not marked", date(2019, 3, 6))
    theme = Theme.objects.create(board=board.board, name="Daily life")
    marks.add(by=board.panel, entry=entry, values={"kind": Mark.Kind.THEME, "theme": theme})
    assert read(released, board.panel, theme=theme.pk) == read(released, board.panel, mark="theme") == ["seen"]


def test_a_mark_taken_off_stays_on_record_and_filters_no_longer(board: make.World, released: Review) -> None:
    entry = told(board, released, "police", "seen", date(2019, 3, 5))
    made = marks.add(by=board.panel, entry=entry, values={"kind": Mark.Kind.KEY_EPISODE})
    with pytest.raises(Refused, match="marked like that already"):
        marks.add(by=board.panel, entry=entry, values={"kind": Mark.Kind.KEY_EPISODE})
    marks.remove(by=board.panel, mark=made)
    assert read(released, board.panel, mark="key_episode") == []
    assert Mark.objects.get().removed


def test_a_return_that_is_not_signed_is_not_in_it(board: make.World, released: Review) -> None:
    told(board, released, "police", "seen", date(2019, 3, 5))
    Request.objects.filter(agency=board.police).update(status="with_senior")
    assert read(released, board.panel) == []


def test_the_panel_reads_nothing_before_the_release(board: make.World, released: Review) -> None:
    told(board, released, "police", "seen", date(2019, 3, 5))
    Review.objects.update(stage=Stage.COLLECTION)
    released.refresh_from_db()
    assert read(released, board.panel) == []
    assert read(released, board.reviewer) == ["seen"]


def test_an_agency_reads_its_own_alone(board: make.World, released: Review) -> None:
    told(board, released, "police", "ours", date(2019, 3, 5))
    told(board, released, "school", "theirs", date(2019, 3, 5))
    assert read(released, board.police_author) == ["ours"]


def test_the_strip_shows_every_month_and_the_longest_silence(board: make.World, released: Review) -> None:
    for month in (1, 1, 2, 6):
        told(board, released, "police", "seen", date(2019, month, 5))
    months, (row,) = merged.strip(released, board.panel)
    assert [number for _, number in row.months] == [2, 1, 0, 0, 0, 1]
    assert (months[0], months[-1], row.silence) == (date(2019, 1, 1), date(2019, 6, 1), 3)


def test_names_are_covered_until_they_are_asked_for_and_that_is_on_record(
    board: make.World, released: Review, signed_in: Any
) -> None:
    make.subject(board, released)
    told(board, released, "police", "Amara Okafor seen at home.", date(2019, 3, 5))
    client, address = signed_in(board.panel), f"/findings/{released.ref}/chronology/"
    covered = client.get(address).content.decode()
    assert "Child A seen at home." in covered
    assert "Okafor" not in covered
    assert "Amara Okafor seen at home." in client.get(address + "?names=real").content.decode()
    assert released.events.filter(verb="chronology.named_view_opened", actor=board.panel).exists()


def test_days_are_counted_in_the_index_as_the_rows_would_be(board: make.World, released: Review) -> None:
    made = [told(board, released, "police", f"{day}", date(2019, 3, day), sequence=day) for day in (1, 1, 2, 3, 4)]
    told(board, released, "school", "the same day", date(2019, 3, 2))
    told(board, released, "school", "undated", None)
    told(board, released, "police", "corrected", date(2019, 3, 5), replaces=made[0], sequence=9)
    told(board, released, "police", "corrected again", date(2019, 3, 5), replaces=made[4], sequence=10)
    for entry, lifted_on in ((made[2], None), (made[4], None), (made[3], date(2026, 1, 1))):
        said = {"review": released, "kind": Hold.Kind.POLICE, "reason": "A trial.", "placed_by": board.reviewer}
        Hold.objects.create(entry=entry, lifted_on=lifted_on, **said)
    for reader, number in ((board.panel, 5), (board.reviewer, 6), (None, 5)):
        rows = Entry.objects.of_review(released, reader=reader).filter(date_from__isnull=False)
        counted = Entry.objects.of_review_by_day(released, reader=reader)
        assert counted == Counter(rows.order_by().values_list("request", "date_from"))
        assert sum(counted.values()) == number
    assert [*merged.days(released, board.panel, merged.Filters(words="same")).values()] == [1]
