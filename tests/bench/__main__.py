"""Prints every figure of every `bench_*.py` beside it, one JSON line each: `python -m tests.bench [part of a name …]`.

A bench module has `figures()`, which yields dicts with `name`, `value`, `unit` and `compared_with`. Nothing here
passes or fails on a time: a slow machine is not a fault.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

KEYS = ("name", "value", "unit", "compared_with")


def modules(wanted: Iterable[str] = ()) -> list[str]:
    """The bench modules whose names contain one of the words, all of them where there are no words."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))
    return [name for name in names if not wanted or any(word in name for word in wanted)]


def figures(module: str) -> Iterator[dict[str, Any]]:
    """The figures of one module, in one order of keys; raises KeyError where one lacks a key."""
    for figure in importlib.import_module(f"tests.bench.{module}").figures():
        yield {key: figure[key] for key in KEYS} | figure


def main(words: list[str]) -> int:
    """Print the figures as they come; returns 1 if a module broke, after the others have had their turn."""
    broken = 0
    for module in modules(words):
        try:
            for figure in figures(module):
                print(json.dumps(figure, ensure_ascii=False), flush=True)
        except Exception as error:  # one that breaks must not hide the others
            print(f"{module}: {type(error).__name__}: {error}", file=sys.stderr)
            broken += 1
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
