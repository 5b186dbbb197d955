"""A review's clocks on a day, worked out from its dated facts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from reviews.regimes import RegimeError, get
from reviews.regimes.timing import Override, running

CHILD, ADULT = "england-child@2023", "england-adult-sar@2014"
day = date.fromisoformat


def on(stamp: str, facts: dict[str, str], today: str, **more: Any) -> dict[str, Any]:
    dated = {event: day(when) for event, when in facts.items()}
    return {each.clock.key: each for each in running(get(stamp), dated, day(today), **more)}


def test_several_clocks_run_at_once_from_their_own_triggers() -> None:
    found = on(CHILD, {"became_aware": "2026-12-21", "notified": "2026-12-23"}, "2027-01-04")
    assert found["notification"].due == day("2026-12-30")
    assert found["notification"].state.status == "met"
    assert found["rapid-review"].due == day("2027-01-18")
    assert found["rapid-review"].state.status == "running"
    assert "Christmas Day" in str(found["rapid-review"].arithmetic)


def test_a_corrected_trigger_moves_its_clock() -> None:
    before = on(CHILD, {"became_aware": "2026-06-08"}, "2026-06-09")["notification"].due
    after = on(CHILD, {"became_aware": "2026-06-05"}, "2026-06-09")["notification"].due
    assert (before, after) == (day("2026-06-15"), day("2026-06-12"))


def test_copies_are_counted_back_from_the_planned_publication() -> None:
    facts, planned = {"decided": "2026-01-12"}, {"published": day("2026-06-18")}
    found = on(CHILD, facts, "2026-06-01", planned=planned, outcome="lcspr")
    assert found["statutory-copies"].due == day("2026-06-09")
    assert "kept-public" not in found
    sent = on(CHILD, facts | {"statutory_copies_sent": "2026-06-10"}, "2026-06-11", planned=planned, outcome="lcspr")
    assert sent["statutory-copies"].state.status == "met-late"


def test_once_published_the_real_day_counts_and_not_the_plan() -> None:
    facts, planned = {"published": "2026-06-25"}, {"published": day("2026-06-18")}
    found = on(CHILD, facts, "2026-06-26", planned=planned, outcome="lcspr")
    assert found["statutory-copies"].due == day("2026-06-16")


def test_clocks_of_a_local_review_wait_for_that_outcome() -> None:
    assert "lcspr" not in on(CHILD, {"decided": "2026-01-12"}, "2026-01-13", outcome="rapid_review_only")
    assert on(CHILD, {"decided": "2026-01-12"}, "2026-01-13", outcome="lcspr")["lcspr"].due == day("2026-07-12")


@pytest.mark.parametrize(
    ("today", "taken_down", "status"),
    [
        ("2026-07-01", None, "running"),
        ("2027-06-18", None, "met"),
        ("2027-06-18", "2027-06-18", "met"),
        ("2026-07-01", "2026-06-30", "overdue"),
    ],
)
def test_an_earliest_date_is_broken_by_acting_before_it(today: str, taken_down: str | None, status: str) -> None:
    facts = {"published": "2026-06-18"} | ({"taken_down": taken_down} if taken_down else {})
    assert on(CHILD, facts, today, outcome="lcspr")["kept-public"].state.status == status


def test_a_repeating_clock_starts_again_when_it_is_met() -> None:
    facts = {"action_plan_agreed": "2026-01-31"}
    assert on(ADULT, facts, "2026-02-01")["action-plan"].due == day("2026-04-30")
    again = on(ADULT, facts | {"action_plan_reviewed": "2026-04-20"}, "2026-04-21")["action-plan"]
    assert (again.due, again.state.status) == (day("2026-07-20"), "running")


def test_a_request_runs_the_clock_of_its_own_return() -> None:
    assert on(ADULT, {"request_sent": "2026-06-08"}, "2026-06-09") == {}
    found = on(ADULT, {"request_sent": "2026-06-08"}, "2026-06-09", return_kind="imr")
    assert {key: each.due for key, each in found.items()} == {"imr-return": day("2026-07-06")}


def test_an_override_of_a_local_clock_says_so() -> None:
    overrides = {"decision": Override(45, "days")}
    found = on(ADULT, {"referral_received": "2026-06-08"}, "2026-06-09", overrides=overrides)["decision"]
    assert found.due == day("2026-07-23")
    assert found.override == Override(45, "days")


def test_a_clock_that_is_not_local_cannot_be_overridden() -> None:
    with pytest.raises(RegimeError, match="rests on guidance, so its length cannot be changed locally"):
        on(CHILD, {"became_aware": "2026-06-08"}, "2026-06-09", overrides={"notification": Override(10, "days")})


def test_an_extension_is_for_the_clock_it_names() -> None:
    facts = {"referral_received": "2026-06-08", "commissioned": "2026-06-09"}
    found = on(ADULT, facts, "2026-06-10", outcome="mandatory", extended={"review": day("2027-03-01")})
    assert found["review"].state.status == "extended"
    assert not found["decision"].state.extended
