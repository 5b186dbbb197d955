"""Pages of the merged chronology: no entry is left out or shown twice, and a page can be asked for by day or by entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from itertools import product
from typing import Any

import pytest

from agencies.models import Entry
from findings import merged, paging
from reviews.models import Review
from reviews.stages import Stage
from tests import make


@pytest.fixture
def told(board: make.World) -> Review:
    """A review with entries of every kind of date and time, several of each in both agencies' returns."""
    review = make.review(board, stage=Stage.ANALYSIS)
    days = [(None, None), (date(2019, 1, 1), date(2019, 12, 31)), (date(2019, 3, 1), date(2019, 3, 31)), (date(2019, 3, 1),) * 2, (date(2020, 2, 2),) * 2]  # fmt: skip
    for agency in (board.police, board.school):
        request = make.request(board, review, agency, status="returned")
        for sequence, ((first, last), at) in enumerate(product(days, (None, time(7, 5), time(23, 59)))):
            Entry.objects.create(
                request=request, review=review, agency=agency, sequence=sequence, date_from=first, date_to=last, time=at,
                event=f"{first} {at}", recorded_by=board.police_author,
            )  # fmt: skip
    return review


def in_order(rows: Any) -> list[int]:
    """The keys of all entries, put in order here and not by the database."""
    entries = sorted(rows, key=lambda entry: (
        entry.date_from or date.max, entry.date_to or date.max, entry.time or time.max, entry.sequence, entry.pk
    ))  # fmt: skip
    return [entry.pk for entry in entries]


def turned(rows: Any, said: dict[str, str], way: str) -> Iterator[list[int]]:
    """Every page from one on, as the links lead."""
    while True:
        stretch = paging.asked(rows, said, 7)
        yield [entry.pk for entry in stretch.entries]
        if not (stretch.later if way == "after" else stretch.earlier):
            return
        said = {way: str(stretch.last if way == "after" else stretch.first)}


def test_pages_hold_every_entry_once_in_order_both_ways(board: make.World, told: Review) -> None:
    rows = merged.entries(told, board.panel)
    whole = in_order(rows)
    assert len(whole) == 30
    assert [pk for page in turned(rows, {}, "after") for pk in page] == whole
    backwards = list(turned(rows, {"before": "end"}, "before"))
    assert backwards[0] == whole[-7:]
    assert backwards[-1] == whole[:7]
    assert [pk for page in backwards[:-1][::-1] for pk in page] == whole[2:]


def test_any_entry_has_a_page_with_what_led_up_to_it(board: make.World, told: Review) -> None:
    rows = merged.entries(told, board.panel)
    whole = in_order(rows)
    for pk in whole:
        held = [entry.pk for entry in paging.asked(rows, {"entry": str(pk)}, 20).entries]
        begins = max(0, whole.index(pk) - paging.LED_UP)
        assert held == whole[begins : begins + 20]


@pytest.mark.parametrize(("said", "begins"), [("2020", date(2020, 2, 2)), ("March 2019", date(2019, 3, 1)), ("2/3/2019", date(2020, 2, 2)), ("2021", None)])  # fmt: skip
def test_a_page_begins_at_a_day_a_month_or_a_year(
    board: make.World, told: Review, said: str, begins: date | None
) -> None:
    stretch = paging.asked(merged.entries(told, board.panel), {"on": said})
    assert stretch.entries[0].date_from == begins
    assert stretch.earlier


def test_what_cannot_be_read_gives_the_first_page(board: make.World, told: Review) -> None:
    rows = merged.entries(told, board.panel)
    first = paging.asked(rows, {})
    for said in ({"after": "1"}, {"before": "2019-03-01_x_y_1_2"}, {"entry": "999999999999999999"}, {"on": "soon"}, {"after": f"2019-01-01_2019-01-01_00:00_1_{10**30}"}):  # fmt: skip
        assert paging.asked(rows, said) == first
    assert not first.earlier


def test_links_lead_from_page_to_page_and_keep_the_filters(board: make.World, told: Review, signed_in: Any) -> None:
    request = told.requests.get(agency=board.police)
    Entry.objects.bulk_create(
        Entry(request=request, review=told, agency=board.police, sequence=100 + n, date_from=date(2018, 1, 1), date_to=date(2018, 1, 1), event=f"Visit {n}.", recorded_by=board.police_author)
        for n in range(60)
    )  # fmt: skip
    client, address = signed_in(board.panel), f"/findings/{told.ref}/chronology/"
    page = client.get(address, {"agency": board.police.pk}).content.decode()
    assert "75 entries" in page
    later = re.search(r'href="(\?[^"]*after=[^"]*)" rel="next"', page)
    assert later
    second = client.get(address + later[1].replace("&amp;", "&")).content.decode()
    assert "Visit 49." in page
    assert "Visit 50." in second
    assert "Visit 49." not in second
    assert f"agency={board.police.pk}" in later[1]
    assert 'rel="prev"' in second
    refused = client.get(address, {"on": "soon"}).content.decode()
    assert "Begin at a day, a month or a year" in refused
    assert 'value="soon"' in refused
