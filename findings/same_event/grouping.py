"""From pairs to groups: one account of each agency at most, and no chain of accounts of which the ends are strangers."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping

from findings.same_event.accounts import Group

# Two accounts, the smaller key first.
Pair = tuple[int, int]
# What two groups must have in common on average before they are one.
TOGETHER = 0.25


class Grouping:
    """Joins accounts into groups, strongest pairs first."""

    def __init__(self, agencies: Mapping[int, Hashable], likely: Callable[[Pair], float]) -> None:
        """`agencies` gives the agency of each account, `likely` the score of any two; pairs that were never found count as that too."""
        self.agency, self.likely = agencies, likely
        self.members: dict[int, list[int]] = {}
        self.agencies: dict[int, set[Hashable]] = {}
        self.place: dict[int, int] = {}

    def join(self, pair: Pair) -> None:
        """Bring the two accounts of a pair together, unless their groups do not fit each other."""
        one, other = self.group(pair[0]), self.group(pair[1])
        if one == other or not self.agencies[one].isdisjoint(self.agencies[other]):
            return
        ours, theirs = self.members[one], self.members[other]
        ties = [self.likely((a, b) if a < b else (b, a)) for a in ours for b in theirs]
        if sum(ties) / len(ties) < TOGETHER:
            return
        self.agencies[one] |= self.agencies.pop(other)
        for key in self.members.pop(other):
            ours.append(key)
            self.place[key] = one

    def group(self, key: int) -> int:
        """The number of the group in which an account stands; alone until it is joined."""
        if key not in self.place:
            self.place[key] = key
            self.members[key] = [key]
            self.agencies[key] = {self.agency[key]}
        return self.place[key]


def grouped(
    pairs: Mapping[Pair, float],
    agencies: Mapping[int, Hashable],
    likely: Callable[[Pair], float],
    why: Callable[[Pair], Iterable[str]],
) -> list[Group]:
    """Groups of two accounts or more, the likeliest first; `why` gives the reasons of a pair."""
    strongest = sorted(pairs, key=lambda pair: (-pairs[pair], pair))
    grouping = Grouping(agencies, likely)
    for pair in strongest:
        grouping.join(pair)
    ties: dict[int, list[Pair]] = {}
    for pair in strongest:
        one, other = grouping.place[pair[0]], grouping.place[pair[1]]
        if one == other:
            ties.setdefault(one, []).append(pair)
    found = [
        Group(tuple(sorted(grouping.members[group])), pairs[held[0]], reasons(held, why))
        for group, held in ties.items()
    ]
    return sorted(found, key=lambda group: (-group.score, group.keys))


def reasons(pairs: Iterable[Pair], why: Callable[[Pair], Iterable[str]]) -> tuple[str, ...]:
    """The reasons of all pairs of a group, each once, the strongest pair's first."""
    return tuple(dict.fromkeys(reason for pair in pairs for reason in why(pair)))
