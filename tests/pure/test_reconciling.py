"""Two people in one text: what both made of it stands together, and nothing that either wrote is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.reconciling import BOTH, MINE, THEIRS, Dispute, Settled, disputes, joined, paragraphs, reconciled

WORDS = st.sampled_from(
    [
        "a",
        "the",
        "child",
        "was",
        "seen",
        "at",
        "home",
        "by",
        "nobody",
        "in",
        "March",
        "who",
        "knew",
        "asked",
        "and",
        "wrote",
    ]
)
PARAGRAPH = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
TEXT = st.lists(PARAGRAPH, max_size=6).map("\n\n".join)


@st.composite
def edited(draw: st.DrawFn, base: str) -> str:
    """What a person may make of a text: paragraphs kept, changed, taken out, put in."""
    made: list[str] = []
    for part in paragraphs(base):
        made += draw(st.lists(PARAGRAPH, max_size=1))
        what = draw(st.sampled_from(["keep", "keep", "change", "drop"]))
        made += {"keep": [part], "change": [f"{part} {draw(PARAGRAPH)}"], "drop": []}[what]
    return "\n\n".join([*made, *draw(st.lists(PARAGRAPH, max_size=1))])


@st.composite
def threes(draw: st.DrawFn) -> tuple[str, str, str]:
    base = draw(TEXT)
    way = st.one_of(edited(base), TEXT)
    return base, draw(way), draw(way)


def everything(base: str, mine: str, theirs: str) -> set[str]:
    """Every paragraph that is in the outcome, disputed ones included."""
    found: set[str] = set()
    for part in reconciled(base, mine, theirs):
        found |= {part.text} if isinstance(part, Settled) else {part.mine or "", part.theirs or ""}
    return found


@given(threes())
def test_no_paragraph_that_either_wrote_is_lost(texts: tuple[str, str, str]) -> None:
    base, mine, theirs = texts
    written = {*paragraphs(mine), *paragraphs(theirs)} - {*paragraphs(base)}
    assert written - everything(base, mine, theirs) == set()


@given(threes())
def test_what_both_left_stands(texts: tuple[str, str, str]) -> None:
    base, mine, theirs = (set(paragraphs(text)) for text in texts)
    assert (base & mine & theirs) - everything(*texts) == set()


@given(threes())
def test_with_both_chosen_everything_is_in_the_text(texts: tuple[str, str, str]) -> None:
    parts = reconciled(*texts)
    text = joined(parts, dict.fromkeys((each.key for each in disputes(parts)), BOTH))
    base, mine, theirs = (set(paragraphs(text)) for text in texts)
    assert (mine | theirs) - base - set(paragraphs(text)) == set()


@given(threes())
def test_who_writes_alone_has_their_own_text(texts: tuple[str, str, str]) -> None:
    base, mine, _ = texts
    expected = "\n\n".join(paragraphs(mine))
    for ours, others in ((mine, base), (base, mine), (mine, mine)):
        parts = reconciled(base, ours, others)
        assert disputes(parts) == []
        assert joined(parts, {}) == expected


@given(threes())
def test_each_choice_gives_the_words_of_who_was_chosen(texts: tuple[str, str, str]) -> None:
    base, mine, theirs = texts
    parts = reconciled(base, mine, theirs)
    for choice in (MINE, THEIRS):
        text = joined(parts, dict.fromkeys((each.key for each in disputes(parts)), choice))
        chosen = [each.mine if choice == MINE else each.theirs for each in disputes(parts)]
        assert {each for each in chosen if each is not None} <= set(paragraphs(text))


BASE = "He was seen in March.\n\nNobody asked why he was not at school that week.\n\nThe letter came late."


def test_changes_of_different_paragraphs_go_together() -> None:
    mine = BASE.replace("in March", "on two days in March")
    theirs = BASE.replace("came late", "came nine days late") + "\n\nNobody answered it."
    parts = reconciled(BASE, mine, theirs.replace("\n", "\r\n"))
    assert joined(parts, {}) == mine.replace("came late", "came nine days late") + "\n\nNobody answered it."


def test_two_who_add_at_the_end_both_stand() -> None:
    parts = reconciled(BASE, f"{BASE}\n\nMine.", f"{BASE}\n\nTheirs.")
    assert joined(parts, {}) == f"{BASE}\n\nTheirs.\n\nMine."


def test_one_who_writes_next_to_what_the_other_changes_is_no_dispute() -> None:
    mine = BASE.replace("that week", "for eleven days")
    theirs = BASE.replace("\n\nThe letter", "\n\nThe head teacher wrote twice.\n\nThe letter")
    assert disputes(reconciled(BASE, mine, theirs)) == []


@pytest.mark.parametrize("choice", [MINE, THEIRS, BOTH])
def test_the_same_paragraph_is_a_dispute_that_somebody_decides(choice: str) -> None:
    mine, theirs = (BASE.replace("that week", words) for words in ("for eleven days", "in that week or the next"))
    parts = reconciled(BASE, mine, theirs)
    [dispute] = disputes(parts)
    with pytest.raises(KeyError):
        joined(parts, {})
    text = joined(parts, {dispute.key: choice})
    assert ("eleven days" in text, "or the next" in text) == (choice != THEIRS, choice != MINE)
    assert text.startswith("He was seen in March.")
    assert text.endswith("The letter came late.")


def test_what_one_takes_out_and_the_other_changes_is_a_dispute() -> None:
    mine = BASE.replace("\n\nNobody asked why he was not at school that week.", "")
    [dispute] = disputes(reconciled(BASE, mine, BASE.replace("that week", "for eleven days")))
    assert (dispute.mine, dispute.chosen(MINE)) == (None, [])
    assert isinstance(dispute, Dispute)
