"""The promised figures, held on every labelled document: counts, never times."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.corpus.anonymity.generate import documents as made_documents
from tests.corpus.anonymity.kept_back import documents as kept_documents
from tests.corpus.anonymity.marks import Document
from tests.corpus.anonymity_score import GOALS, Score, hand_documents, score

SETS: dict[str, Callable[[], list[Document]]] = {
    "by hand": lambda: hand_documents() + hand_documents("kept_documents"),
    "made": made_documents,
    "kept back, first": lambda: kept_documents("first", reviews=13),
    "kept back, second": lambda: kept_documents("second"),
    "once blind": lambda: hand_documents("blind_documents"),
}


@pytest.mark.parametrize("name", SETS)
def test_a_set_of_labelled_documents_meets_every_promise(name: str) -> None:
    found: Score = score(SETS[name]())
    figures = found.figures()
    broken = {
        what: figures[what]
        for what, (side, limit, _) in GOALS.items()
        if not what.startswith("seconds") and (figures[what] > limit if side == "most" else figures[what] < limit)
    }
    assert not broken, found.faults[:20]


def test_the_labelled_documents_are_enough_and_diverse() -> None:
    hand, made, kept = hand_documents(), made_documents(), kept_documents("second")
    assert len(hand) >= 30
    assert len(hand_documents("blind_documents")) == 304
    assert len(made) >= 300
    assert len({tuple(person.pseudonym + person.given for person in document.people) for document in made}) >= 26
    assert len({mark.variant for document in kept for mark in document.marks if mark.kind == "person"}) >= 23
    assert sum(len(document.marks) for document in kept if document.marks) >= 5050
