"""What must be true of a rule set beyond its shape: known words, no key twice, every reference answered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from reviews.clocks import CALENDARS, UNITS
from reviews.policy import Role
from reviews.regimes import advice, chasing
from reviews.regimes import vocabulary as words
from reviews.regimes.annual import DRAWN
from reviews.regimes.shapes import Clock, RuleSet
from reviews.regimes.themelists import ThemeList
from reviews.regimes.vocabulary import RegimeError

KEY = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
LONGEST = 40  # records keep keys in columns of this width
SERIES = re.compile(r"[A-Z]{2,8}")
VERSION = re.compile(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*")
KEYED = (
    "groups", "criteria", "clocks", "stages", "roles", "voters", "methods", "returns", "sections", "checklist",
    "letters", "questions", "plan", "products",
)  # fmt: skip
NEEDED = (
    "basis", "criteria", "outcomes", "clocks", "stages", "voters", "methods", "returns", "sections", "checklist",
    "letters",
)  # fmt: skip


def check(rules: RuleSet, where: str) -> None:
    """Raises RegimeError, naming the file `where`, for the first thing in a rule set that cannot stand."""
    _stamp(rules.key, rules.version, where)
    if not SERIES.fullmatch(rules.series):
        raise RegimeError(f"{where}: the series {rules.series!r} is not two to eight capital letters.")
    _one_of(rules.subject, words.SUBJECTS, f"{where}, subject")
    _one_of(rules.calendar, CALENDARS, f"{where}, calendar")
    for name in NEEDED:
        if not getattr(rules, name):
            raise RegimeError(f"{where}: {name!r} is empty; a rule set needs at least one.")
    for name in KEYED:
        _keys((item.key for item in getattr(rules, name)), f"{where}, {name}")
    _criteria(rules, where)
    _outcomes(rules, where)
    for clock in rules.clocks:
        _clock(rules, clock, f"{where}, clock {clock.key!r}")
    _people(rules, where)
    _work(rules, where)
    _forms(rules, where)
    _reminders(rules, where)
    _annual(rules, where)


def check_themes(listed: ThemeList, where: str) -> None:
    """Raises RegimeError for a theme list with a bad stamp, no themes or a theme twice."""
    _stamp(listed.key, listed.version, where)
    if not listed.items:
        raise RegimeError(f"{where}: 'items' is empty; a theme list needs at least one.")
    _keys((item.key for item in listed.items), f"{where}, items")


def check_together(found: Mapping[str, RuleSet], listed: Mapping[str, ThemeList]) -> None:
    """Raises RegimeError for a rule set that codes with a theme list that is not there."""
    for stamp, rules in found.items():
        for wanted in rules.themes:
            _one_of(wanted, listed, f"{stamp}, themes")


def _criteria(rules: RuleSet, where: str) -> None:
    groups = [group.key for group in rules.groups]
    for criterion in rules.criteria:
        _one_of(criterion.group, groups, f"{where}, criterion {criterion.key!r}, group")
    held = {criterion.group for criterion in rules.criteria}
    for group in groups:
        if group not in held:
            raise RegimeError(f"{where}: the group {group!r} holds no criterion; add one or leave the group out.")


def _outcomes(rules: RuleSet, where: str) -> None:
    _keys((outcome.code for outcome in rules.outcomes), f"{where}, outcomes")
    for outcome in rules.outcomes:
        at = f"{where}, outcome {outcome.code!r}"
        _one_of(outcome.code, words.OUTCOMES, f"{where}, outcome")
        terms = [*outcome.requires, *(term for route in outcome.routes for term in route)]
        if outcome.compulsory and not terms:
            raise RegimeError(f"{at}: it is compulsory, so say what it requires.")
        if () in outcome.routes:
            raise RegimeError(f"{at}: one of its routes is empty; a route needs at least one term.")
        for term in terms:
            _one_of(term.partition(":")[0], advice.OPERATORS, f"{at}, requires")
            if not advice.named(rules, term):
                raise RegimeError(f"{at}: {term!r} names no criterion or group of this rule set.")


def _clock(rules: RuleSet, clock: Clock, at: str) -> None:
    _one_of(clock.starts, words.EVENTS, f"{at}, starts")
    _one_of(clock.stops, words.EVENTS, f"{at}, stops")
    _one_of(clock.unit, UNITS, f"{at}, unit")
    _one_of(clock.basis, words.BASES, f"{at}, basis")
    _one_of(clock.owner, _owners(rules), f"{at}, owner")
    _one_of(clock.counts, ("after", "before"), f"{at}, counts")
    _one_of(clock.rule, ("by", "not_before"), f"{at}, rule")
    for outcome in clock.outcomes:
        _one_of(outcome, [each.code for each in rules.outcomes], f"{at}, outcomes")
    for kind in clock.returns:
        _one_of(kind, [each.key for each in rules.returns], f"{at}, returns")
    if clock.length < 1:
        raise RegimeError(f"{at}: its length is {clock.length}; a clock runs for 1 or more.")
    if clock.starts == clock.stops:
        raise RegimeError(f"{at}: it starts and stops with the same event, {clock.starts!r}.")
    if clock.overridable and clock.basis != "local":
        basis = words.BASES[clock.basis].lower()
        raise RegimeError(f"{at}: only a local clock may be overridden, and this one rests on {basis}.")


def _people(rules: RuleSet, where: str) -> None:
    for role in rules.roles:
        _one_of(role.key, list(Role), f"{where}, roles")
    members, voters = rules.quorum.members, len(rules.voters)
    if not 1 <= members <= voters:
        raise RegimeError(f"{where}, quorum: {members} members are asked for, and there are {voters} voters.")
    _one_of(rules.quorum.counts, ("there", "voted"), f"{where}, quorum, counts")
    if rules.look_back_months < 0:
        raise RegimeError(f"{where}: 'look_back_months' is {rules.look_back_months}; use 0 or more.")
    for stage in rules.stages:
        _one_of(stage.key, words.STAGES, f"{where}, stages")


def _work(rules: RuleSet, where: str) -> None:
    for item in rules.returns:
        at = f"{where}, return {item.key!r}"
        _one_of(item.unit, UNITS, f"{at}, unit")
        if item.length < 1:
            raise RegimeError(f"{at}: its length is {item.length}; an agency is given 1 or more.")
    clocks = {clock.key: clock for clock in rules.clocks}
    for task in rules.plan:
        at = f"{where}, plan {task.key!r}"
        _one_of(task.clock, clocks, f"{at}, clock")
        _one_of(task.owner, _owners(rules), f"{at}, owner")
        days = clocks[task.clock].length
        if not 1 <= task.from_day <= task.by_day <= days:
            raise RegimeError(f"{at}: days {task.from_day} to {task.by_day} do not fit the {days} of its clock.")


def _forms(rules: RuleSet, where: str) -> None:
    for question in rules.questions:
        at = f"{where}, question {question.key!r}"
        _one_of(question.kind, words.KINDS, f"{at}, kind")
        if bool(question.options) != (question.kind in ("choice", "choices")):
            raise RegimeError(f"{at}: options go with the kinds choice and choices, and only with them.")
    for letter in rules.letters:
        for name in re.findall(r"\{\{(.*?)\}\}", letter.subject + letter.text):
            _one_of(name.strip(), words.MERGE_FIELDS, f"{where}, letter {letter.key!r}, merge field")


def _reminders(rules: RuleSet, where: str) -> None:
    for of, listed in (("requests", rules.reminders.requests), ("clocks", rules.reminders.clocks)):
        _keys((item.key for item in listed), f"{where}, reminders of {of}")
        for item in listed:
            at = f"{where}, reminder {item.key!r} of {of}"
            _one_of(item.when, chasing.WHEN, f"{at}, when")
            _one_of(item.to, chasing.WHOM[of == "clocks" :], f"{at}, to")
            _one_of(item.unit, UNITS, f"{at}, unit")
            if item.days < (item.when == "after"):
                raise RegimeError(
                    f"{at}: it comes {item.days} days {item.when}; use 0 or more before, 1 or more after."
                )


def _annual(rules: RuleSet, where: str) -> None:
    _one_of(rules.annual.concluded, words.EVENTS, f"{where}, annual, concluded")
    _keys((section.key for section in rules.annual.sections), f"{where}, annual, sections")
    for section in rules.annual.sections:
        _one_of(section.draws, ("", *DRAWN), f"{where}, annual section {section.key!r}, draws")


def _owners(rules: RuleSet) -> list[str]:
    return [*Role, *(voter.key for voter in rules.voters)]


def _stamp(key: str, version: str, where: str) -> None:
    _keys([key], where)
    if not VERSION.fullmatch(version) or len(version) > LONGEST // 2:
        raise RegimeError(
            f"{where}: the version {version!r} is not a short run of letters, figures, points and hyphens."
        )


def _keys(keys: Iterable[str], where: str) -> None:
    seen: set[str] = set()
    for key in keys:
        if not KEY.fullmatch(key) or len(key) > LONGEST:
            rule = f"at most {LONGEST} small letters, figures, hyphens and underscores"
            raise RegimeError(f"{where}: the key {key!r} is not made of {rule}.")
        if key in seen:
            raise RegimeError(f"{where}: {key!r} is there twice.")
        seen.add(key)


def _one_of(value: str, known: Iterable[str], where: str) -> None:
    allowed = list(known)
    if value not in allowed:
        raise RegimeError(f"{where}: {value!r} is not known; use one of {', '.join(allowed)}.")
