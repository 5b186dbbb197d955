"""Dates as evidence, whatever is written: what a day was written as reads back to it, and no words raise."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from agencies.chronology.dates import find_dates, read_date

TODAY = date(2026, 11, 24)
DAY = st.dates(date(1950, 1, 1), date(2026, 11, 1))
MONTH_NAMES = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
WRITERS = [
    lambda d: f"{d.day}/{d.month}/{d.year}",
    lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    lambda d: f"{d.day}-{d.month}-{d.year}",
    lambda d: f"{d.day:02}.{d.month:02}/{d.year}",
    lambda d: f"{d.day:02} {d.month:02} {d.year}",
    lambda d: f"{d.day} {MONTH_NAMES[d.month - 1]} {d.year}",
    lambda d: f"{d.day} {MONTH_NAMES[d.month - 1][:3]} {d.year}",
    lambda d: f"{d.day}-{MONTH_NAMES[d.month - 1][:3].lower()}-{d.year}",
    lambda d: f"{d.day:02}{MONTH_NAMES[d.month - 1][:3].upper()}{d.year}",
    lambda d: f"{MONTH_NAMES[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"the {d.day}th of {MONTH_NAMES[d.month - 1]} {d.year}",
    lambda d: f"{d:%A} {d.day} {MONTH_NAMES[d.month - 1]} {d.year}",
    lambda d: f"{d:%a} {d.day}/{d.month}/{d.year}",
    lambda d: d.isoformat(),
    lambda d: d.strftime("%Y%m%d"),
    lambda d: f"{d.year}/{d.month:02}/{d.day:02}",
    lambda d: f"?{d.day}/{d.month}/{d.year}",
    lambda d: f"{d.day}/{d.month}/{d.year} approx",
    lambda d: f"({d.day}/{d.month}/{d.year})",
    lambda d: f" {d.day} {MONTH_NAMES[d.month - 1]},\n{d.year}. ",
]
CLOCKS = [
    lambda h, m: "",
    lambda h, m: f" {h:02}:{m:02}",
    lambda h, m: f" @ {h:02}{m:02}hrs",
    lambda h, m: f" at {h % 12 or 12}.{m:02}{'pm' if h > 11 else 'am'}",
]


@settings(max_examples=400, deadline=None)
@given(DAY, st.sampled_from(WRITERS), st.sampled_from(CLOCKS), st.integers(0, 23), st.integers(0, 59))
def test_any_day_reads_back_to_what_it_was_written_from(
    day: date, write: object, clock: object, hour: int, minute: int
) -> None:
    words = clock(hour, minute)  # type: ignore[operator]
    found = read_date(write(day) + words, today=TODAY)  # type: ignore[operator]
    assert (found.date_from, found.date_to, found.precision) == (day, day, "day")
    assert found.time == (f"{hour:02}:{minute:02}" if words else None)


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(st.text(max_size=60), st.from_regex(r"[0-9?/.\-: @]{0,24}", fullmatch=True), st.floats(), st.integers())
)
def test_no_cell_whatever_raises_and_bounds_are_in_order(value: object) -> None:
    found = read_date(value, today=TODAY)
    assert (found.date_from is None) == (found.date_to is None)
    if found.date_from and found.date_to:
        assert found.date_from <= found.date_to
    else:
        assert found.problems
    if isinstance(value, str):
        assert found.text == value
        find_dates(value)


@settings(max_examples=200, deadline=None)
@given(DAY.filter(lambda day: day.day > 12), st.sampled_from("/.-"))
def test_a_month_first_date_is_never_silently_turned_round(day: date, mark: str) -> None:
    found = read_date(f"{day.month}{mark}{day.day}{mark}{day.year}", today=TODAY)
    assert found.date_from is None
    assert "month-first" in {problem.kind for problem in found.problems}
