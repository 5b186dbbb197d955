"""When a reminder is sent: counted in working days from the date, the latest that has come, nothing of before after it."""

from __future__ import annotations

from datetime import date

import pytest

from reviews import regimes
from reviews.regimes.chasing import standing

DUE = date(2026, 12, 24)  # A Thursday before two bank holidays, the second moved to the Monday.


@pytest.mark.parametrize(
    ("today", "keys"),
    [
        ("2026-12-21", []),
        ("2026-12-22", ["soon"]),
        ("2026-12-24", ["today"]),
        ("2026-12-28", []),
        ("2026-12-29", ["late"]),
        ("2026-12-30", ["late", "escalated"]),
        ("2027-01-04", ["escalated", "still-late"]),
    ],
)
def test_a_rapid_return_is_chased_around_christmas(today: str, keys: list[str]) -> None:
    rules = regimes.get("england-child@2023")
    found = standing(rules.reminders.requests, DUE, date.fromisoformat(today), rules.calendar)
    assert [reminder.key for reminder in found] == keys


def test_every_rule_set_reminds_and_escalates() -> None:
    for rules in regimes.rule_sets().values():
        assert {reminder.to for reminder in rules.reminders.requests} == {"agency", "chair"}, rules.stamp
        assert rules.reminders.clocks, rules.stamp
