"""How likely two accounts tell of one event. The weights are those that told the tuned half of the corpus apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log1p

from findings.same_event.accounts import Pair, Seen
from findings.same_event.words import weight

# Fitted to the pairs of the tuned half of tests/corpus/same_event (logistic, lightly held back), then rounded.
WEIGHTS = {
    "base": -2.5, "words": 1.4, "share": 1.5, "kind": 3.3, "other kind": -1.9, "same day": 0.8, "named day": 0.5, "two days": -1.0,
    "time": 1.3, "hour": 1.3, "other time": -0.3, "speaks": 0.8, "both speak": 0.1, "routine": -1.2,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rarities:
    """How much each word and each kind of event says among the accounts of one review."""

    words: dict[str, float]
    kinds: dict[str, float]
    totals: dict[int, float]

    @classmethod
    def among(cls, seen: Iterable[Seen]) -> Rarities:
        """Count the words and kinds of all accounts."""
        seen = list(seen)
        held = Counter(form for each in seen for form in each.forms)
        of_kind = Counter(kind for each in seen for kind in each.kinds)
        number = max(len(seen), 50)
        said = {form: weight(form, found, number) for form, found in held.items()}
        kinds = {kind: max(0.3, min(1.0, 8 / (4 + 100 * found / number))) for kind, found in of_kind.items()}
        return cls(said, kinds, {each.account.key: sum(said[form] for form in each.forms) for each in seen})


def evidence(one: Seen, other: Seen, rare: Rarities) -> dict[str, float]:
    """What speaks for and against two accounts telling of one event, each a number near 0 to 1."""
    a, b = one.account, other.account
    said = sum(rare.words[form] for form in one.forms & other.forms)
    least = min(rare.totals[a.key], rare.totals[b.key])
    kinds = one.kinds & other.kinds
    gap = apart(one, other)
    minutes = minutes_apart(one, other) if gap == 0 and a.first == b.first else None
    speaks = (b.agency in a.speaks_of) + (a.agency in b.speaks_of)
    return {
        "base": 1.0,
        "words": log1p(said) / 3,
        "share": said / least if least else 0.0,
        "kind": max((rare.kinds[kind] for kind in kinds), default=0.0),
        "other kind": float(bool(one.kinds and other.kinds and not kinds)),
        "same day": float(gap == 0),
        "named day": float(bool(one.days & other.spoken or other.days & one.spoken)),
        "two days": float(gap == 2),
        "time": float(minutes is not None and minutes <= 15),
        "hour": float(minutes is not None and 15 < minutes <= 75),
        "other time": float(minutes is not None and minutes > 240),
        "speaks": float(speaks >= 1),
        "both speak": float(speaks == 2),
        "routine": float(one.routine or other.routine),
    }


def apart(one: Seen, other: Seen) -> int:
    """The least number of days between two accounts, a day that one of them names counted as its own; 0 where they may meet."""
    a, b = one.account, other.account
    if one.days & other.spoken or other.days & one.spoken:
        return 0
    return max(0, (b.first - a.last).days, (a.first - b.last).days)


def minutes_apart(one: Seen, other: Seen) -> int | None:
    """The minutes between two times of one day; None where one has no time."""
    first, second = one.account.time, other.account.time
    if first is None or second is None:
        return None
    return abs((first.hour - second.hour) * 60 + first.minute - second.minute)


def score(found: dict[str, float]) -> float:
    """The evidence as one likelihood from 0 to 1."""
    return 1 / (1 + exp(-sum(WEIGHTS[name] * value for name, value in found.items())))


def compared(one: Seen, other: Seen, rare: Rarities) -> Pair:
    """Two accounts with their likelihood and the reasons for it."""
    found = evidence(one, other, rare)
    keys = (one.account.key, other.account.key)
    return Pair(keys, score(found), tuple(reasons(one, other, rare, found)))


def reasons(one: Seen, other: Seen, rare: Rarities, found: dict[str, float]) -> Iterable[str]:
    """Why two accounts may be of one event, strongest kind of reason first, each a few words."""
    for kind in sorted(one.kinds & other.kinds, key=lambda kind: -rare.kinds[kind])[:2]:
        yield f"both tell of: {kind}"
    if found["named day"]:
        yield "one names the day of the other"
    elif found["same day"]:
        yield "the same day"
    else:
        gap = apart(one, other)
        yield f"{gap} day{'s' if gap > 1 else ''} apart"
    minutes = minutes_apart(one, other) if found["same day"] and one.account.first == other.account.first else None
    if minutes is not None and minutes <= 75:
        yield "the same time" if minutes == 0 else f"{minutes} minutes apart"
    if found["both speak"]:
        yield "each speaks of the other agency"
    elif found["speaks"]:
        yield "one speaks of the other agency"
