"""A day written once with entries below it, and days that are no day of the entry: what is asked, and what need not be."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from agencies.chronology.grid import Sheet
from agencies.chronology.reading import Choices, interpret
from agencies.chronology.shapes import Parsed

HEAD = ("Date", "Time", "Event")
WEEK = (
    ("04/03/2019", "09:00", "Mother rings."),
    ("05/03/2019", "10:00", "Visit, no reply."),
    ("06/03/2019", "11:00", "Nursery rings."),
    ("07/03/2019", "12:00", "Father seen at the door."),
    ("08/03/2019", "13:00", "Core group."),
)


def read(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> Parsed:
    cells: list[list[Any]] = [[*head], *([*row] for row in rows)]
    return interpret([Sheet("Log", cells)], Choices(today=date(2025, 1, 1)))


def test_a_blank_day_whose_time_goes_on_is_the_day_above_and_is_not_asked_about() -> None:
    row = read(*WEEK, ("", "15:30", "Police ring."), ("11/03/2019", "09:00", "Review.")).rows[5]
    assert (row.date_from, row.time, row.status, row.certain) == (date(2019, 3, 8), "15:30", "ok", True)
    assert [problem.kind for problem in row.problems] == ["carried-down"]
    assert "the day above was taken" in row.problems[0].message


@pytest.mark.parametrize("words", ["same day", '"', "ditto", "as above", "that evening"])
def test_a_ditto_with_a_later_time_is_the_day_above(words: str) -> None:
    row = read(("04/03/2019", "09:00", "Mother rings."), (words, "15:30", "Police ring.")).rows[1]
    assert (row.date_from, row.status) == (date(2019, 3, 4), "ok")


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ((*WEEK, ("", "", "Police ring.")), "no time shows that it is the same day"),
        ((*WEEK, ("09/03/2019", "", "Letter."), ("", "15:30", "Police ring.")), "what is above it has no time"),
        ((*WEEK, ("", "08:10", "Police ring.")), "the clock has gone back: it may be the next day"),
        ((*WEEK, ("", "15:30", "Next morning the police ring.")), "its words say another day"),
        ((*WEEK[3:], ("", "15:30", "Police ring.")), "a slip, where hardly a day is written"),
        (
            (*WEEK[:4], ("undated", "13:00", "Note found."), ("", "15:30", "Police ring.")),
            "what is above it has no day",
        ),
        ((*WEEK, ("APRIL 2019", "", ""), ("", "15:30", "Police ring.")), "a month begins between them"),
        ((*WEEK, ("", "15:30", "Police ring."), ("02/03/2019", "", "Letter.")), "an earlier day follows"),
        ((*WEEK[:4], ("08/03/2019", "22:00-06:00", "Night."), ("", "23:10", "Police ring.")), "midnight lies between"),
    ],
)
def test_a_day_that_may_be_another_is_asked_about(rows: tuple[tuple[str, ...], ...], why: str) -> None:
    row = next(row for row in read(*rows).rows if "olice ring" in row.event)
    assert row.status == "needs-attention", why


BOOKED = ("07/02/2019",) * 4
SEEN = ("07/03/2019", "11/04/2019", "13/05/2019", "20/05/2019")


def with_second(heading: str, days: tuple[str, ...]) -> Parsed:
    rows = [(day, other, "Seen at the clinic with her partner.") for day, other in zip(SEEN, days, strict=True)]
    return read(*rows, head=("Contact date", heading, "Antenatal contact"))


@pytest.mark.parametrize("heading", ["Booking date", "Booked", "Date opened", "Created", "Registered on"])
def test_a_day_before_all_entries_that_never_changes_is_no_day_of_recording(heading: str) -> None:
    assert [row.status for row in with_second(heading, BOOKED).rows] == ["ok"] * 4


def test_an_entry_recorded_before_its_event_is_still_asked_about() -> None:
    rows = with_second("Date recorded", ("08/03/2019", "11/04/2019", "12/05/2019", "21/05/2019")).rows
    assert [row.status for row in rows] == ["ok", "ok", "needs-attention", "ok"]


def test_two_headings_that_may_have_changed_places_are_still_asked_about() -> None:
    rows = with_second("Date recorded", ("05/03/2019", "09/04/2019", "12/05/2019", "18/05/2019")).rows
    assert {row.status for row in rows} == {"needs-attention"}
