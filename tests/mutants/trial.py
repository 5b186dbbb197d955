"""Runs the walk once with every check made, and then, for each check, the steps that it refused, without it.

Collected by `python -m tests.mutants` alone; `make test` does not run it.
"""

from __future__ import annotations

import logging
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests import make
from tests.case import Case
from tests.mutants.gates import GATES, RIGHT, WHOLE, Mutant, Seen, of
from tests.mutants.report import KEPT, Found
from tests.mutants.sites import ASKING, ASKS, NARROWING
from tests.mutants.walk import Step, parts
from tests.others import beside_all, said

DEEP = 3  # How many checks in a row may guard the same.
MOST = 24  # Steps that are tried for one check; those that it refused come first.


@pytest.fixture
def alone() -> dict[tuple[str, str], int]:
    """(who, page) → hash of what a list says before others come; `case` fills it."""
    return {}


@pytest.fixture
def case(board: make.World, signed_in: Any, alone: dict[tuple[str, str], int]) -> Case:
    """One of everything, beside others on the same board and another board."""
    clients = {who: signed_in(user) for who, user in board.people.items()}

    def look(case: Case, lists: list[tuple[str, str]]) -> None:
        alone.update({(who, name): hash(said(case, clients[who], who, name)) for who, name in lists})

    return beside_all(board, look)


def mutants(seen: set[Seen]) -> Iterator[Mutant]:
    """Every check, one at a time: each place by itself, and each call of a shared asker without what it asks."""
    refusing = {each.within for each in seen if each.refused and GATES.sites[each.site].kind not in NARROWING}
    for site in GATES.sites:
        if site.kind != ASKS:
            yield Mutant(site.number)
        elif site.function not in ASKING:  # Of one that calls another in turn, whoever calls it is tried.
            yield Mutant(site.number, RIGHT if site.number in refusing else WHOLE)


class Trial:
    """One case, everybody signed in, and what each step of the walk asked."""

    def __init__(self, case: Case, clients: dict[str | None, Any]) -> None:
        self.case, self.clients = case, clients
        self.refusing: dict[Mutant, list[Step]] = defaultdict(list)
        self.reaching: dict[Mutant, list[Step]] = defaultdict(list)
        self.seen: set[Seen] = set()
        self.amiss: list[str] = []

    def listen(self, steps: list[Step]) -> None:
        """Take each step with every check made, and note what was asked."""
        for step in steps:
            with GATES.listening() as seen:
                came = self.run(step)
            if came != step.wanted:
                self.amiss.append(f"{step}: {came}, not {step.wanted}")
                continue
            self.seen |= seen
            for mutant, refused in {(mutant, each.refused) for each in seen for mutant in of(each)}:
                (self.refusing if refused else self.reaching)[mutant].append(step)

    def run(self, step: Step) -> Any:
        try:
            return step.run(self.case, self.clients)
        except Exception as failure:  # A page that fails is no page that refuses: what fails is said.
            return f"{type(failure).__name__}: {failure}"[:200]

    def tried(self, mutant: Mutant) -> Found:
        """Whether a step comes to something else without the check."""
        dice = random.Random(mutant.site)
        refused = dict.fromkeys(self.refusing[mutant])
        reached = [step for step in dict.fromkeys(self.reaching[mutant]) if step not in refused]
        chosen = [step for some in (refused, reached) for step in dice.sample([*some], min(len(some), MOST // 2))]
        by, beside = self.missed_by(chosen, mutant)
        if by:
            return Found(mutant, by)
        # It is refused all the same: then both are taken out, and what refuses next, until nothing does.
        found = Found(mutant, reached=bool(chosen), refused=bool(refused), beside=tuple(sorted(beside)))
        out = {mutant}
        for _ in range(DEEP):
            out |= {Mutant(each) for each in beside}
            by, further = self.missed_by(chosen, *out) if beside else ("", set())
            if by:
                return replace(found, twice=by)
            beside = further - {each.site for each in out}
        return found

    def missed_by(self, steps: list[Step], *missing: Mutant) -> tuple[str, set[int]]:
        """The first step that comes to something else without the checks, and the places that refused in the others."""
        beside: set[int] = set()
        for step in steps:
            with GATES.without(*missing), GATES.listening() as seen:
                came = self.run(step)
            if came != step.wanted:
                return f"{step}: {came}", beside
            beside |= {each.site for each in seen if each.refused} if step.refuses else set()
        return "", beside


@pytest.fixture
def quiet() -> Iterator[None]:
    """What fails without its check is told of in one line, not in the log of each request."""
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.usefixtures("quiet")
def test_each_check_is_missed(
    case: Case, alone: dict[tuple[str, str], int], signed_in: Any, client: Any, request: pytest.FixtureRequest
) -> None:
    clients: dict[str | None, Any] = {who: signed_in(user) for who, user in case.world.people.items()}
    found = request.config.stash[KEPT]
    trial = Trial(case, {**clients, None: client})
    for whole in parts(alone):
        part = [step for step in whole if str(step).startswith(found.steps)][:: found.every]
        trial.listen(part)
        every = [each for each in mutants(trial.seen) if found.asks_about(GATES.sites[each.site])]
        found.found = {each: came for each, came in found.found.items() if each in every and came.by}
        print(f"\n{len(part)} steps are walked.", flush=True)
        for mutant in every:
            if mutant not in found.found:
                found.add(trial.tried(mutant))
        print(*found.lines(), "More is tried.", sep="\n", flush=True)
    found.amiss += trial.amiss
