"""Quoted words are found again whatever was written around them, and never in a place that was not meant."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from findings.anchoring import before, place, places, replaced

TEXT = "He was seen at home. Nobody asked.\n\nShe was seen at home. Nobody asked why."
WORDS = st.text(alphabet="ab .\n", max_size=12)


def test_words_are_found_however_their_lines_are_broken() -> None:
    assert places(TEXT, "home.\nNobody   asked why.") == [(52, 75)]
    assert places(TEXT, "  ") == []


def test_the_place_that_was_meant_is_known_by_what_stands_before_it() -> None:
    lead = before(TEXT, "seen at home")
    assert place(TEXT, "seen at home", lead) == (7, 19)
    assert place(f"In March {TEXT}", "seen at home", lead) == (16, 28)
    assert place("seen twice: seen", "seen", before("seen twice: seen", "seen")) == (0, 4)


def test_a_place_that_nobody_can_tell_is_none() -> None:
    assert place(TEXT, "seen at home", "other words ") is None
    assert replaced(TEXT, "seen at school", "", "x") is None
    assert replaced("aa aa", "aa", "", "b") == "b aa"


@given(WORDS, WORDS, WORDS, WORDS)
def test_nothing_outside_the_place_changes(head: str, quote: str, tail: str, words: str) -> None:
    text = head + quote + tail
    made = replaced(text, quote, before(text, quote), words)
    if made is not None:
        start, end = place(text, quote, before(text, quote)) or (0, 0)
        assert made == text[:start] + words + text[end:]
        assert "".join(text[start:end].split()) == "".join(quote.split())
