"""The words of the library: in all their forms, as neighbours, more of it first, and shown where they stand."""

from __future__ import annotations

from findings import library_words as words

TEXT = "Neglected children were not seen. Staff lacked professional curiosity about neglect; neglect was named."


def holds(asked: str) -> bool:
    """Whether the text is found by what is asked for."""
    return set(words.asked(asked)) <= set(words.kept(TEXT))


def test_a_word_is_found_in_all_its_forms() -> None:
    assert holds("neglecting")
    assert holds("a child")
    assert holds("“Child”")
    assert not holds("neglect hoarding")


def test_words_in_quotation_marks_are_neighbours() -> None:
    assert holds('"professional curiosity"')
    assert holds("“Curiosity about neglect”")
    assert not holds('"curiosity professional"')
    assert holds("curiosity professional")


def test_nothing_is_asked_by_small_words() -> None:
    assert words.asked('the "of and" with') == []


def test_what_is_said_often_is_known() -> None:
    assert words.often(["neglect", "profession_curios"], 2) == ["neglect+2", "profession_curios"]
    assert "neglect+2" in words.kept(TEXT)
    assert "neglect+3" not in words.kept(TEXT)
    assert "neglect+3" in words.kept(TEXT * 3)


def test_passages_show_what_was_asked_for_as_it_was_written() -> None:
    long = "Nothing here. " * 200 + TEXT + " Nothing there." * 200
    (shown,) = words.passages(long, words.asked("neglect curiosity"))
    assert [said for said, sought in shown if sought] == ["Neglected", "curiosity", "neglect", "neglect"]
    assert "".join(said for said, _ in shown) in long
    assert len("".join(said for said, _ in shown)) < 600
    assert words.passages(long, words.asked("hoarding")) == []
