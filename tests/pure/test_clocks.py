"""Deadlines: the worked table, the rules as properties, and what is refused."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews import clocks
from reviews.bank_holidays import CALENDARS, bank_holidays
from reviews.clocks import before, due, state, working_days_between
from tests.pure.test_clocks_cases import DAYS, MONTHS, WORKING_DAYS

day = date.fromisoformat

calendars = st.sampled_from(sorted(CALENDARS))
units = st.sampled_from(sorted(clocks.UNITS))
dates = st.dates(date(1990, 1, 1), date(2060, 12, 31))
lengths = st.integers(0, 300)


@pytest.mark.parametrize(("trigger", "length", "calendar", "expected"), WORKING_DAYS)
def test_working_days_by_hand(trigger: str, length: int, calendar: str, expected: str) -> None:
    assert due(day(trigger), length=length, unit="working_days", calendar=calendar) == day(expected)


@pytest.mark.parametrize(("trigger", "length", "expected"), DAYS)
def test_calendar_days_by_hand(trigger: str, length: int, expected: str) -> None:
    assert due(day(trigger), length=length, unit="days") == day(expected)


@pytest.mark.parametrize(("trigger", "length", "expected"), MONTHS)
def test_months_by_hand(trigger: str, length: int, expected: str) -> None:
    assert due(day(trigger), length=length, unit="months") == day(expected)


def test_the_table_is_long_enough_to_be_worth_its_name() -> None:
    assert len(WORKING_DAYS) + len(DAYS) + len(MONTHS) >= 200
    assert len(set(WORKING_DAYS)) == len(WORKING_DAYS)


@given(dates, lengths, units, calendars)
def test_never_before_its_trigger(trigger: date, length: int, unit: clocks.Unit, calendar: str) -> None:
    ends = due(trigger, length=length, unit=unit, calendar=calendar)
    assert ends >= trigger
    assert (ends == trigger) == (length == 0)


@given(dates, lengths, lengths, units, calendars)
def test_monotone_in_length(trigger: date, one: int, two: int, unit: clocks.Unit, calendar: str) -> None:
    short, long = sorted((one, two))
    first = due(trigger, length=short, unit=unit, calendar=calendar)
    assert first <= due(trigger, length=long, unit=unit, calendar=calendar)


@given(dates, dates, lengths, units, calendars)
def test_monotone_in_trigger(one: date, two: date, length: int, unit: clocks.Unit, calendar: str) -> None:
    early, late = sorted((one, two))
    first = due(early, length=length, unit=unit, calendar=calendar)
    assert first <= due(late, length=length, unit=unit, calendar=calendar)


@given(dates, st.integers(1, 300), calendars)
def test_working_days_end_on_a_working_day(trigger: date, length: int, calendar: str) -> None:
    ends = due(trigger, length=length, unit="working_days", calendar=calendar)
    assert clocks.is_working_day(ends, calendar)
    assert working_days_between(trigger, ends, calendar) == length


@given(dates, st.integers(0, 60), calendars)
def test_working_days_agree_with_a_walk_day_by_day(trigger: date, length: int, calendar: str) -> None:
    walked, left = trigger, length
    while left:
        walked += timedelta(days=1)
        left -= clocks.is_working_day(walked, calendar)
    assert due(trigger, length=length, unit="working_days", calendar=calendar) == walked


@given(dates, lengths, lengths, calendars)
def test_working_days_add_up(trigger: date, one: int, two: int, calendar: str) -> None:
    halfway = due(trigger, length=one, unit="working_days", calendar=calendar)
    whole = due(trigger, length=one + two, unit="working_days", calendar=calendar)
    assert due(halfway, length=two, unit="working_days", calendar=calendar) == whole


@given(dates, lengths, units, calendars)
def test_what_is_counted_back_still_fits(last: date, length: int, unit: clocks.Unit, calendar: str) -> None:
    first = before(last, length=length, unit=unit, calendar=calendar)
    assert due(first, length=length, unit=unit, calendar=calendar) <= last


@given(dates, st.integers(1, 300), calendars)
def test_the_next_working_day_would_be_too_late(last: date, length: int, calendar: str) -> None:
    first = before(last, length=length, unit="working_days", calendar=calendar)
    later = due(first, length=1, unit="working_days", calendar=calendar)
    assert due(later, length=length, unit="working_days", calendar=calendar) > last


@given(dates, lengths, calendars)
def test_counting_back_undoes_counting_on(trigger: date, length: int, calendar: str) -> None:
    start = due(trigger, length=1, unit="working_days", calendar=calendar)
    ends = due(start, length=length, unit="working_days", calendar=calendar)
    assert before(ends, length=length, unit="working_days", calendar=calendar) == start


@pytest.mark.parametrize("trigger", [datetime(2026, 6, 8, 9, 0), "2026-06-08", None, 20260608])
def test_only_a_plain_date_starts_a_clock(trigger: object) -> None:
    with pytest.raises(TypeError, match="date without a time of day"):
        due(trigger, length=5, unit="working_days")  # type: ignore[arg-type]


@pytest.mark.parametrize("length", [5.0, "5", None, True])
def test_only_a_whole_number_is_a_length(length: object) -> None:
    with pytest.raises(TypeError, match="whole number"):
        due(day("2026-06-08"), length=length, unit="days")  # type: ignore[arg-type]


@pytest.mark.parametrize("unit", sorted(clocks.UNITS))
def test_a_negative_length_is_sent_to_before(unit: clocks.Unit) -> None:
    for count in (due, before):
        with pytest.raises(ValueError, match="cannot be negative"):
            count(day("2026-06-08"), length=-1, unit=unit)


def test_an_unknown_unit_or_calendar_is_named_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"'weeks' is not a unit.*working_days"):
        due(day("2026-06-08"), length=1, unit="weeks")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"'wales' is not a calendar.*england-and-wales"):
        due(day("2026-06-08"), length=1, unit="days", calendar="wales")
    with pytest.raises(ValueError, match="is not a calendar"):
        bank_holidays(2026, "england")


def test_years_whose_bank_holidays_are_unknown_are_refused_not_guessed() -> None:
    with pytest.raises(ValueError, match="known from 1872 to 2100, not for 2101"):
        due(day("2100-12-30"), length=5, unit="working_days")
    with pytest.raises(ValueError, match="not for 202:"):
        due(date(202, 6, 8), length=5, unit="working_days")
    assert due(day("2100-12-30"), length=5, unit="days") == day("2101-01-04")


@pytest.mark.parametrize(("unit", "length"), [("days", 10**12), ("months", 10**6), ("working_days", 10**9)])
def test_a_count_past_the_end_of_time_is_a_sentence(unit: clocks.Unit, length: int) -> None:
    with pytest.raises(ValueError, match="check the date"):
        due(day("2026-06-08"), length=length, unit=unit)


def test_counting_back_past_the_beginning_is_a_sentence() -> None:
    with pytest.raises(ValueError, match="check the date"):
        before(date(1, 1, 15), length=1, unit="months")


@pytest.mark.parametrize(
    ("today", "met_on", "extended_to", "status", "days_left", "working_days_left"),
    [
        ("2026-12-16", None, None, "running", 19, 10),
        ("2026-12-24", None, None, "running", 11, 4),
        ("2026-12-29", None, None, "due-soon", 6, 3),
        ("2026-12-30", None, None, "due-soon", 5, 2),
        ("2027-01-04", None, None, "due-soon", 0, 0),
        ("2027-01-05", None, None, "overdue", -1, -1),
        ("2027-01-09", None, None, "overdue", -5, -4),
        ("2027-01-20", "2027-01-04", None, "met", 0, 0),
        ("2027-01-20", "2027-01-05", None, "met-late", 0, 0),
        ("2027-01-05", None, "2027-01-20", "extended", 15, 11),
        ("2027-01-18", None, "2027-01-20", "due-soon", 2, 2),
        ("2027-01-21", None, "2027-01-20", "overdue", -1, -1),
        ("2027-01-21", "2027-01-19", "2027-01-20", "met", 0, 0),
        # a date to come is no fact yet
        ("2026-12-16", "2026-12-30", None, "running", 19, 10),
        # the trigger was corrected and the clock now ends after the extension
        ("2026-12-16", None, "2026-12-20", "running", 19, 10),
    ],
)
def test_where_a_clock_stands(
    today: str, met_on: str | None, extended_to: str | None, status: str, days_left: int, working_days_left: int
) -> None:
    stands = state(
        day("2027-01-04"),
        day(today),
        met_on=day(met_on) if met_on else None,
        extended_to=day(extended_to) if extended_to else None,
    )
    assert (stands.status, stands.days_left, stands.working_days_left) == (status, days_left, working_days_left)
    assert stands.first_due == day("2027-01-04")


def test_an_extension_shows_that_it_is_one() -> None:
    extended = state(day("2027-01-04"), day("2027-01-18"), extended_to=day("2027-01-20"))
    assert extended.extended
    assert extended.due == day("2027-01-20")
    assert not state(day("2027-01-04"), day("2026-12-16")).extended


def test_a_time_of_day_is_no_fact_for_a_clock() -> None:
    with pytest.raises(TypeError, match="without a time of day"):
        state(day("2027-01-04"), datetime(2027, 1, 4, 9, 0))


def test_the_arithmetic_names_what_was_passed_over() -> None:
    told = clocks.arithmetic(day("2026-12-23"), length=5, unit="working_days")
    assert told.due == day("2027-01-04")
    assert told.weekend_days == 4
    assert [each for each, _ in told.bank_holidays] == [day("2026-12-25"), day("2026-12-28"), day("2027-01-01")]
    assert told.lines == (
        "Day 0 is Wednesday 23 December 2026.",
        "5 working days later is Monday 4 January 2027.",
        "Not counted: 4 weekend days.",
        "Not counted, bank holidays in England and Wales: Christmas Day (Friday 25 December 2026); "
        "Boxing Day (substitute day) (Monday 28 December 2026); New Year's Day (Friday 1 January 2027).",
    )


def test_the_arithmetic_says_so_when_nothing_was_passed_over() -> None:
    told = clocks.arithmetic(day("2026-06-08"), length=1, unit="working_days")
    assert told.lines == ("Day 0 is Monday 8 June 2026.", "1 working day later is Tuesday 9 June 2026.")


def test_the_arithmetic_of_a_month_that_is_too_short() -> None:
    told = clocks.arithmetic(day("2025-08-31"), length=6, unit="months")
    assert "February has no day 31, so the count stops at the last day of the month." in told.lines
    assert "That is not a working day (a weekend). A count in months stays on its date." in told.lines


def test_the_arithmetic_counted_back_from_a_saturday() -> None:
    told = clocks.arithmetic(day("2026-06-20"), length=7, unit="working_days", back=True)
    assert told.due == before(day("2026-06-20"), length=7, unit="working_days")
    assert told.lines[:2] == (
        "Counted back from Saturday 20 June 2026.",
        "That is not a working day, so the count starts from the last working day before it.",
    )


def test_the_arithmetic_of_nothing_counted_back_says_nothing_of_working_days() -> None:
    told = clocks.arithmetic(day("2026-06-20"), length=0, unit="working_days", back=True)
    assert told.lines == (
        "Counted back from Saturday 20 June 2026.",
        "0 working days earlier is Saturday 20 June 2026.",
    )


@given(dates, st.integers(0, 120), calendars)
def test_the_arithmetic_adds_up(trigger: date, length: int, calendar: str) -> None:
    told = clocks.arithmetic(trigger, length=length, unit="working_days", calendar=calendar)
    assert (told.due - trigger).days == length + told.weekend_days + len(told.bank_holidays)
