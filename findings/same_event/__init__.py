"""Accounts of the same event by several agencies, suggested from the entries themselves; knows no Django.

`suggest` compares only accounts that share a rare word or a kind of event within two days of each other, so that its time
grows with the number of entries and not with its square. What it gives are suggestions: a person decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from heapq import nlargest

from findings.same_event.accounts import Account, Group, Pair, Seen
from findings.same_event.grouping import grouped
from findings.same_event.scoring import Rarities, compared, evidence, score

__all__ = ["Account", "Group", "Pair", "pairs", "suggest"]

# How many days may lie between two accounts of one event; an agency's wrong day is mostly the one before or after.
NEAR = 2
# The words by which an account is looked for, rarest first; how many accounts of a day may share one before it says nothing;
# on days with how few accounts all of them are compared; and with how many others an account is compared at most.
BY_WORDS, CROWD, FEW, MOST = 8, 16, 12, 8
LIKELY = 0.5


def suggest(
    accounts: Iterable[Account], *, apart: Collection[frozenset[int]] = (), least: float = LIKELY
) -> list[Group]:
    """Groups of accounts, of different agencies, that seem to tell of one event; the likeliest first.

    `apart` holds pairs of keys that a person has said are not the same: they never stand in one group again.
    """
    seen = {account.key: Seen.of(account) for account in accounts if not account.vague}
    rare = Rarities.among(seen.values())
    never = set(apart)

    def likely(one: int, other: int) -> float:
        """The score of two accounts; so far below nothing that no group holds both, where a person has parted them."""
        return -99.0 if frozenset((one, other)) in never else score(evidence(seen[one], seen[other], rare))

    found = (
        compared(seen[one], seen[other], rare)
        for one, other in candidates(seen, rare)
        if frozenset((one, other)) not in never
    )
    return grouped((pair for pair in found if pair.score >= least), seen, likely)


def pairs(accounts: Iterable[Account]) -> Iterator[Pair]:
    """Every pair that is compared, with its score: what the weights are chosen by."""
    seen = {account.key: Seen.of(account) for account in accounts if not account.vague}
    rare = Rarities.among(seen.values())
    return (compared(seen[one], seen[other], rare) for one, other in candidates(seen, rare))


def candidates(seen: dict[int, Seen], rare: Rarities) -> Iterator[tuple[int, int]]:
    """The pairs worth comparing, each once: for every account the few of other agencies, near in time, that share most with it."""
    looked_for = {key: signs(each, rare) for key, each in seen.items()}
    held: dict[tuple[str, date], list[int]] = defaultdict(list)
    for key, each in seen.items():
        for sign in looked_for[key]:
            for day in each.days | each.spoken:
                held[sign, day].append(key)
    given: set[tuple[int, int]] = set()
    for key, each in seen.items():
        around = {day + timedelta(step) for day in each.days for step in range(-NEAR, NEAR + 1)} | each.spoken
        met: dict[int, float] = defaultdict(float)
        for sign, says in looked_for[key].items():
            for day in around:
                here = held.get((sign, day), ())
                for other in here if len(here) <= (CROWD if sign else FEW) else ():
                    met[other] += says
        others = [other for other in met if seen[other].account.agency != each.account.agency]
        for other in nlargest(MOST, others, key=lambda other: (met[other], -other)):
            pair = (min(key, other), max(key, other))
            if pair not in given:
                given.add(pair)
                yield pair


def signs(each: Seen, rare: Rarities) -> dict[str, float]:
    """What an account is looked for by, and how much each says: its day alone (the empty sign), its rarest words, its kinds."""
    words = nlargest(BY_WORDS, each.forms, key=lambda form: (rare.words[form], form))
    return {
        "": 0.1,
        **{form: rare.words[form] for form in words},
        **{f"kind: {kind}": 4 * rare.kinds[kind] for kind in each.kinds},
    }
