"""Bank holidays as announced, and the counts that lean on them: backwards, and between two days.

The lists hold the weekdays that were announced as bank holidays; a substitute day stands where it was announced.
"""

from __future__ import annotations

from datetime import date

import pytest

from reviews import clocks
from reviews.bank_holidays import bank_holidays
from reviews.clocks import before, working_days_between
from tests.pure.test_clocks_cases import E, N, S

day = date.fromisoformat

# Weekday bank holidays as published, month and day by year.
PUBLISHED = {
    E: """
        2011: 01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27
        2012: 01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26
        2018: 01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26
        2019: 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26
        2020: 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28
        2021: 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28
        2022: 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27
        2023: 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26
        2024: 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26
        2025: 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26
        2026: 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28
        2027: 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28
        2028: 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26
    """,
    S: """
        2019: 01-01 01-02 04-19 05-06 05-27 08-05 12-02 12-25 12-26
        2020: 01-01 01-02 04-10 05-08 05-25 08-03 11-30 12-25 12-28
        2021: 01-01 01-04 04-02 05-03 05-31 08-02 11-30 12-27 12-28
        2022: 01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27
        2023: 01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26
        2024: 01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26
        2025: 01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26
        2026: 01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28
        2027: 01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28
        2028: 01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26
    """,
    N: """
        2019: 01-01 03-18 04-19 04-22 05-06 05-27 07-12 08-26 12-25 12-26
        2020: 01-01 03-17 04-10 04-13 05-08 05-25 07-13 08-31 12-25 12-28
        2021: 01-01 03-17 04-02 04-05 05-03 05-31 07-12 08-30 12-27 12-28
        2022: 01-03 03-17 04-15 04-18 05-02 06-02 06-03 07-12 08-29 09-19 12-26 12-27
        2023: 01-02 03-17 04-07 04-10 05-01 05-08 05-29 07-12 08-28 12-25 12-26
        2024: 01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26
        2025: 01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26
        2026: 01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28
        2027: 01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28
        2028: 01-03 03-17 04-14 04-17 05-01 05-29 07-12 08-28 12-25 12-26
    """,
}

# the day, how long before it, unit, calendar, the latest day from which that still fits
BEFORE = [
    ("2026-06-18", 7, "working_days", E, "2026-06-09"),
    ("2026-04-13", 7, "working_days", E, "2026-03-31"),
    ("2027-01-05", 7, "working_days", E, "2026-12-22"),
    ("2027-01-05", 7, "working_days", S, "2026-12-21"),
    ("2026-05-05", 1, "working_days", E, "2026-05-01"),
    ("2026-07-14", 1, "working_days", N, "2026-07-10"),
    # from a day that is none itself: from the last working day before it
    ("2026-06-20", 7, "working_days", E, "2026-06-10"),
    ("2024-03-18", 1, "working_days", N, "2024-03-14"),
    ("2026-06-20", 0, "working_days", E, "2026-06-20"),
    ("2026-03-01", 1, "days", E, "2026-02-28"),
    ("2024-03-01", 1, "days", E, "2024-02-29"),
    ("2026-03-31", 1, "months", E, "2026-02-28"),
    ("2024-03-31", 1, "months", E, "2024-02-29"),
    ("2026-01-15", 12, "months", E, "2025-01-15"),
]

# start, end, calendar, working days after the start up to and including the end
BETWEEN = [
    ("2026-12-23", "2027-01-04", E, 5),
    ("2027-01-04", "2026-12-23", E, -5),
    ("2026-06-12", "2026-06-15", E, 1),
    ("2026-06-13", "2026-06-14", E, 0),
    ("2026-06-15", "2026-06-15", E, 0),
    ("2020-05-07", "2020-05-11", E, 1),
    ("2026-12-31", "2027-01-05", E, 2),
    ("2026-12-31", "2027-01-05", S, 1),
    ("2025-12-31", "2026-12-31", E, 253),
]


@pytest.mark.parametrize(("last", "length", "unit", "calendar", "expected"), BEFORE)
def test_counting_back_by_hand(last: str, length: int, unit: clocks.Unit, calendar: str, expected: str) -> None:
    assert before(day(last), length=length, unit=unit, calendar=calendar) == day(expected)


@pytest.mark.parametrize(("start", "end", "calendar", "expected"), BETWEEN)
def test_working_days_between_by_hand(start: str, end: str, calendar: str, expected: int) -> None:
    assert working_days_between(day(start), day(end), calendar) == expected


@pytest.mark.parametrize("calendar", [E, S, N])
def test_bank_holidays_are_those_that_were_published(calendar: str) -> None:
    for line in PUBLISHED[calendar].strip().splitlines():
        year, _, days = line.partition(":")
        published = [date.fromisoformat(f"{year.strip()}-{each}") for each in days.split()]
        assert [each for each in bank_holidays(int(year), calendar) if each.weekday() < 5] == published


@pytest.mark.parametrize(
    ("calendar", "off"),
    [
        ("jersey", "2025-05-09"),
        ("guernsey", "2025-05-09"),
        ("isle-of-man", "2026-07-06"),
        ("isle-of-man", "2026-06-05"),
    ],
)
def test_the_islands_have_their_own_holidays(calendar: str, off: str) -> None:
    assert not clocks.is_working_day(day(off), calendar)
    assert clocks.is_working_day(day(off), E)
