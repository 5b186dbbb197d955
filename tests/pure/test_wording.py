"""Advice on wording: long sentences, a reading age, words that may be heard as blame; other people's words are passed over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.wording import LONG, advice, phrases, reading, sentences

EASY = "The cat sat on the mat. It was a fat cat. We saw it run. " * 12
HARD = (
    "Notwithstanding comprehensive multidisciplinary deliberations, practitioners' organisational responsibilities "
    "concerning interagency communication remained insufficiently articulated throughout successive reorganisations. "
) * 8


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mother failed to engage with the service.", ["failed to engage"]),
        ("He failed\nto bring him.", ["failed to"]),
        ("Sam absconded twice. It was a lifestyle choice.", ["absconded", "lifestyle choice"]),
        ("She REFUSED a bed.", ["REFUSED"]),
        ("Nurses were negligent and careless.", ["negligent", "careless"]),
        ("He committed suicide; the toxic trio was known.", ["committed suicide", "toxic trio"]),
        ("Clearly, staff should have known.", ["should have known", "Clearly"]),
        ("The note said “did not attend”. It was filed.", []),
        ('The note said "refused" twice.', []),
        ("“He came. He refused it.” So the note says.", []),
        ("The refuse was collected. Nobody was refusing.", []),
        ("A careless-sounding word in the unclearly lit hall.", []),
        ("He was not brought, because the letter went to an old address.", []),
    ],
)
def test_what_may_be_heard_as_blame_is_named_with_its_words(text: str, words: list[str]) -> None:
    assert [each.words.replace("\n", " ") for each in advice(text)] == words


def test_each_advice_gives_the_sentence_why_and_a_better_way() -> None:
    [found] = advice("It was late. The mother failed to engage. Nobody asked.")
    assert found.sentence == "The mother failed to engage."
    assert found.why
    assert "how services reached out" in found.why
    assert found.instead.startswith("Say what was offered")


def test_every_phrase_of_the_list_has_its_reason_and_a_better_way() -> None:
    assert len(phrases()) >= 20
    assert all(known.pattern and why.endswith(".") and instead.endswith(".") for known, why, instead in phrases())


def test_titles_and_lists_and_headings_are_not_cut_wrongly() -> None:
    text = "## Who led\n\nDr. Rees saw Mrs. Pryce. “It was late.” Nobody came!\n\n- First item\n- Second. Third."
    assert [*sentences(text)] == [
        "Dr. Rees saw Mrs. Pryce.", "“It was late.”", "Nobody came!", "First item", "Second.", "Third.",
    ]  # fmt: skip


def test_hard_text_wants_an_older_reader_and_short_text_says_nothing() -> None:
    easy, hard = reading(EASY), reading(HARD)
    assert easy.age is not None
    assert hard.age is not None
    assert easy.age <= 8 < 18 <= hard.age
    assert reading("Too short to tell.").age is None
    assert easy.long == ()


def test_sentences_of_more_than_25_words_are_shown() -> None:
    short, long = " ".join(["word"] * LONG) + ".", " ".join(["word"] * (LONG + 1)) + "."
    assert reading(f"{short} W{long[1:]}").long == (f"W{long[1:]}",)


@given(st.text(alphabet="aA .!?\n-#“”'\"refused", max_size=80))
def test_no_text_is_too_odd(text: str) -> None:
    found = reading(text)
    assert found.sentences == len([*sentences(text)])
    assert all(each.sentence in [*sentences(text)] for each in advice(text))
