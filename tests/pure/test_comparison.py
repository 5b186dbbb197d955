"""Two versions of a text side by side: by paragraphs first, by words within them, and both texts whole."""

from __future__ import annotations

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reviews.comparison import Piece, compared, paragraphs, steps

PARAGRAPH = st.lists(st.sampled_from(["the", "child", "was", "seen", "late", "a", "\n", "home"]), max_size=6).map(" ".join)  # fmt: skip
TEXT = st.lists(PARAGRAPH, max_size=6).map("\n\n".join)


def whole(pieces: tuple[Piece, ...], without: str) -> str:
    return "".join(piece.text for piece in pieces if piece.kind != without)


@given(TEXT, TEXT)
def test_the_pieces_are_both_texts_and_no_two_of_a_kind_follow_each_other(first: str, then: str) -> None:
    pieces = compared(first, then)
    assert (whole(pieces, "in"), whole(pieces, "out")) == (first, then)
    assert all(piece.text for piece in pieces)
    assert all(one.kind != other.kind for one, other in pairwise(pieces))


@given(st.text(alphabet="a b\n\r\t", max_size=40))
def test_the_paragraphs_of_a_text_are_the_text(text: str) -> None:
    assert "".join(paragraphs(text)) == text


@given(st.lists(PARAGRAPH, max_size=8), st.lists(PARAGRAPH, max_size=8))
def test_the_steps_go_through_both_texts_in_order(before: list[str], after: list[str]) -> None:
    found = steps(before, after)
    assert [i for i, _ in found if i is not None] == [*range(len(before))]
    assert [k for _, k in found if k is not None] == [*range(len(after))]


def test_a_paragraph_that_was_put_in_leaves_the_others_as_they_were() -> None:
    first = "He was seen at home.\n\nShe was not."
    then = "He was seen at home.\n\nNobody asked the school about it.\n\nShe was not."
    assert [piece for piece in compared(first, then) if piece.kind != "same"] == [
        Piece("in", "Nobody asked the school about it.\n\n")
    ]


def test_a_word_that_changed_is_marked_alone() -> None:
    assert compared("Sam was seen at home on Monday.", "Sam was seen at school on Monday.") == (
        Piece("same", "Sam was seen at "),
        Piece("out", "home"),
        Piece("in", "school"),
        Piece("same", " on Monday."),
    )


def test_a_text_that_is_another_is_not_cut_into_islands() -> None:
    said = "the mother asked for help with the younger child at the school gate in March"
    other = "nobody of the services that knew of it had written to the ward before the discharge"
    assert [piece.kind for piece in compared(said, other)] == ["out", "in"]


def test_a_long_section_in_which_every_paragraph_changed_is_compared_whole() -> None:
    """5,000 words and one word in seven another: word for word over the whole text this took minutes."""
    chance = random.Random(5)
    parts = [" ".join(f"w{chance.randrange(900)}" for _ in range(70)) for _ in range(72)]
    changed = [" ".join(word if n % 7 else f"x{word}" for n, word in enumerate(part.split())) for part in parts]
    pieces = compared("\n\n".join(parts), "\n\n".join(changed))
    assert sum(len(piece.text.split()) for piece in pieces if piece.kind == "same") == 72 * 60
    assert whole(pieces, "in") == "\n\n".join(parts)
