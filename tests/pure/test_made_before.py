"""Made before: what the field says in several ways has one name, and the nearest earlier recommendations stand first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from findings.made_before import Candidate, rank, said, telling, terms, vectors
from findings.made_before.alike import ways
from findings.made_before.vectors import likeness, meaning, there
from tests.corpus import made_before as corpus

# What is held: measured, rounded down, so that a change for the worse shows.
HELD = {"tuned": 0.95, "kept": 0.87, "fresh": 0.97, "unseen": 0.78, "blind": 0.9}
BY_WORDS = {"tuned": 0.92, "kept": 0.77, "fresh": 0.97, "unseen": 0.6, "blind": 0.86}
LIBRARY = [
    "A child who was not brought to appointments should be followed up.",
    "The trust should publish how many appointments it cancelled.",
    "Professional curiosity should be part of induction.",
    "Parking at the clinic should be reviewed.",
]


@pytest.fixture
def words_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Set-up could not make the table of word vectors."""
    with monkeypatch.context() as changed:
        changed.setattr(vectors, "TABLE", tmp_path / "vectors.db")
        forget()
        yield
    forget()


def forget() -> None:
    """Nothing that was read of the table stays."""
    for kept in (vectors._table, vectors._weighed, meaning):
        kept.cache_clear()


def near(text: str, **more: object) -> list[str]:
    """What is near a text in the small library, the nearest first."""
    held = Counter(term for each in LIBRARY for term in terms(each))
    candidates = [Candidate(key, each, frozenset({"Neglect"} if key == 2 else ())) for key, each in enumerate(LIBRARY)]
    return [LIBRARY[found.key] for found in rank(text, candidates, held, len(LIBRARY), **more)]  # type: ignore[arg-type]


def test_ways_of_saying_the_same_have_one_name_whatever_their_number_and_tense() -> None:
    for said_so in ("He did not attend.", "DNA", "She was not brought to clinic", "no-access visits", "non‑attendance"):
        assert "=missed-appointment" in terms(said_so), said_so
    assert "=missed-appointment" not in terms("Staff did attend to the fence.")


def test_the_longest_way_of_saying_is_taken() -> None:
    assert {"=choking"} == {term for term in terms("speech and language therapist") if term[0] == "="}
    assert "=interpreter" in terms("Language should be no barrier.")


def test_other_words_for_the_same_are_found_before_the_same_words_for_something_else() -> None:
    assert near("Ask why a boy did not attend, and do not discharge him.")[0] == LIBRARY[0]
    assert near("Staff should have respectful uncertainty.") == [LIBRARY[2]]


def test_what_shares_nothing_is_not_near() -> None:
    assert near("Gambling") == []
    assert near("") == []
    assert near("the and of") == []


def test_a_theme_of_both_brings_one_forward_and_brings_in_nothing() -> None:
    text = "Curiosity about appointments that were cancelled."
    assert near(text)[0] == LIBRARY[1]
    assert near("Gambling", themes=["Neglect"]) == []


def test_a_long_text_is_looked_for_by_what_says_most() -> None:
    held = Counter(terms(" ".join(LIBRARY)))
    found = telling(" ".join(LIBRARY) * 20, held, 50)
    assert len(found) == 20
    assert "=curiosity" in found
    assert said(["=was-seen", "curios", "=voice"]) == ["was seen", "voice"]


def test_every_way_of_saying_is_one_that_can_be_found() -> None:
    """A way that is only made of passed-over words, or stands under no name, would be dead."""
    assert len(ways()) > 200
    assert [(name, way) for name, known in ways().items() for way in known if f"={name}" not in terms(way)] == []


def test_the_same_recommendation_in_other_words_is_among_the_first_five() -> None:
    assert [len(corpus.read(half)[1]) for half in (*corpus.HALVES, *corpus.UNSEEN)] == [200, 70, 40, 60, 60]
    for half, least in HELD.items():
        assert corpus.recall(half, corpus.ours(half)) >= least, half


def test_words_alone_find_it_where_there_is_no_table_of_word_vectors(words_alone: None) -> None:
    assert not there()
    assert meaning("neglect") == ()
    for half, least in BY_WORDS.items():
        assert corpus.recall(half, corpus.ours(half)) >= least, half


def test_words_that_keep_the_same_company_are_near_in_meaning() -> None:
    assert there(), "make libraries makes the table"
    physician = meaning("A physician saw her.")
    assert likeness(physician, meaning("The doctor sees him.")) > likeness(physician, meaning("The landlord sees him."))
    assert likeness(physician, meaning("zzyzx")) == 0
    assert likeness(physician, physician) == pytest.approx(1)


def test_the_measure_can_fail() -> None:
    assert corpus.recall("kept", lambda text: range(5)) < 0.2
