"""Which generation everybody belongs to, and who stands beside whom in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from findings.genogram.shapes import Bond, Relative, Union

CURRENT = ("partner", "married")
STEPS = {"birth": 1, "care": 1, "grand": 2}


def generations(people: Mapping[int, Relative], unions: Sequence[Union]) -> dict[int, int]:
    """Person → generation, the oldest 0; reckoned from the first subject outwards."""
    near: dict[int, list[tuple[int, int]]] = {key: [] for key in people}
    for union in unions:
        level = [(parent, 0) for parent in union.parents] + [
            (branch.child, STEPS[branch.way] if union.parents else 0) for branch in union.branches
        ]
        for key, depth in level:
            near[key] += [(other, step - depth) for other, step in level if other != key]
    found: dict[int, int] = {}
    for start in sorted(people, key=lambda key: (not people[key].subject, key)):
        if start in found or not (near[start] or people[start].subject):
            continue
        found[start], waiting = 0, [start]
        while waiting:
            at = waiting.pop(0)
            for other, step in near[at]:
                if other not in found:
                    found[other] = found[at] + step
                    waiting.append(other)
    oldest = min(found.values(), default=0)
    return {key: depth - oldest for key, depth in found.items()}


def chains(people: Mapping[int, Relative], unions: Sequence[Union], depth: Mapping[int, int]) -> list[list[int]]:
    """Those who stand side by side because they are or were together; everybody else alone."""
    near: dict[int, list[int]] = {key: [] for key in depth}
    for union in sorted(unions, key=lambda union: in_time(people, union)):
        if len(union.parents) == 2 and depth[union.parents[0]] == depth[union.parents[1]]:
            one, two = union.parents
            near[one].append(two)
            near[two].append(one)
    made, placed = [], set[int]()
    hubs = sorted(depth, key=lambda key: (-len(near[key]), people[key].sex != "female", key))
    for hub in hubs:
        if hub not in placed:
            chain = chained(hub, near)
            placed.update(chain)
            made.append(chain)
    return made


def in_time(people: Mapping[int, Relative], union: Union) -> tuple[bool, date]:
    """Where a union stands among others: those that have ended first, each by when it began or its eldest child was born."""
    begun = [union.since, *(people[branch.child].born for branch in union.branches)]
    return (union.line in CURRENT, min(filter(None, begun), default=date.max))


def chained(hub: int, near: Mapping[int, Sequence[int]]) -> list[int]:
    """A chain around somebody: earlier partners on the left, the last of several on the right, and so outwards."""
    partners = [*near[hub]]
    right = partners[1:][-1:]
    chain = [*partners[: len(partners) - len(right)], hub, *right]
    waiting = [key for key in chain if key != hub]
    while waiting:
        at = waiting.pop(0)
        for other in near[at]:
            if other not in chain:
                chain.insert(0, other) if chain.index(at) < chain.index(hub) else chain.append(other)
                waiting.append(other)
    return chain


def born_in_order(people: Mapping[int, Relative], bonds: Sequence[Bond]) -> dict[int, int]:
    """Person → rank among all by date of birth; twins stand together, who has no date comes after."""
    rank = {key: (each.born or date.max, key) for key, each in people.items()}
    for bond in bonds:
        if bond.kind == "twin" and bond.first in rank and bond.second in rank:
            rank[bond.first] = rank[bond.second] = min(rank[bond.first], rank[bond.second])
    ordered = sorted(rank, key=lambda key: (rank[key], key))
    return {key: place for place, key in enumerate(ordered)}
