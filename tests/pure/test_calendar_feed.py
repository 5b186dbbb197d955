"""The iCalendar file: what RFC 5545 asks of a line, and the count of a clock told day by day."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from reviews.calendar_feed import Entry, escaped, folded, written
from reviews.clocks import Counted, arithmetic, day_by_day

NOW = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)


def test_a_date_is_written_as_a_whole_day() -> None:
    text = written(
        [Entry("a@b", date(2026, 12, 31), "SAR-2026-001: Decision", "https://x.example/r")], name="Dates", now=NOW
    )
    assert text.split("\r\n") == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//SCR Portal//EN", "CALSCALE:GREGORIAN", "X-WR-CALNAME:Dates", "BEGIN:VEVENT",
        "UID:a@b", "DTSTAMP:20261128T093000Z", "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101",
        "SUMMARY:SAR-2026-001: Decision", "URL:https://x.example/r", "CLASS:PRIVATE", "TRANSP:TRANSPARENT", "END:VEVENT",
        "END:VCALENDAR", "",
    ]  # fmt: skip


def test_marks_that_mean_something_to_a_calendar_are_escaped() -> None:
    assert escaped("a; b, c\\d\ne") == "a\\; b\\, c\\\\d\\ne"


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=300))
def test_a_folded_line_is_short_and_unfolds_to_what_it_was(line: str) -> None:
    pieces = folded(line)
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line


def test_a_count_over_christmas_is_told_day_by_day() -> None:
    told = day_by_day(arithmetic(date(2026, 12, 23), length=3, unit="working_days"))
    assert [(each.day.day, each.number, each.why) for each in told] == [
        (23, 0, ""), (24, 1, ""), (25, None, "Christmas Day"), (26, None, "Boxing Day"), (27, None, "weekend"),
        (28, None, "Boxing Day (substitute day)"), (29, 2, ""), (30, 3, ""),
    ]  # fmt: skip


def test_a_count_back_from_a_sunday_begins_with_the_friday_before() -> None:
    told = day_by_day(arithmetic(date(2026, 6, 14), length=1, unit="working_days", back=True))
    assert told == (
        Counted(date(2026, 6, 13), None, "weekend"),
        Counted(date(2026, 6, 12), 0),
        Counted(date(2026, 6, 11), 1),
    )


@given(st.dates(date(2016, 1, 1), date(2030, 1, 1)), st.integers(0, 60), st.booleans(), st.sampled_from(["england-and-wales", "scotland", "northern-ireland"]))  # fmt: skip
def test_the_last_day_told_is_the_due_day_and_carries_the_length(
    day: date, length: int, back: bool, calendar: str
) -> None:
    told = arithmetic(day, length=length, unit="working_days", calendar=calendar, back=back)
    days = day_by_day(told)
    if length:
        assert (days[-1].day, days[-1].number) == (told.due, length)
        assert [each.number for each in days if each.number] == [*range(1, length + 1)]


def test_months_pass_over_no_day() -> None:
    assert day_by_day(arithmetic(date(2026, 1, 31), length=1, unit="months")) == ()
