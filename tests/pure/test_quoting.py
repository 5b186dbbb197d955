"""Where a text repeats somebody's words: a copy is known again whatever its case and punctuation, chance is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.quoting import quoted, tokens

SAID = "She sang in the kitchen every evening. Nobody ever asked me what had changed, and I'd have told them."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Her daughter said: “Nobody ever asked me what had changed”.", ["Nobody ever asked me what had changed"]),
        ("NOBODY EVER ASKED ME, WHAT HAD CHANGED and I’d have told them!", ["NOBODY EVER ASKED ME, WHAT HAD CHANGED and I’d have told them"]),
        ("nobody\never asked\nme what had", ["nobody\never asked\nme what had"]),
        ("Nobody ever asked me what the plan was.", []),
        ("She sang in the choir every evening.", []),
        ("", []),
        (
            "She sang in the kitchen every night. “Nobody ever asked me what had happened.”",
            ["She sang in the kitchen every", "Nobody ever asked me what had"],
        ),
    ],
)  # fmt: skip
def test_a_copy_of_six_words_is_found_and_less_is_not(text: str, found: list[str]) -> None:
    assert quoted(text, SAID) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [("I miss him.", ["I miss him"]), ("Miss him.", []), ("", []), ("I want my mum back", [])],
)
def test_of_few_words_the_whole_is_looked_for(words: str, found: list[str]) -> None:
    assert quoted("His brother wrote: I miss him.", words) == found


WORDS = st.lists(
    st.sampled_from(["the", "dog", "ran", "home", "and", "we", "cried", "for", "him"]), min_size=6, max_size=30
)


@given(WORDS, WORDS, WORDS)
def test_a_whole_copy_is_always_found_within_other_words(before: list[str], said: list[str], after: list[str]) -> None:
    found = quoted(" ".join([*before, *said, *after]), " ".join(said))
    assert any(" ".join(said) in " ".join(tokens(passage)) for passage in found)


@given(st.text(max_size=200), st.text(max_size=200))
def test_what_is_found_stands_in_the_text(text: str, words: str) -> None:
    assert all(passage in text for passage in quoted(text, words))
