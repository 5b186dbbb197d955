"""From pairs to groups: one account of each agency at most, and no chain of accounts of which the ends are strangers."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from findings.same_event.accounts import Group, Pair, Seen

# What two groups must have in common on average before they are one.
TOGETHER = 0.25


class Grouping:
    """Joins accounts into groups, strongest pairs first."""

    def __init__(self, seen: dict[int, Seen], likely: Callable[[int, int], float]) -> None:
        """`likely` gives the score of any two keys; pairs that were never found count as that too."""
        self.seen, self.likely = seen, likely
        self.members: dict[int, list[int]] = {}
        self.place: dict[int, int] = {}

    def join(self, pair: Pair) -> None:
        """Bring the two accounts of a pair together, unless their groups do not fit each other."""
        one, other = (self.group(key) for key in pair.keys)
        if one == other or self.agencies(one) & self.agencies(other):
            return
        ties = [self.likely(a, b) for a in self.members[one] for b in self.members[other]]
        if sum(ties) / len(ties) < TOGETHER:
            return
        for key in self.members.pop(other):
            self.members[one].append(key)
            self.place[key] = one

    def group(self, key: int) -> int:
        """The number of the group in which an account stands; alone until it is joined."""
        if key not in self.place:
            self.place[key] = key
            self.members[key] = [key]
        return self.place[key]

    def agencies(self, group: int) -> set[Hashable]:
        """The agencies whose accounts stand in a group."""
        return {self.seen[key].account.agency for key in self.members[group]}


def grouped(pairs: Iterable[Pair], seen: dict[int, Seen], likely: Callable[[int, int], float]) -> list[Group]:
    """Groups of two accounts or more, the likeliest first."""
    pairs = sorted(pairs, key=lambda pair: (-pair.score, pair.keys))
    grouping = Grouping(seen, likely)
    for pair in pairs:
        grouping.join(pair)
    ties: dict[int, list[Pair]] = {}
    for pair in pairs:
        one, other = (grouping.place[key] for key in pair.keys)
        if one == other:
            ties.setdefault(one, []).append(pair)
    found = [
        Group(tuple(sorted(grouping.members[group])), max(pair.score for pair in held), reasons(held))
        for group, held in ties.items()
    ]
    return sorted(found, key=lambda group: (-group.score, group.keys))


def reasons(pairs: list[Pair]) -> tuple[str, ...]:
    """The reasons of all pairs of a group, each once, the strongest pair's first."""
    return tuple(dict.fromkeys(reason for pair in pairs for reason in pair.reasons))
