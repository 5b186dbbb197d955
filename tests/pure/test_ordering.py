"""Why an entry stands where it does: one sentence from its keys and its neighbours'."""

from __future__ import annotations

from dataclasses import astuple, replace
from datetime import date, time
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.ordering import Placed, earlier, later, reasons, why

DAY, MONTH_END = date(2019, 3, 1), date(2019, 3, 31)
SEEN = Placed(5, "Police", 1, DAY, DAY, None, 3)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (SEEN, "It is dated 1 March 2019 without a time, so it stands after what has a time on that day."),
        (replace(SEEN, at=time(7, 5)), "It is dated 1 March 2019 at 07:05."),
        (
            replace(SEEN, at=time(7, 5), certain=False),
            "It is dated 1 March 2019 at 07:05 (the doubt about its date does not move it).",
        ),
        (
            replace(SEEN, last=MONTH_END, precision="month"),
            "Its date is known to the month only, from 1 March 2019 to 31 March 2019, so it stands at the first of these days, after what was over sooner.",
        ),
        (
            replace(SEEN, last=MONTH_END, precision="range"),
            "Its date is known as a period, from 1 March 2019 to 31 March 2019, so it stands at the first of these days, after what was over sooner.",
        ),
        (
            replace(SEEN, first=None, last=None, precision="unknown", certain=False),
            "No day can be told from its date, so it stands after all that have one.",
        ),
    ],
)
def test_an_entry_alone_is_placed_by_its_own_date(entry: Placed, said: str) -> None:
    assert why(entry) == said


def test_the_neighbours_are_told_apart_by_the_first_key_that_differs() -> None:
    school = replace(SEEN, key=6, agency="School", returned=2)
    assert why(SEEN, replace(school, at=time(9)), replace(school, last=MONTH_END)) == (
        "It is dated 1 March 2019 without a time, so it stands after what has a time on that day; it follows an entry of School, which has a time,"
        " and it comes before an entry of School, which begins on the same day and may have lasted longer."
    )
    assert "an entry of the same agency, which was written before it." in why(SEEN, replace(SEEN, sequence=2))


NEXT: dict[str, dict[str, Any]] = {
    "which begins on a later day": {"first": date(2019, 3, 2), "last": date(2019, 3, 2)},
    "which begins on the same day and may have lasted longer": {"last": MONTH_END},
    "which has a later time": {"at": time(10)},
    "which has no time": {"at": None},
    "which has no date": {"first": None, "last": None, "at": None},
    "which was written after it": {"sequence": 4},
    "which has the same date and time, and stands later in its own return (number 9; this is number 3)": {
        "sequence": 9,
        "returned": 2,
    },
    "which has the same date, time and number in its return, and came into the portal later": {
        "key": 6,
        "returned": 2,
    },
}


@pytest.mark.parametrize("said", NEXT)
def test_each_way_of_coming_later_has_its_words(said: str) -> None:
    entry = replace(SEEN, at=time(9))
    assert later(replace(entry, **NEXT[said]), entry) == said


PLACES = st.builds(
    Placed,
    key=st.integers(1, 3),
    agency=st.sampled_from(["Police", "School"]),
    returned=st.just(1),
    first=st.sampled_from([DAY, MONTH_END]),
    last=st.just(MONTH_END),
    at=st.sampled_from([time(7), time(9), None]),
    sequence=st.integers(1, 3),
)


@given(st.lists(PLACES, min_size=2, unique_by=lambda each: (each.first, each.at, each.sequence, each.key)))
def test_what_is_said_of_two_neighbours_agrees_with_their_order(entries: list[Placed]) -> None:
    order = sorted(entries, key=lambda each: (each.first, each.last, each.at or time.max, each.sequence, each.key))
    for one, two in pairwise(order):
        told = earlier(one, two), later(two, one)
        differs = next(place for place, pair in enumerate(zip(keys(one), keys(two), strict=True)) if pair[0] != pair[1])
        word = ("day", "lasted", "time", ("written", "return"), "portal")[differs]
        words = word if isinstance(word, tuple) else (word,)
        assert all(any(each in sentence for each in words) for sentence in told), (told, astuple(one), astuple(two))


def keys(each: Placed) -> tuple[object, ...]:
    return each.first, each.last, each.at, each.sequence, each.key


def test_several_in_a_row_are_told_by_those_beside_them() -> None:
    def entry(key: int, at: time | None) -> SimpleNamespace:
        return SimpleNamespace(
            pk=key, agency=SimpleNamespace(label="Police"), request_id=1, date_from=DAY, date_to=DAY, time=at, sequence=key,
            precision="day", certain=True,
        )  # fmt: skip

    told = reasons([entry(1, time(7)), entry(2, time(8)), entry(3, None)])
    assert [("follows" in each, "comes before" in each) for each in told.values()] == [
        (False, True),
        (True, True),
        (True, False),
    ]
    assert "which has an earlier time" in told[2]
    assert "which has no time" in told[2]
