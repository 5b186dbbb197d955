"""Anonymity: what leaks, what is called wrongly and what is taken for a name in the labelled documents, and how long it takes."""

from __future__ import annotations

import importlib
import importlib.util
import time
from collections.abc import Iterator, Sequence
from typing import Any

from findings.anonymise import Person, find
from tests.corpus.anonymity.generate import documents as made_documents
from tests.corpus.anonymity.marks import Document
from tests.corpus.anonymity_score import GOALS, Score, hand_documents, held_back_documents, score

# Its rules that open no connection.
PEER_RULES = ("NhsRecognizer", "UkNinoRecognizer", "UkPostcodeRecognizer", "UkVehicleRegistrationRecognizer", "PhoneRecognizer", "DateRecognizer")  # fmt: skip


def figures() -> Iterator[dict[str, Any]]:
    """The figures of the documents written by hand, of the made ones, of those kept back and of those once blind; times with the lists loaded."""
    begun = time.perf_counter()
    find(
        [Person("a", "person", "child", "Child A", given="Amara", surname="Okafor")],
        "Amara met karen and Marek Zielony, a paediatrician from Whitby.",
    )
    yield figure("loading the word lists, once", time.perf_counter() - begun, "s", "once in a process")
    for name, documents in (
        ("by hand", hand_documents()),
        ("made", made_documents()),
        ("kept back", held_back_documents()),
        ("once blind", hand_documents("blind_documents")),
    ):
        yield from of(name, score(documents))
        yield peer(name, documents)


def of(name: str, found: Score) -> Iterator[dict[str, Any]]:
    """One line for each figure of one set of documents."""
    listed, words = found.counts["listed"], found.words
    yield figure(f"{name}: documents", found.documents, "documents", f"{listed} listed names in {words} words")
    for what, value in found.figures().items():
        goal = GOALS.get(what)
        yield figure(f"{name}: {what}", value, _unit(what), goal[2] if goal else "no goal; told for honesty")


def peer(name: str, documents: Sequence[Document]) -> dict[str, Any]:
    """The patterns that Presidio's own rules leave, where an operator has put it beside the product; else that it is not there."""
    what = f"{name}: patterns leaked by Presidio's rules"
    if importlib.util.find_spec("presidio_analyzer") is None:
        return figure(what, -1, "not measured", "Presidio is not installed here and is no requirement")
    module = importlib.import_module("presidio_analyzer.predefined_recognizers")
    rules = [getattr(module, rule)() for rule in PEER_RULES if hasattr(module, rule)]
    missed = total = 0
    for document in documents:
        marks = [mark for mark in document.marks if mark.kind == "pattern"]
        results = [each for rule in rules for each in rule.analyze(document.text, rule.supported_entities, None) or []]
        total += len(marks)
        missed += sum(not any(r.start < m.end and m.start < r.end for r in results) for m in marks)
    return figure(
        what, 100 * missed / max(1, total), "%", f"{len(rules)} rules; those for e-mail and web need a network"
    )


def figure(name: str, value: float, unit: str, compared_with: str) -> dict[str, Any]:
    """One line of the bench."""
    return {"name": f"anonymity: {name}", "value": round(value, 4), "unit": unit, "compared_with": compared_with}


def _unit(what: str) -> str:
    """Return the unit of a figure by its name."""
    if what.startswith("seconds"):
        return "s"
    return "mentions" if what == "shared names guessed" or "per 1,000" in what else "%"
