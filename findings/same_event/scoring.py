"""How likely two accounts tell of one event. The weights are those that told the tuned half of the corpus apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import exp, log1p

from findings.same_event.accounts import Seen
from findings.same_event.words import weight

# Fitted to the pairs of the tuned half of tests/corpus/same_event (logistic, lightly held back), then rounded.
BASE, ROUTINE = -2.5, -1.2
WORDS, SHARE = 1.4, 1.5
KIND, OTHER_KIND = 3.3, -1.9
SAME_DAY, NAMED_DAY, TWO_DAYS = 0.8, 0.5, -1.0
SAME_HOUR, OTHER_TIME = 1.3, -0.3
SPEAKS, BOTH_SPEAK = 0.8, 0.1


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


def score(one: Seen, other: Seen, rare: Rarities) -> float:
    """How likely two accounts tell of one event, from 0 to 1."""
    odds = BASE + by_words(one, other, rare) + by_kinds(one, other, rare) + by_time(one, other)
    if one.account.speaks_of or other.account.speaks_of:
        odds += (0.0, SPEAKS, SPEAKS + BOTH_SPEAK)[speaking(one, other)]
    if one.routine or other.routine:
        odds += ROUTINE
    return 1 / (1 + exp(-odds))


def by_words(one: Seen, other: Seen, rare: Rarities) -> float:
    """What the words that both use say."""
    said = sum(map(rare.words.__getitem__, one.forms & other.forms))
    if not said:
        return 0.0
    return WORDS * log1p(said) / 3 + SHARE * said / min(rare.totals[one.account.key], rare.totals[other.account.key])


def by_kinds(one: Seen, other: Seen, rare: Rarities) -> float:
    """What the kinds of event say: one that both tell of, or that each tells of another."""
    if not (one.kinds and other.kinds):
        return 0.0
    kinds = one.kinds & other.kinds
    return KIND * max(map(rare.kinds.__getitem__, kinds)) if kinds else OTHER_KIND


def by_time(one: Seen, other: Seen) -> float:
    """What days and times say."""
    gap, named = apart(one, other), (one.spoken or other.spoken) and naming(one, other)
    if gap:
        return TWO_DAYS if gap == 2 else 0.0
    odds = SAME_DAY + NAMED_DAY if named else SAME_DAY
    minutes = minutes_apart(one, other)
    if minutes is not None:
        odds += SAME_HOUR if minutes <= 75 else OTHER_TIME if minutes > 240 else 0.0
    return odds


def naming(one: Seen, other: Seen) -> bool:
    """Whether one names the day of the other."""
    return bool((other.spoken and one.days & other.spoken) or (one.spoken and other.days & one.spoken))


def apart(one: Seen, other: Seen) -> int:
    """The least number of days between two accounts, a day that one of them names counted as its own; 0 where they may meet."""
    return 0 if naming(one, other) else max(0, other.first - one.last, one.first - other.last)


def minutes_apart(one: Seen, other: Seen) -> int | None:
    """The minutes between two times of one day; None where they are not of one day, or one has no time."""
    if one.first != other.first or one.minute is None or other.minute is None:
        return None
    return abs(one.minute - other.minute)


def speaking(one: Seen, other: Seen) -> int:
    """How many of two accounts speak of the agency that wrote the other."""
    a, b = one.account, other.account
    return (b.agency in a.speaks_of) + (a.agency in b.speaks_of)


def reasons(one: Seen, other: Seen, rare: Rarities) -> Iterator[str]:
    """Why two accounts may be of one event, strongest kind of reason first, each a few words."""
    for kind in sorted(one.kinds & other.kinds, key=lambda kind: -rare.kinds[kind])[:2]:
        yield f"both tell of: {kind}"
    gap = apart(one, other)
    if naming(one, other):
        yield "one names the day of the other"
    else:
        yield f"{gap} day{'s' if gap > 1 else ''} apart" if gap else "the same day"
    minutes = None if gap else minutes_apart(one, other)
    if minutes is not None and minutes <= 75:
        yield "the same time" if minutes == 0 else f"{minutes} minutes apart"
    if speaks := speaking(one, other):
        yield "each speaks of the other agency" if speaks == 2 else "one speaks of the other agency"
