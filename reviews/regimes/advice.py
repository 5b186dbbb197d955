"""What the answers to the criteria say about an outcome. Advice only: people decide, and may depart with a reason.

An outcome's `requires` is a list of terms, all of which are needed; of its `routes`, each such a list, one is enough:

- "all:GROUP": every criterion of the group is met;   "any:GROUP": at least one is;
- "not-all:GROUP", "not-any:GROUP": the reverse;       "criterion:KEY": this one is met.

A term is True, False, or None while the answers that it needs are not yet known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reviews.regimes.shapes import Criterion, Outcome, RuleSet
from reviews.regimes.vocabulary import ANSWERS, MET, NOT_KNOWN, NOT_MET

OPERATORS = ("all", "any", "not-all", "not-any", "criterion")
TRUTH = {MET: True, NOT_MET: False, NOT_KNOWN: None}


def met(rules: RuleSet, answers: Mapping[str, str]) -> list[str]:
    """The codes of the outcomes whose terms hold: those alone that the law compels, if there are any.

    `answers` maps a criterion's key to "met", "not_met" or "not_known"; one that is left out is not yet known.
    Outcomes without terms are always open and never suggested. Raises ValueError for an unknown criterion or answer.
    """
    given = _checked(rules, answers)
    tested = (outcome for outcome in rules.outcomes if outcome.requires or outcome.routes)
    open_to = [outcome for outcome in tested if holds(rules, outcome, given) is True]
    return [outcome.code for outcome in open_to if outcome.compulsory] or [outcome.code for outcome in open_to]


def advice(rules: RuleSet, answers: Mapping[str, str], outcome: str | None = None) -> list[str]:
    """Sentences for the person who decides: where a chosen `outcome` (its code) and the answers part; or, before one is
    chosen, what is not yet known and what the answers point to. Raises ValueError as `met` does, and for an outcome
    that is not the rule set's.
    """
    given = _checked(rules, answers)
    if outcome is None:
        return _unknown(rules, given) + _pointed(rules, given)
    chosen = rules.outcome(outcome)
    said = [
        f"You chose “{chosen.label}” although {what}."
        for term in chosen.requires
        if truth(rules, term, given) is not True
        for what in _against(rules, term, given)
    ]
    if chosen.routes and _routes(rules, chosen, given) is not True:
        said.append(
            f"You chose “{chosen.label}” although none of its grounds is known to be met in full: {_grounds(rules, chosen)}."
        )
    if said and chosen.otherwise:
        said.append(chosen.otherwise)
    return said + _compelled(rules, chosen, given)


def holds(rules: RuleSet, outcome: Outcome, answers: Mapping[str, str]) -> bool | None:
    """Whether all terms of an outcome hold; None while that is not yet known."""
    return _all([*(truth(rules, term, answers) for term in outcome.requires), _routes(rules, outcome, answers)])


def truth(rules: RuleSet, term: str, answers: Mapping[str, str]) -> bool | None:
    """Whether one term holds; None while that is not yet known."""
    operator = term.partition(":")[0]
    values = [TRUTH[answers.get(criterion.key, NOT_KNOWN)] for criterion in named(rules, term)]
    found = _any(values) if operator.endswith("any") else _all(values)
    if operator.startswith("not-"):
        return None if found is None else not found
    return found


def named(rules: RuleSet, term: str) -> list[Criterion]:
    """The criteria that a term looks at; empty for a term that names nothing."""
    operator, _, name = term.partition(":")
    if operator == "criterion":
        return [criterion for criterion in rules.criteria if criterion.key == name]
    return [criterion for criterion in rules.criteria if criterion.group == name]


def _routes(rules: RuleSet, outcome: Outcome, answers: Mapping[str, str]) -> bool | None:
    if not outcome.routes:
        return True
    return _any(_all(truth(rules, term, answers) for term in route) for route in outcome.routes)


def _grounds(rules: RuleSet, outcome: Outcome) -> str:
    routes = []
    for route in outcome.routes:
        terms = []
        for term in route:
            operator = term.partition(":")[0]
            joined = (" or " if operator.endswith("any") else " and ").join(f"“{e.label}”" for e in named(rules, term))
            terms.append(f"not {joined}" if operator.startswith("not-") else joined)
        routes.append(" and ".join(terms))
    return "; or ".join(routes)


def _all(values: Iterable[bool | None]) -> bool | None:
    known = list(values)
    return False if False in known else None if None in known else True


def _any(values: Iterable[bool | None]) -> bool | None:
    known = list(values)
    return True if True in known else None if None in known else False


def _checked(rules: RuleSet, answers: Mapping[str, str]) -> dict[str, str]:
    keys = [criterion.key for criterion in rules.criteria]
    for key, answer in answers.items():
        if key not in keys:
            raise ValueError(f"{key!r} is not a criterion of {rules.stamp}; its criteria are {', '.join(keys)}.")
        if answer not in ANSWERS:
            raise ValueError(f"{answer!r} is not an answer to {key!r}; use {', '.join(ANSWERS)}.")
    return dict(answers)


def _unknown(rules: RuleSet, answers: Mapping[str, str]) -> list[str]:
    labels = [each.label for each in rules.criteria if answers.get(each.key, NOT_KNOWN) == NOT_KNOWN]
    if not labels:
        return []
    return [f"Not yet known: {'; '.join(labels)}. A decision need not wait for every answer, but must say so."]


def _pointed(rules: RuleSet, answers: Mapping[str, str]) -> list[str]:
    found = [rules.outcome(code) for code in met(rules, answers)]
    labels = " or ".join(f"“{outcome.label}”" for outcome in found)
    if found and found[0].compulsory:
        return [f"The answers leave no choice: {labels}."]
    if found:
        return [f"By the answers so far this is open: {labels}. The decision and its reasons are yours."]
    return ["By the answers so far the test of no outcome is met. The decision and its reasons are yours."]


def _against(rules: RuleSet, term: str, answers: Mapping[str, str]) -> list[str]:
    """What speaks against a term that does not hold, each to follow "although"."""
    labels: dict[str, list[str]] = {MET: [], NOT_MET: [], NOT_KNOWN: []}
    for each in named(rules, term):
        labels[answers.get(each.key, NOT_KNOWN)].append(f"“{each.label}”")
    operator = term.partition(":")[0]
    if operator.startswith("not-"):
        return _against_reverse(labels)
    if operator == "any":
        known = "known to be " if labels[NOT_KNOWN] else ""
        return [f"none of these is {known}met: {', '.join(labels[NOT_MET] + labels[NOT_KNOWN])}"]
    unknown = [f"{each} is not yet known" for each in labels[NOT_KNOWN]]
    return [f"{each} is not met" for each in labels[NOT_MET]] + unknown


def _against_reverse(labels: Mapping[str, list[str]]) -> list[str]:
    listed = labels[MET] or labels[NOT_KNOWN]
    said = f"{', '.join(listed)} {'is' if len(listed) == 1 else 'are'} met"
    return [said if labels[MET] else f"it is not yet known whether {said}"]


def _compelled(rules: RuleSet, chosen: Outcome, answers: Mapping[str, str]) -> list[str]:
    return [
        f"You chose “{chosen.label}”, but the criteria for “{other.label}” are met and leave no choice."
        for other in rules.outcomes
        if other.compulsory and not chosen.compulsory and holds(rules, other, answers) is True
    ]
