"""What came of each check that was not made, and the share that a test misses."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import pytest

from tests.mutants.gates import GATES, Mutant
from tests.mutants.sites import Site

TRIAL_TEST = "test_each_check_is_missed"


@dataclass(frozen=True)
class Found:
    """What came of one: `by` is what told of it ("" for nothing); `beside` are the places that refused in its stead."""

    mutant: Mutant
    by: str = ""
    reached: bool = False
    refused: bool = False
    beside: tuple[int, ...] = ()
    twice: str = ""  # What told when those were taken out as well.

    def __str__(self) -> str:
        site = GATES.sites[self.mutant.site]
        said = f"{site} in {site.function}"
        if self.by:
            return f"{said}: {self.by}"
        if self.twice:
            return f"{said}: guarded again by {', '.join(str(GATES.sites[each]) for each in self.beside[:3])}"
        if self.beside:
            return f"{said}: refused all the same by {', '.join(str(GATES.sites[each]) for each in self.beside[:3])}"
        how = "refused, but nothing missed it" if self.refused else "reached, but nothing missed it"
        return f"{said}: {how if self.reached else 'reached by no test that was tried'}"


@dataclass
class Report:
    """All of them; `amiss` are steps that came to something else although every check was made."""

    found: dict[Mutant, Found] = field(default_factory=dict)
    amiss: list[str] = field(default_factory=list)
    every: int = 1  # Of the steps of the walk, each how manieth is taken;
    steps: str = ""  # and only those whose name begins so.
    only: tuple[str, ...] = ()  # Of what is tried the kind or the path holds one of these; () for all.

    def add(self, one: Found) -> None:
        self.found[one.mutant] = one

    def asks_about(self, site: Site) -> bool:
        """Whether a place is one that is tried."""
        return not self.only or any(each in f"{site.kind} {site}" for each in self.only)

    @property
    def left(self) -> list[Found]:
        """Those that nothing missed, by themselves."""
        return [each for each in self.found.values() if not each.by]

    def lines(self) -> list[str]:
        """The report as it is printed: what is left, file by file, and the share by kind and in all."""
        left = self.left
        lines = [*(f"amiss: {each}" for each in self.amiss)]
        for each in sorted(
            left, key=lambda each: (GATES.sites[each.mutant.site].path, GATES.sites[each.mutant.site].line)
        ):
            lines.append(f"left: {each}")
        every = Counter(kind(each) for each in self.found.values())
        missing = Counter(kind(each) for each in left)
        lines += [f"{name}: {every[name] - missing[name]} of {every[name]}" for name in sorted(every)]
        caught, again = len(self.found) - len(left), len([each for each in left if each.twice])
        share, safe = (100 * number / max(1, len(self.found)) for number in (caught, caught + again))
        lines.append(
            f"{again} more are guarded again by another check, and missed when both are taken out: {safe:.1f} % with them"
        )
        return [
            *lines,
            f"{caught} of {len(self.found)} checks are missed by a test when they are not made: {share:.1f} %",
        ]


KEPT = pytest.StashKey[Report]()


def kind(found: Found) -> str:
    """By what a report counts: the kind of the place, and the layer that it stands in."""
    site = GATES.sites[found.mutant.site]
    layer = next((part for part in ("views", "services", "models", "forms") if f"/{part}/" in site.path), "other")
    return f"{layer}, {site.kind}"
