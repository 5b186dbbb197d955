"""The run: first the walk, then the tests of the apps once with every check made and again for each check that is left."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tests.mutants.gates import GATES, Mutant, of
from tests.mutants.report import KEPT, TRIAL_TEST, Found, Report

MOST = 30  # Tests that are tried for one check; those in which it refused come first, then the quickest.


class Retrying:
    """A plugin of pytest. `report` holds what came of it."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.refusing: dict[Mutant, list[Any]] = defaultdict(list)
        self.reaching: dict[Mutant, list[Any]] = defaultdict(list)
        self.took: dict[Any, float] = {}

    def pytest_configure(self, config: pytest.Config) -> None:
        config.stash[KEPT] = self.report

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In place of the usual loop."""
        items = sorted(session.items, key=lambda item: item.name != TRIAL_TEST)
        for item in items:
            if item.name == TRIAL_TEST:
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=session)
            else:
                self.listen(item)
        for found in self.report.left:
            if by := self.missed_by(found.mutant):
                self.report.add(Found(found.mutant, by))
        return True

    def listen(self, item: Any) -> None:
        """Run a test once with every check made, and note what was asked in it."""
        with GATES.listening() as seen:
            passed = self.passes(item)
        if not passed:
            self.report.amiss.append(item.nodeid)
            return
        for mutant, refused in {(mutant, each.refused) for each in seen for mutant in of(each)}:
            (self.refusing if refused else self.reaching)[mutant].append(item)

    def passes(self, item: Any) -> bool:
        """Run a test, whether or not it ran before."""
        item._initrequest()
        reports = runtestprotocol(item, nextitem=item.session, log=False)  # What is of the session stays.
        self.took.setdefault(item, sum(each.duration for each in reports))
        return not any(each.failed for each in reports)

    def missed_by(self, mutant: Mutant) -> str:
        """The first test that fails without a check; "" for none."""
        refused = dict.fromkeys(sorted(self.refusing[mutant], key=self.took.__getitem__))
        reached = dict.fromkeys(sorted(self.reaching[mutant], key=self.took.__getitem__))
        with GATES.without(mutant):
            for item in [*refused, *(each for each in reached if each not in refused)][:MOST]:
                if not self.passes(item):
                    return str(item.nodeid)
        return ""
