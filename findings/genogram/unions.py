"""Who belongs together: couples with their children, however they came to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from findings.genogram.shapes import Bond, Branch, Relative, Union

# Of several things that two have been to each other, the picture shows the last of these.
COUPLES = ("partner", "married", "ex_partner", "separated", "divorced")
CARE = ("adoptive_parent", "foster_carer", "step_parent")
FULL = ("sibling", "twin")
Pair = frozenset[int]


class Families:
    """The unions as they are put together, bond by bond."""

    def __init__(self, people: Mapping[int, Relative], bonds: Sequence[Bond]) -> None:
        self.people = dict(people)
        self.bonds = [bond for bond in bonds if bond.first in people and bond.second in people]
        self.unions: list[Union] = []
        self.by_pair: dict[Pair, Union] = {}
        self.parents: dict[int, list[Bond]] = {}
        for bond in self.bonds:
            if bond.kind == "parent":
                self.parents.setdefault(bond.second, []).append(bond)

    def built(self) -> list[Union]:
        """All unions, couples first."""
        for bond in self.bonds:
            if bond.kind in COUPLES:
                self.couple(bond)
        for child in self.people.copy():
            if len(self.parents.get(child, ())) >= 2:
                self.born_to_two(child)
        self.born_to_one()
        self.brothers_and_sisters()
        for kind in CARE:
            self.cared_for(kind)
        self.grandchildren()
        return self.unions

    def couple(self, bond: Bond) -> None:
        """Two who are or were together."""
        found = self.of((bond.first, bond.second))
        line = {"partner": "ex_partner", "married": "separated"}.get(bond.kind, bond.kind) if bond.ended else bond.kind
        if not found.line or COUPLES.index(line) > COUPLES.index(found.line):
            found.line = line
        found.certain = found.certain and bond.certain
        found.since = min(filter(None, (found.since, bond.since)), default=None)

    def of(self, parents: Iterable[int]) -> Union:
        """The union of these people, made where there is none yet."""
        pair = frozenset(parents)
        if pair not in self.by_pair:
            self.by_pair[pair] = Union(tuple(sorted(pair, key=self.males_first)))
            self.unions.append(self.by_pair[pair])
        return self.by_pair[pair]

    def males_first(self, key: int) -> tuple[int, int]:
        """By convention the man stands on the left."""
        return ({"male": 0, "": 1, "female": 2}[self.people[key].sex], key)

    def born_to_two(self, child: int) -> None:
        """A child whose parents are both in the register; a third parent's line is drawn as care."""
        bonds = self.parents[child]
        certain = all(bond.certain for bond in bonds[:2])
        self.of(bond.first for bond in bonds[:2]).branches.append(Branch(child, certain=certain))
        for bond in bonds[2:]:
            self.of((bond.first,)).branches.append(Branch(child, "care", bond.certain))

    def born_to_one(self) -> None:
        """Children with one parent in the register: the other's place is kept open, once for full brothers and sisters."""
        open_ones: dict[int, list[Union]] = {}
        for child in sorted(self.parents, key=lambda key: (self.people[key].born or date.max, key)):
            bonds = self.parents[child]
            if len(bonds) != 1:
                continue
            parent, branch = bonds[0].first, Branch(child, certain=bonds[0].certain)
            known = self.with_siblings(child, parent)
            groups = open_ones.setdefault(parent, [])
            found = known or next((each for each in groups if not self.half(child, each)), None)
            if found is None:
                found = self.of((parent, self.missing(parent)))
                groups.append(found)
            found.branches.append(branch)

    def with_siblings(self, child: int, parent: int) -> Union | None:
        """The union of that parent in which a full brother or sister was born."""
        siblings = self.tied(child, FULL)
        born = ((union, branch) for union in self.unions if parent in union.parents for branch in union.branches)
        return next((union for union, branch in born if branch.way == "birth" and branch.child in siblings), None)

    def tied(self, key: int, kinds: Sequence[str]) -> set[int]:
        """Everybody who is one of `kinds` to somebody."""
        pairs = [(bond.first, bond.second) for bond in self.bonds if bond.kind in kinds]
        return {two if one == key else one for one, two in pairs if key in {one, two}}

    def half(self, child: int, union: Union) -> bool:
        """Whether a child is only half a brother or sister of those in a union."""
        return any(branch.child in self.tied(child, ("half_sibling",)) for branch in union.branches)

    def missing(self, parent: int) -> int:
        """A place for the other parent."""
        key = min([0, *self.people]) - 1
        other = {"female": "male", "male": "female"}.get(self.people[parent].sex, "")
        word = {"male": "Father", "female": "Mother"}.get(other, "Parent")
        self.people[key] = Relative(key, f"{word} not in the register", other, missing=True)
        return key

    def brothers_and_sisters(self) -> None:
        """Those whose parents are not in the register, joined by a bar of their own or to where the others were born."""
        for kinds, way in ((FULL, "birth"), (("half_sibling",), "care")):
            for child in list(self.people):
                if child in self.children() or not self.tied(child, kinds):
                    continue
                others = self.tied(child, kinds)
                found = self.born_with(others) if kinds == FULL else None
                if found is None:
                    found = Union(())
                    self.unions.append(found)
                    found.branches += [
                        Branch(other, way) for other in others if kinds != FULL or other not in self.children()
                    ]
                found.branches.append(Branch(child, way))

    def children(self) -> set[int]:
        """Everybody who stands below a union."""
        return {branch.child for union in self.unions for branch in union.branches if branch.way != "grand"}

    def born_with(self, others: set[int]) -> Union | None:
        """Where one of `others` was born."""
        return next(
            (
                each
                for each in self.unions
                for branch in each.branches
                if branch.child in others and branch.way == "birth"
            ),
            None,
        )

    def cared_for(self, kind: str) -> None:
        """Children in care of a couple or of one person; a step-parent beside a parent needs no line of their own."""
        carers: dict[int, list[Bond]] = {}
        for bond in self.bonds:
            if bond.kind == kind and not (kind == "step_parent" and self.beside_a_parent(bond)):
                carers.setdefault(bond.second, []).append(bond)
        for child, bonds in carers.items():
            certain = all(bond.certain for bond in bonds)
            self.of(bond.first for bond in bonds[:2]).branches.append(Branch(child, "care", certain))

    def beside_a_parent(self, bond: Bond) -> bool:
        """Whether a step-parent is or was together with a parent of the child."""
        partners = self.tied(bond.first, COUPLES)
        return any(parent.first in partners for parent in self.parents.get(bond.second, ()))

    def grandchildren(self) -> None:
        """Grandparents between whom and the child nobody is recorded."""
        found: dict[int, list[int]] = {}
        for bond in self.bonds:
            if bond.kind == "grandparent" and not self.between(bond.first, bond.second):
                found.setdefault(bond.second, []).append(bond.first)
        for child, grandparents in found.items():
            left = list(grandparents)
            while left:
                one = left.pop(0)
                pair = [one, *[other for other in left if other in self.tied(one, COUPLES)][:1]]
                left = [each for each in left if each not in pair]
                self.of(pair).branches.append(Branch(child, "grand"))

    def between(self, grandparent: int, child: int) -> bool:
        """Whether a child of the grandparent is a parent of the child."""
        kinds = ("parent", *CARE)
        children = {bond.second for bond in self.bonds if bond.kind in kinds and bond.first == grandparent}
        return any(bond.first in children for bond in self.bonds if bond.kind in kinds and bond.second == child)
