"""When an owner is reminded of an action, and when those further up hear of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.chasing import Steps, wanted

TARGET = date(2026, 11, 24)
STEPS = Steps(before=14, lead=7, sponsor=28, chair=56)


@pytest.mark.parametrize(
    ("late", "keys"),
    [
        (-15, []), (-14, ["before"]), (-1, ["before"]), (0, ["on"]), (6, ["on"]), (7, ["week-1", "lead"]),
        (20, ["week-2", "lead"]), (28, ["week-4", "lead", "sponsor"]), (56, ["week-8", "lead", "sponsor", "chair"]),
    ],
)  # fmt: skip
def test_reminders_come_before_on_and_each_week_after_the_target_and_go_up(late: int, keys: list[str]) -> None:
    assert [each.key for each in wanted(TARGET, TARGET + timedelta(days=late), STEPS)] == keys


def test_an_owner_who_has_just_reported_is_left_in_peace_for_a_week_but_those_further_up_are_told() -> None:
    today = TARGET + timedelta(days=30)
    assert [each.to for each in wanted(TARGET, today, STEPS, today - timedelta(days=6))] == ["lead", "sponsor"]
    assert [each.to for each in wanted(TARGET, today, STEPS, today - timedelta(days=7))] == ["owner", "lead", "sponsor"]


@given(st.integers(-40, 400), st.tuples(*[st.integers(0, 200)] * 4))
def test_nobody_is_told_twice_in_one_round_and_no_step_up_before_the_target_has_passed(
    late: int, days: tuple[int, int, int, int]
) -> None:
    found = wanted(TARGET, TARGET + timedelta(days=late), Steps(*days))
    assert len({each.to for each in found}) == len(found)
    assert late > 0 or not any(each.escalates for each in found)
