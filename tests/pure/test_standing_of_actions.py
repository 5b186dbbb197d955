"""Where an action stands by its dates and reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from findings.standing_of_actions import Facts, Standing, stands

TODAY = date(2026, 11, 24)
GOING = Facts(status="in_progress", target_on=date(2027, 6, 1), heard_on=date(2026, 11, 1))


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


@pytest.mark.parametrize(
    ("facts", "standing", "because"),
    [
        (GOING, "on-track", "due in 189 days"),
        (replace(GOING, target_on=days(30)), "due-soon", "due in 30 days"),
        (replace(GOING, target_on=days(31)), "on-track", "due in 31 days"),
        (replace(GOING, target_on=TODAY), "due-soon", "due today"),
        (replace(GOING, target_on=days(-1)), "overdue", "Monday 23 November 2026: 1 day ago"),
        (replace(GOING, heard_on=days(-60)), "stalled", "since Friday 25 September 2026"),
        (replace(GOING, heard_on=days(-59)), "on-track", "nothing says that it is late"),
        (replace(GOING, heard_on=days(-60), reported=False), "stalled", "Nothing has been reported yet, 60 days on"),
        (replace(GOING, missed_on=days(-1)), "behind", "A milestone of Monday 23 November 2026"),
        (replace(GOING, missed_on=TODAY), "on-track", "due in"),
        (replace(GOING, missed_on=days(-1), target_on=days(-1)), "overdue", "Its target was"),
        (replace(GOING, status="planned", start_on=days(1), heard_on=days(-90)), "not-due", "It is to start on Wednesday"),
        (replace(GOING, status="claimed_done", target_on=days(-90)), "not-assured", "Reported done on Sunday 1 November"),
        (replace(GOING, status="assured", target_on=days(-90)), "assured", "no result shows a difference"),
        (replace(GOING, status="assured", retest_on=TODAY), "retest-due", "tested on Tuesday 24 November 2026"),
        (replace(GOING, status="closed", retest_on=days(1)), "impact-shown", "next test is on Wednesday 25 November"),
        (replace(GOING, status="closed", retest_on=days(-1)), "retest-due", "Monday 23 November 2026"),
    ],
)  # fmt: skip
def test_an_action_stands_where_its_dates_and_reports_say(facts: Facts, standing: str, because: str) -> None:
    found = stands(facts, TODAY, soon=30, quiet=60)
    assert found.standing == standing
    assert because in found.reason


def test_each_state_has_its_own_words() -> None:
    assert len({each.label for each in Standing}) == len(Standing)
