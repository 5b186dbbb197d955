"""Anonymity: what leaks, what is called wrongly and what is taken for a name in the labelled documents, and how long it takes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from findings.anonymise import Person, find
from tests.corpus.anonymity.generate import documents as made_documents
from tests.corpus.anonymity_score import GOALS, Score, hand_documents, held_back_documents, score


def figures() -> Iterator[dict[str, Any]]:
    """The figures of the documents written by hand, of the made ones and of those kept back; times with the lists loaded."""
    begun = time.perf_counter()
    find([Person("a", "person", "child", "Child A", given="Amara", surname="Okafor")], "Amara met the paediatrician.")
    yield figure("loading the word lists, once", time.perf_counter() - begun, "s", "once in a process")
    for name, documents in (
        ("by hand", hand_documents()),
        ("made", made_documents()),
        ("kept back", held_back_documents()),
    ):
        yield from of(name, score(documents))


def of(name: str, found: Score) -> Iterator[dict[str, Any]]:
    """One line for each figure of one set of documents."""
    listed, words = found.counts["listed"], found.words
    yield figure(f"{name}: documents", found.documents, "documents", f"{listed} listed names in {words} words")
    for what, value in found.figures().items():
        goal = GOALS.get(what)
        yield figure(f"{name}: {what}", value, _unit(what), goal[2] if goal else "no goal; told for honesty")


def figure(name: str, value: float, unit: str, compared_with: str) -> dict[str, Any]:
    """One line of the bench."""
    return {"name": f"anonymity: {name}", "value": round(value, 4), "unit": unit, "compared_with": compared_with}


def _unit(what: str) -> str:
    """Return the unit of a figure by its name."""
    if what.startswith("seconds"):
        return "s"
    return "mentions" if what == "shared names guessed" or "per 1,000" in what else "%"
