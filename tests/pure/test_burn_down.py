"""Open actions at the end of each month, counted from when each was set, done and opened again."""

from __future__ import annotations

from datetime import date

import pytest

from findings.burn_down import DONE, REOPENED, Course, month_ends, months

TODAY = date(2026, 11, 20)
SET, TARGET = date(2026, 3, 10), date(2026, 9, 15)


def test_an_action_is_open_from_the_day_it_was_set_until_it_is_reported_done() -> None:
    course = Course(SET, TARGET, False, [(date(2026, 6, 5), DONE)])
    days = [date(2026, 3, 9), SET, date(2026, 6, 4), date(2026, 6, 5), TODAY]
    assert [course.open_on(day) for day in days] == [False, True, True, False, False]


def test_one_that_was_opened_again_counts_again() -> None:
    course = Course(SET, TARGET, True, [(date(2026, 6, 5), DONE), (date(2026, 8, 1), REOPENED)])
    assert [course.open_on(date(2026, month, 28)) for month in (5, 6, 7, 8)] == [True, False, False, True]


def test_one_that_came_in_as_done_was_never_open_until_it_was_opened_again() -> None:
    assert not Course(SET, TARGET, False).open_on(date(2026, 4, 1))
    again = Course(SET, TARGET, True, [(date(2026, 8, 1), REOPENED)])
    assert [again.open_on(date(2026, month, 28)) for month in (4, 8)] == [False, True]


@pytest.mark.parametrize(
    ("today", "back", "found"),
    [
        (date(2026, 2, 3), 2, [date(2025, 12, 31), date(2026, 1, 31), date(2026, 2, 3)]),
        (date(2024, 3, 31), 1, [date(2024, 2, 29), date(2024, 3, 31)]),
    ],
)
def test_months_end_across_years_and_in_leap_years(today: date, back: int, found: list[date]) -> None:
    assert month_ends(today, back) == found


def test_the_planned_line_falls_as_targets_come() -> None:
    moves = [(date(2026, 10, 2), DONE)]
    courses = [
        Course(SET, TARGET, True), Course(SET, date(2027, 1, 1), True), Course(SET, date(2026, 5, 1), False, moves),
    ]  # fmt: skip
    assert [(month.day.month, month.open, month.planned) for month in months(courses, TODAY)] == [
        (2, 0, 0), (3, 3, 3), (4, 3, 3), (5, 3, 2), (6, 3, 2), (7, 3, 2), (8, 3, 2), (9, 3, 1), (10, 2, 1), (11, 2, 1),
    ]  # fmt: skip


def test_a_plan_without_actions_has_today_alone() -> None:
    assert [(month.day, month.open) for month in months([], TODAY)][-1] == (TODAY, 0)
