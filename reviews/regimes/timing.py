"""The clocks of a review on a day: which run, when each is due, how that was counted. Pure.

Everything is worked out from the dated facts each time, so that a corrected trigger moves its clock by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reviews import clocks
from reviews.regimes.shapes import Clock, RuleSet
from reviews.regimes.vocabulary import BASES, RegimeError


@dataclass(frozen=True, slots=True)
class Override:
    """A board's own length for a local clock."""

    length: int
    unit: str


@dataclass(frozen=True, slots=True)
class Running:
    """One clock that has its trigger. `override`: the board has changed its length, and every page says so."""

    clock: Clock
    trigger: date
    due: date
    state: clocks.ClockState
    arithmetic: clocks.Arithmetic
    override: Override | None = None


def running(
    rules: RuleSet,
    facts: Mapping[str, date],
    today: date,
    *,
    planned: Mapping[str, date] | None = None,
    outcome: str = "",
    return_kind: str = "",
    extended: Mapping[str, date] | None = None,
    overrides: Mapping[str, Override] | None = None,
) -> list[Running]:
    """Every clock of a rule set whose trigger is known, soonest first.

    `facts` are the days on which events happened, `planned` those on which they are to happen (a clock that counts
    back from publication needs the plan). Clocks for certain outcomes wait for the `outcome`; clocks of a request for
    its `return_kind`. `extended` are approved later dates and `overrides` the board's own lengths, both by the
    clock's key. Raises RegimeError for an override of a clock that is not local.
    """
    found = []
    for clock in rules.clocks:
        override = allowed(clock, (overrides or {}).get(clock.key))
        trigger = _trigger(clock, facts, planned or {})
        if trigger and _applies(clock, outcome, return_kind):
            found.append(_run(clock, trigger, rules.calendar, override, facts, today, (extended or {}).get(clock.key)))
    return sorted(found, key=lambda each: (each.state.due, each.clock.key))


def allowed(clock: Clock, override: Override | None) -> Override | None:
    """The override, if the clock may be overridden. Raises RegimeError if it may not."""
    if override and not clock.overridable:
        raise RegimeError(
            f"“{clock.label}” rests on {BASES[clock.basis].lower()}, so its length cannot be changed locally."
        )
    return override


def _applies(clock: Clock, outcome: str, return_kind: str) -> bool:
    return (not clock.outcomes or outcome in clock.outcomes) and (not clock.returns or return_kind in clock.returns)


def _trigger(clock: Clock, facts: Mapping[str, date], planned: Mapping[str, date]) -> date | None:
    started = facts.get(clock.starts)
    if clock.counts == "before":
        return started or planned.get(clock.starts)
    if clock.repeats and started and clock.stops in facts:
        return max(started, facts[clock.stops])
    return started


def _run(
    clock: Clock,
    trigger: date,
    calendar: str,
    override: Override | None,
    facts: Mapping[str, date],
    today: date,
    extended_to: date | None,
) -> Running:
    length, unit = (override.length, override.unit) if override else (clock.length, clock.unit)
    back = clock.counts == "before"
    told = clocks.arithmetic(trigger, length=length, unit=unit, calendar=calendar, back=back)  # type: ignore[arg-type]
    met_on = None if clock.repeats else facts.get(clock.stops)
    if clock.rule == "not_before":
        state = _earliest(told.due, today, met_on, calendar)
    else:
        state = clocks.state(told.due, today, met_on=met_on, extended_to=extended_to, calendar=calendar)
    return Running(clock, trigger, told.due, state, told, override)


def _earliest(due: date, today: date, done_on: date | None, calendar: str) -> clocks.ClockState:
    """An earliest date turns the usual question round: it is met once it has come, and broken by acting before it."""
    if done_on and done_on < due:
        return clocks.ClockState(due, "overdue", 0, 0, due)
    if today >= due:
        return clocks.ClockState(due, "met", 0, 0, due)
    return clocks.ClockState(due, "running", (due - today).days, clocks.working_days_between(today, due, calendar), due)
