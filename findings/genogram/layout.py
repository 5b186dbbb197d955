"""The family diagram, by the conventions of genograms: who stands where, and every line. Geometry alone.

A square is a man, a circle a woman, a diamond somebody whose sex is not recorded; a double line is a subject of the
review, a cross says that somebody has died. Everything is drawn with attributes and no style, so that the same picture
stands in a page, a PDF and a Word file.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from findings.genogram.generations import born_in_order, chains, generations
from findings.genogram.outline import around
from findings.genogram.places import STEP, Rows
from findings.genogram.shapes import Bond, Branch, Line, Picture, Relative, Symbol, Union
from findings.genogram.unions import Families

HALF = 24  # of a symbol
MARGIN, LETTERS, LEADING = 90, 17, 18
TRACK, GAP = 14, 34
DOTTED, DASHED, FINE = "2 5", "9 6", "1 6"
DASHES = {"partner": DASHED, "ex_partner": DASHED, "": FINE}
SLASHES = {"separated": 1, "ex_partner": 1, "divorced": 2}
SHAPES = {"male": "square", "female": "circle"}


def drawn(
    people: Iterable[Relative], bonds: Sequence[Bond], households: Iterable[Iterable[int]] = ()
) -> Picture | None:
    """The picture of everybody who is joined to somebody, and of the subjects. None where there is nobody to draw."""
    known = {each.key: each for each in people}
    families = Families(known, bonds)
    unions = families.built()
    depth = generations(families.people, unions)
    if not depth:
        return None
    rows: list[list[list[int]]] = [[] for _ in range(max(depth.values()) + 1)]
    for chain in chains(families.people, unions, depth):
        rows[depth[chain[0]]].append(chain)
    rank = born_in_order(families.people, bonds)
    places = Rows(rows, unions, rank)
    return Drawing(families.people, unions, depth, places.placed(), bonds).picture(households)


class Drawing:
    """One picture on its way: the rows' heights, then symbols and lines."""

    def __init__(
        self,
        people: Mapping[int, Relative],
        unions: Sequence[Union],
        depth: Mapping[int, int],
        x: Mapping[int, int],
        bonds: Sequence[Bond],
    ) -> None:
        self.people, self.depth = people, depth
        self.unions = [union for union in unions if self.fits(union)]
        self.x = {key: value + MARGIN for key, value in x.items()}
        self.twins = [frozenset((bond.first, bond.second)) for bond in bonds if bond.kind == "twin"]
        self.words = {key: textwrap.wrap(people[key].label, LETTERS) or ["?"] for key in depth}
        self.about = {key: textwrap.wrap(people[key].about, LETTERS + 3) for key in depth}
        self.tracks = self.tracked()
        self.tops = self.rows()
        self.lines: list[Line] = []
        self.doubts: list[tuple[int, int]] = []
        self.shown: set[str] = set()

    def fits(self, union: Union) -> bool:
        """Whether the generations let a union be drawn: children below, and everybody in the picture."""
        keys = [*union.parents, *(branch.child for branch in union.branches)]
        if any(key not in self.depth for key in keys):
            return False
        level = {self.depth[key] for key in union.parents}
        return len(level) < 2 and all(self.depth[branch.child] > min(level, default=-1) for branch in union.branches)

    def level(self, union: Union) -> int:
        """The generation below which the children's bar runs."""
        return self.depth[union.parents[0]] if union.parents else self.depth[union.branches[0].child] - 1

    def middle(self, union: Union) -> int:
        """Where the children's line leaves a union."""
        xs = sorted(self.x[key] for key in union.parents)
        if len(xs) == 1:
            return xs[0] + STEP // 2
        return xs[0] + STEP // 2 if xs[-1] - xs[0] > STEP * 1.5 else sum(xs) // max(len(xs), 1)

    def tracked(self) -> dict[int, int]:
        """Union (by its place) → the track of its bar: bars that would lie on each other run one above the other."""
        found: dict[int, int] = {}
        taken: dict[tuple[int, int], list[tuple[int, int]]] = {}
        spans = []
        for place, union in enumerate(self.unions):
            xs = [self.end(branch) for branch in union.branches] + ([self.middle(union)] if union.parents else [])
            spans += [(min(xs), max(xs), place)] if union.branches else []
        for left, right, place in sorted(spans):
            level, track = self.level(self.unions[place]), 0
            while any(left <= end + TRACK and begin <= right + TRACK for begin, end in taken.get((level, track), ())):
                track += 1
            taken.setdefault((level, track), []).append((left, right))
            found[place] = track
        return found

    def rows(self) -> list[int]:
        """The middle of each row's symbols; the row before the first holds the bars of those without parents."""
        tops, y = [], 0
        for level in range(-1, max(self.depth.values()) + 1):
            tracks = [
                self.tracks[place]
                for place, union in enumerate(self.unions)
                if place in self.tracks and self.level(union) == level
            ]
            room = GAP + (max(tracks) + 1) * TRACK if tracks else 20
            if level >= 0:
                tops.append(y + HALF + 10)
                y = tops[-1] + HALF + self.below(level)
            y += room
        return tops

    def below(self, level: int) -> int:
        """How much room the words under the symbols of a row take."""
        lines = [len(self.words[key]) + len(self.about[key]) for key, at in self.depth.items() if at == level]
        return max(lines) * LEADING + 8

    def bar(self, place: int) -> int:
        """How high the bar of a union lies."""
        level = self.level(self.unions[place])
        under = self.tops[level] + HALF + self.below(level) if level >= 0 else 0
        return under + 6 + self.tracks[place] * TRACK

    def end(self, branch: Branch) -> int:
        """Where a child's line leaves the bar: by birth above the middle, else a little to the side."""
        return self.x[branch.child] + {"birth": 0, "care": 13}.get(branch.way, self.past(branch.child))

    def past(self, child: int) -> int:
        """How far beside a grandchild the line can pass the generation between, where nobody stands."""
        x, level = self.x[child], self.depth[child] - 1
        between = [self.x[key] for key, at in self.depth.items() if at == level]
        return next(
            (side for side in (STEP // 2, -STEP // 2, STEP) if all(abs(x + side - each) > 40 for each in between)), 0
        )

    def picture(self, households: Iterable[Iterable[int]]) -> Picture:
        """Everything together."""
        for place, union in enumerate(self.unions):
            if len(union.parents) == 2:
                self.couple(union)
            if union.branches:
                self.children(place, union)
        symbols = tuple(self.symbol(key) for key in sorted(self.depth, key=lambda key: (self.depth[key], self.x[key])))
        boxes = {each.key: (each.x - 66, each.y - HALF - 8, each.x + 66, bottom(each)) for each in symbols}
        cores = {each.key: (each.x - HALF, each.y - HALF, each.x + HALF, each.y + HALF) for each in symbols}
        outlines = tuple(outline for keys in households for outline in around(boxes, set(keys), cores))
        self.shown |= {"household"} if outlines else set()
        height = max(bottom(each) for each in symbols) + 30
        width = max(self.x.values()) + MARGIN
        rows = tuple(
            tuple(each.key for each in symbols if self.depth[each.key] == level) for level in range(len(self.tops))
        )
        return Picture(
            width, height, symbols, tuple(self.lines), tuple(self.doubts), outlines, rows, frozenset(self.shown)
        )

    def symbol(self, key: int) -> Symbol:
        """One person."""
        person, x, y = self.people[key], self.x[key], self.tops[self.depth[key]]
        shape = SHAPES.get(person.sex, "diamond")
        first = y + HALF + LEADING
        words = tuple((first + number * LEADING, text) for number, text in enumerate(self.words[key]))
        after = first + len(words) * LEADING
        about = tuple((after + number * LEADING, text) for number, text in enumerate(self.about[key]))
        self.shown |= {shape} | ({"subject"} if person.subject else set())
        self.shown |= ({"dead"} if person.dead else set()) | ({"missing"} if person.missing else set())
        return Symbol(key, shape, x, y, words, about, person.subject, person.dead, person.missing)

    def couple(self, union: Union) -> None:
        """The line between two people, straight where they are neighbours, else above those between them."""
        one, two = sorted(union.parents, key=lambda key: self.x[key])
        y, left, right = self.tops[self.depth[one]], self.x[one] + HALF, self.x[two] - HALF
        dashes = DASHES.get(union.line, "")
        self.shown.add(f"couple-{union.line}" if union.line else "couple")
        if self.x[two] - self.x[one] <= STEP * 1.5:
            self.lines.append(Line(f"{left},{y} {right},{y}", dashes))
            at = left + (right - left) // 4
        else:
            over, begin, end = y - HALF - 12, self.x[one] + 12, self.x[two] - 12
            edge = y - HALF
            self.lines.append(Line(f"{begin},{edge} {begin},{over} {end},{over} {end},{edge}", dashes))
            y, at = over, begin + 30
        for number in range(SLASHES.get(union.line, 0)):
            self.lines.append(Line(f"{at - 5 + number * 8},{y + 10} {at + 5 + number * 8},{y - 10}"))
        if not union.certain:
            self.doubt(at + 24, y - 8)

    def children(self, place: int, union: Union) -> None:
        """The line down from a union, the bar, and a line to each child."""
        bar, births = self.bar(place), [branch for branch in union.branches if branch.way == "birth"]
        ends = {branch.child: self.end(branch) for branch in union.branches}
        joined = {
            key: sum(ends[each] for each in pair) // 2 for pair in self.twins if pair <= ends.keys() for key in pair
        }
        middles = [self.middle(union)] if union.parents else []
        for middle in middles:
            self.lines += self.stem(union, middle, bar, "" if births else DOTTED)
        for ways in (births, [branch for branch in union.branches if branch.way != "birth"]):
            xs = [joined.get(branch.child, ends[branch.child]) for branch in ways] + middles
            if ways and min(xs) != max(xs):
                self.lines.append(Line(f"{min(xs)},{bar} {max(xs)},{bar}", "" if ways is births else DOTTED))
        for branch in union.branches:
            self.lines.append(self.drop(branch, joined.get(branch.child, ends[branch.child]), bar))
            self.shown.add("twins" if branch.child in joined else branch.way)

    def stem(self, union: Union, middle: int, bar: int, dashes: str) -> Iterator[Line]:
        """From a union down to the bar."""
        y = self.tops[self.depth[union.parents[0]]]
        xs = sorted(self.x[key] for key in union.parents)
        if len(xs) == 1:
            yield Line(f"{xs[0] + HALF},{y} {middle},{y} {middle},{bar}", dashes)
        else:
            above = y - HALF - 12 if xs[1] - xs[0] > STEP * 1.5 else y
            yield Line(f"{middle},{above} {middle},{bar}", dashes)

    def drop(self, branch: Branch, begin: int, bar: int) -> Line:
        """From the bar down to a child; a grandchild's line goes past the generation between."""
        x, top = self.x[branch.child], self.tops[self.depth[branch.child]] - HALF
        x += 0 if branch.way == "birth" else 13
        top += 3 if branch.way != "birth" and self.people[branch.child].sex == "female" else 0
        if not branch.certain:
            self.doubt(x - 14, top - 6)
        dashes = "" if branch.way == "birth" else DOTTED
        if branch.way == "grand":
            turn = top - 10
            return Line(f"{begin},{bar} {begin},{turn} {x},{turn} {x},{top}", dashes)
        return Line(f"{begin},{bar} {x},{top}", dashes)

    def doubt(self, x: int, y: int) -> None:
        """A question mark beside a line."""
        self.doubts.append((x, y))
        self.shown.add("doubt")


def bottom(symbol: Symbol) -> int:
    """How far down a symbol's words go."""
    return max([symbol.y + HALF, *(y for y, _ in (*symbol.words, *symbol.about))]) + 6
