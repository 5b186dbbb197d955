"""What the page for asking agencies proposes, from the rule set and what is known of the review; a person may change all of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from agencies.models import Request
from reviews import clocks
from reviews.models import Review
from reviews.services.milestone import running_clocks
from reviews.stages import Stage

SECURE = "All records about the people named and their household, on paper and electronic, as they stand today."


def proposed(review: Review, today: date) -> dict[str, Any]:
    """The first values of the form: what is asked for, by when, over which period, and what to secure."""
    terms = getattr(review, "terms", None)
    scope = (terms.scope_from, terms.scope_to) if terms and terms.scope_from else look_back(review, today)
    return {
        "wanted": kind(review), "due_on": due_day(review, today), "period_from": scope[0], "period_to": scope[1],
        "secure": SECURE,
    }  # fmt: skip


def kind(review: Review) -> str:
    """Before the decision the short return that the rule set knows; after it nothing is proposed."""
    if review.stage != Stage.INFORMATION:
        return ""
    known = {item.key for item in review.rules.returns}
    return Request.Wanted.RAPID_RETURN if "rapid-return" in known else Request.Wanted.SUMMARY


def due_day(review: Review, today: date) -> date:
    """The day by which the plan of a running clock wants the returns, else the usual time of the rule set's first return."""
    rules = review.rules
    task = next((task for task in rules.plan if task.key == "returns"), None)
    if task and review.stage == Stage.INFORMATION:
        triggers = {clock.rule.key: clock.trigger for clock in running_clocks(review, today)}
        if task.clock in triggers:
            planned = clocks.due(triggers[task.clock], length=task.by_day, unit="working_days", calendar=rules.calendar)
            if planned > today:
                return planned
    usual = rules.returns[0]
    unit: Any = usual.unit  # One of the units of the clocks: the rule set was checked when it was read.
    return clocks.due(today, length=usual.length, unit=unit, calendar=rules.calendar)


def look_back(review: Review, today: date) -> tuple[date | None, date | None]:
    """How far back the rule set normally looks, from the incident or today; nothing where the panel sets it each time."""
    months = review.rules.look_back_months
    if not months:
        return None, None
    happened = getattr(getattr(review, "referral", None), "happened_on", None) or today
    return clocks.before(happened, length=months, unit="months", calendar=review.rules.calendar), today
