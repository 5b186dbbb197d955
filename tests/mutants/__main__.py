"""Takes out each check of the product, one at a time, and asks whether a test misses it: `make mutants`.

The code is loaded with a switch at each check (sites.py, gates.py). The walk over every page, role and verb runs once with
every check made; then, without one check, the steps of the walk that it refused (trial.py). What the walk does not miss is
tried with the tests of the three apps that reach it. Prints the share, and what is left by file and line; answers 1 when
less than `--at-least` per cent are missed.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.mutants.gates import GATES, install
from tests.mutants.report import Report
from tests.mutants.retrying import Retrying
from tests.mutants.sites import ROOT

TRIAL = Path(__file__).parent / "trial.py"
OTHERS = (
    "tests/reviews",
    "tests/agencies",
    "tests/findings",
    "tests/test_home.py",
    "tests/test_menu.py",
    "tests/test_help.py",
)


def main() -> int:
    """0 where enough is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--walk-only", action="store_true", help="do not try the tests of the apps")
    parser.add_argument("--only", nargs="+", default=[], help="try what is of one of these kinds, or in such a path")
    parser.add_argument("--steps", default="", help="take the steps of the walk whose name begins so alone")
    parser.add_argument("--tests", nargs="+", default=OTHERS, help="try these in the place of all tests of the apps")
    parser.add_argument("--at-least", type=float, default=0.0, help="the share that is asked for, in per cent")
    parser.add_argument(
        "--every", type=int, default=1, help="take each so manieth step of the walk alone, to look at this tool"
    )
    said = parser.parse_args()
    install()
    begun, plugin = time.monotonic(), Retrying(Report(every=said.every, steps=said.steps, only=tuple(said.only)))
    files = [str(TRIAL)] + ([] if said.walk_only else [str(ROOT / each) for each in said.tests])
    pytest.main(
        ["-q", "-p", "no:cacheprovider", "-s", "-n", "0", "--no-header", "--tb=short", *files], plugins=[plugin]
    )
    lines = plugin.report.lines()
    print("\n".join(lines), f"\n{time.monotonic() - begun:.0f} seconds, {len(GATES.sites)} places")
    share: Any = float(lines[-1].rpartition(": ")[2].removesuffix(" %"))
    return 0 if share >= said.at_least and not plugin.report.amiss else 1


if __name__ == "__main__":
    sys.exit(main())
