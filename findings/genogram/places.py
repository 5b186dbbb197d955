"""Where everybody stands in their row: order first, then the distance, so that parents stand above their children."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from findings.genogram.shapes import Union

STEP = 160  # from one person to the next
SWEEPS, SETTLING = 4, 60


@dataclass(slots=True)
class Rows:
    """The chains of each generation, oldest first, and where each begins."""

    rows: list[list[list[int]]]
    unions: Sequence[Union]
    rank: Mapping[int, int]
    x: dict[int, float] = field(default_factory=dict)

    def placed(self) -> dict[int, int]:
        """Person → x, the leftmost at 0."""
        self.line_up()
        for _ in range(SWEEPS):
            for row in reversed(self.rows):
                row.sort(key=lambda chain: self.wanted(chain, self.below))
                self.line_up()
            for row in self.rows:
                for chain in row:
                    self.turned(chain)
                row.sort(key=lambda chain: (self.wanted(chain, self.above), self.rank_of(chain)))
                self.line_up()
        for _ in range(SETTLING):
            self.settle(self.pulls(upwards=False))
            self.settle(self.pulls(upwards=True))
        left = min(self.x.values(), default=0.0)
        return {key: round(value - left) for key, value in self.x.items()}

    def line_up(self) -> None:
        """Everybody at equal distances, row by row, around the middle."""
        for row in self.rows:
            flat = [key for chain in row for key in chain]
            self.x.update({key: (place - (len(flat) - 1) / 2) * STEP for place, key in enumerate(flat)})

    def rank_of(self, chain: Sequence[int]) -> int:
        """The place by birth of who has parents here, else of the first."""
        born = [self.rank[key] for key in chain if self.above(key)]
        return min(born or [self.rank[key] for key in chain])

    def above(self, key: int) -> list[float]:
        """The middles of the unions that somebody is a child of; by birth before all others."""
        found = [
            (union, branch)
            for union in self.unions
            for branch in union.branches
            if branch.child == key and union.parents
        ]
        born = [union for union, branch in found if branch.way == "birth"]
        return [self.middle(union) for union in born or [union for union, _ in found]]

    def below(self, key: int) -> list[float]:
        """Where the children of somebody stand."""
        return [self.x[branch.child] for union in self.unions if key in union.parents for branch in union.branches]

    def middle(self, union: Union) -> float:
        """Where the children's line leaves a union."""
        xs = [self.x[key] for key in union.parents]
        if len(xs) == 1:
            return xs[0] + STEP / 2
        if max(xs) - min(xs) > STEP * 1.5:
            return min(xs) + STEP / 2
        return sum(xs) / len(xs)

    def wanted(self, chain: Sequence[int], near: object) -> float:
        """The middle of what a chain belongs to, or where it is."""
        found = [value for key in chain for value in near(key)]  # type: ignore[operator]
        own = [self.x[key] for key in chain]
        return sum(found) / len(found) if found else sum(own) / len(own)

    def turned(self, chain: list[int]) -> None:
        """Turn a chain round where its ends would cross the lines to their parents."""
        ends = [self.above(key) for key in (chain[0], chain[-1])]
        if len(chain) > 1 and all(ends) and sum(ends[0]) / len(ends[0]) > sum(ends[1]) / len(ends[1]):
            chain.reverse()

    def pulls(self, *, upwards: bool) -> dict[int, list[float]]:
        """Person → how far the unions want them moved: parents to the middle of the children, or the other way."""
        found: dict[int, list[float]] = {}
        for union in self.unions:
            children = [
                self.x[branch.child] for branch in union.branches if branch.way == "birth" or len(union.branches) == 1
            ]
            if not children or not union.parents:
                continue
            off = sum(children) / len(children) - self.middle(union)
            for key in union.parents if upwards else [branch.child for branch in union.branches]:
                found.setdefault(key, []).append(off if upwards else -off)
        return found

    def settle(self, pulls: Mapping[int, Sequence[float]]) -> None:
        """Move each row as near to where it is pulled as the distances allow, without changing its order."""
        for row in self.rows:
            wanted, offset, at = [], [], 0.0
            for chain in row:
                moves = [each for key in chain for each in pulls.get(key, ())]
                move = sum(moves) / len(moves) if moves else 0.0
                wanted.append(self.x[chain[0]] + move - at)
                offset.append(at)
                at += STEP * len(chain)
            for chain, start, before in zip(row, rising(wanted), offset, strict=True):
                self.x.update({key: start + before + STEP * place for place, key in enumerate(chain)})


def rising(values: Sequence[float]) -> list[float]:
    """The nearest values (in squares) that never fall: neighbours that would change places share their mean."""
    pools: list[tuple[float, int]] = []
    for value in values:
        pools.append((value, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (one, first), (two, second) = pools[-2:]
            pools[-2:] = [((one * first + two * second) / (first + second), first + second)]
    return [mean for mean, number in pools for _ in range(number)]
