"""When to offer support, and which words of a note say something about health."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from agencies.clinical_words import pointed_at
from agencies.support_points import AHEAD, POINTS, anniversary, newest, to_offer

DAYS = some.dates(date(2015, 1, 1), date(2040, 12, 31))
KNOWN = some.dictionaries(some.sampled_from([*POINTS, "happened"]).filter(lambda key: key != "anniversary"), DAYS)


def test_the_newest_point_that_has_opened_counts() -> None:
    dates = {"start": date(2026, 1, 10), "draft": date(2026, 6, 1), "publication": date(2026, 9, 1)}
    said = {
        date(2025, 12, 26): None, date(2025, 12, 27): "start", date(2026, 5, 17): "start", date(2026, 5, 18): "draft",
        date(2026, 8, 18): "publication", date(2027, 8, 17): "publication", date(2027, 8, 18): "anniversary",
    }  # fmt: skip
    assert {day: point.key if (point := newest(dates, day)) else None for day in said} == said


def test_the_day_of_the_incident_comes_back_each_year() -> None:
    dates = {"happened": date(2024, 3, 5), "start": date(2025, 1, 10)}
    point = newest(dates, date(2026, 2, 25))
    assert point is not None
    assert (point.key, point.on) == ("anniversary", date(2026, 3, 5))


@given(born=DAYS, today=DAYS)
def test_an_anniversary_is_a_year_or_more_later_and_has_opened(born: date, today: date) -> None:
    found = anniversary(born, today)
    if found is None:
        assert today + AHEAD < born + timedelta(days=367)
    else:
        assert found >= born + timedelta(days=365)
        assert today - timedelta(days=366) <= found <= today + AHEAD
        assert (found.month, found.day) in {(born.month, born.day), (3, 1)}


@given(dates=KNOWN, today=DAYS, offers=some.lists(DAYS, max_size=4))
def test_an_offer_since_the_point_opened_ends_the_prompt(
    dates: dict[str, date], today: date, offers: list[date]
) -> None:
    point = newest(dates, today)
    assert to_offer(point, offers) == (point is not None and not [day for day in offers if day >= point.opens])
    assert not to_offer(point, [*offers, today])


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("Diagnosed last week, signed off until May", ["Diagnosed", "signed off"]),
        ("on medication; sick note; ANXIETY", ["medication", "sick note", "ANXIETY"]),
        ("panic attacks and self-harm", ["panic attacks", "self-harm"]),
        ("Depression, depression again", ["Depression", "depression"]),
        ("Mondays at three with Jo, in the small room", []),
        ("Counselling by the trust’s own service; supervision twice", []),
        ("Occupational health will ring on the 4th", []),
    ],
)
def test_words_about_health_are_found_as_they_stand(note: str, found: list[str]) -> None:
    assert pointed_at(note) == found
