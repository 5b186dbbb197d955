"""What a board may say in its own words: labels, and the national body's address. The law's text and lengths stay. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from reviews.regimes.shapes import RuleSet
from reviews.regimes.vocabulary import RegimeError

# What a label may be given for, and where it stands in a rule set.
LABELLED = {"stage": "stages", "role": "roles", "outcome": "outcomes", "clock": "clocks", "return": "returns"}


def localised(rules: RuleSet, labels: Mapping[str, str], *, address: str = "") -> RuleSet:
    """The rule set with a board's own `labels`, such as {"stage:collection": "Returns"}, and the national body's address.

    Raises RegimeError for a label of something that the rule set does not have, and for an empty one.
    """
    changed: dict[str, Any] = {}
    for name, label in labels.items():
        kind, _, key = name.partition(":")
        known = [_key(item) for item in getattr(rules, LABELLED[kind])] if kind in LABELLED else []
        if key not in known or not label.strip():
            raise RegimeError(f"{rules.stamp} has nothing called {name!r} to be labelled {label!r}.")
        items = changed.get(LABELLED[kind], getattr(rules, LABELLED[kind]))
        changed[LABELLED[kind]] = tuple(replace(i, label=label.strip()) if _key(i) == key else i for i in items)
    if address:
        changed["national_body"] = replace(rules.national_body, address=address)
    return replace(rules, **changed)


def _key(item: Any) -> str:
    return str(getattr(item, "key", None) or item.code)
