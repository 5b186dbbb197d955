"""The register and its filters; a board's year, with small numbers covered for outsiders."""

from __future__ import annotations

from datetime import date
from html import unescape
from typing import Any

import pytest
from django.utils import timezone

from reviews.models import Milestone
from reviews.year import Year, shown, tables
from tests import make


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0"), (1, "fewer than 5"), (4, "fewer than 5"), (5, "about 5"), (7, "about 5"), (8, "about 10")],
)
def test_small_numbers_are_covered_and_others_rounded(count: int, said: str) -> None:
    assert shown(count, exact=False) == said
    assert shown(count, exact=True) == str(count)


def test_the_register_is_narrowed_by_kind_stage_year_and_lateness(board: make.World, signed_in: Any) -> None:
    child = make.review(board, stage="drafting", title="Child A")
    adult = make.review(board, rule_set=make.ADULT, number=2, stage="screening", title="Adult B")
    Milestone.objects.filter(review=adult).update(happened_on="2026-01-05")
    Milestone.objects.filter(review=child).delete()
    client = signed_in(board.manager)

    def listed(query: str) -> set[str]:
        page = client.get(f"/reviews/?{query}").content.decode()
        return {title for title in ("Child A", "Adult B") if title in page}

    assert listed("") == {"Child A", "Adult B"}
    assert listed(f"regime={make.ADULT}") == {"Adult B"}
    assert listed("stage=drafting") == {"Child A"}
    assert listed("year=2026") == {"Child A", "Adult B"}
    assert listed("year=1999") == set()
    assert listed("late=late") == {"Adult B"}
    assert "No review fits this choice" in client.get("/reviews/?year=1999").content.decode()


def test_a_boards_year_counts_and_covers(board: make.World, signed_in: Any) -> None:
    review, year = make.review(board, stage="drafting"), Year.holding(board.board, timezone.localdate())
    Milestone.objects.create(review=review, event="commissioned", happened_on=year.first, recorded_by=board.manager)
    found = {figure.label: figure.shown for table in tables(board.board, year, exact=True) for figure in table.figures}
    assert (found["Begun"], found["Commissioned"], found["Published"]) == ("1", "1", "0")
    office = unescape(signed_in(board.chair).get("/reviews/year/").content.decode())
    outside = unescape(signed_in(board.police_lead).get("/reviews/year/").content.decode())
    assert "fewer than 5" not in office
    assert "fewer than 5" in outside
    assert "so that nobody can be worked out" in outside


def test_a_boards_year_begins_in_its_own_month(board: make.World) -> None:
    year = Year.holding(board.board, date(2026, 3, 31))
    assert (str(year), year.first, year.last) == ("2025 to 2026", date(2025, 4, 1), date(2026, 3, 31))
    assert date(2026, 4, 1) not in year
    board.board.year_begins = 1
    assert str(Year.holding(board.board, date(2026, 3, 31))) == "2026"
