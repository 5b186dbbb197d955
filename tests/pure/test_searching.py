"""Words as they are looked for."""

from __future__ import annotations

import pytest

from agencies.searching import folded, wanted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bruising seen", "bruising seen"),
        ("  two\n lines\t here ", "two lines here"),
        ("Zoë’s “red” coat – torn", 'zoe\'s "red" coat - torn'),
        ("ÉLAN Straße", "elan strasse"),
    ],
)
def test_folding_leaves_what_people_would_type(text: str, words: str) -> None:
    assert folded(text) == words


def test_no_phrase_runs_from_one_part_into_the_next() -> None:
    (phrase,) = wanted('"seen noted"')
    assert phrase not in folded("Seen", "Noted")
    assert phrase in folded("Seen\nnoted")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bruis  NEIGHBOUR", ["bruis", "neighbour"]),
        ("“not seen” home", ["not seen", "home"]),
        ('"not seen', ["not", "seen"]),
        ('" " ""', []),
        ("100% a_b", ["100%", "a_b"]),
    ],
)
def test_words_and_phrases(typed: str, found: list[str]) -> None:
    assert wanted(typed) == found
