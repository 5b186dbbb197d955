"""Accounts of the same event by several agencies, suggested from the entries themselves; knows no Django.

`suggest` compares only accounts that share a rare word or a kind of event within two days of each other, so that its time
grows with the number of entries and not with its square. What it gives are suggestions: a person decides.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from agencies.chronology.garbage import uncollected
from findings.same_event.accounts import Account, Group, Seen
from findings.same_event.candidates import candidates
from findings.same_event.grouping import grouped
from findings.same_event.scoring import Rarities, reasons, score

__all__ = ["Account", "Group", "suggest"]

LIKELY = 0.5


@uncollected()
def suggest(
    accounts: Iterable[Account], *, apart: Collection[frozenset[int]] = (), least: float = LIKELY
) -> list[Group]:
    """Groups of accounts, of different agencies, that seem to tell of one event; the likeliest first.

    `apart` holds pairs of keys that a person has said are not the same: they never stand in one group again.
    """
    told = sorted((each for each in accounts if not each.vague), key=lambda each: each.first)
    seen = {account.key: Seen.of(account) for account in told}
    rare = Rarities.among(seen.values())
    # Far below nothing where a person has parted two: no group holds both.
    scores = {(min(pair), max(pair)): -99.0 for pair in apart}

    def likely(pair: tuple[int, int]) -> float:
        """The score of two accounts, the smaller key first; each is compared once."""
        if pair not in scores:
            scores[pair] = score(seen[pair[0]], seen[pair[1]], rare)
        return scores[pair]

    def why(pair: tuple[int, int]) -> Iterable[str]:
        """The reasons of two accounts."""
        return reasons(seen[pair[0]], seen[pair[1]], rare)

    likeliest = {pair: found for pair in candidates(seen, rare) if (found := likely(pair)) >= least}
    agencies = {key: each.account.agency for key, each in seen.items()}
    return grouped(likeliest, agencies, likely, why)
