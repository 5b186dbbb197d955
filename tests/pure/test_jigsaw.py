"""Details that identify together: what is one and what is none, about whom, and what stands out."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from findings.anonymise import Person
from findings.anonymise.jigsaw import KINDS, details, passages, persons, without
from tests.corpus.jigsaw_score import labelled, score

PEOPLE = (
    Person("c", "person", "subject", "Child A", sex="F"),
    Person("m", "person", "mother", "Mother", sex="F"),
    Person("d", "person", "mother's partner", "Mr D", sex="M"),
    Person("w", "person", "social worker", "Social Worker 1", professional=True),
    Person("s", "school", "school", "School 1"),
)


def told(text: str, people: tuple[Person, ...] = PEOPLE) -> set[tuple[str, str, str]]:
    return {(text[each.start : each.end], each.kind, each.who) for each in details(text, people)}


@pytest.mark.parametrize(
    ("text", "words", "kind", "who"),
    [
        ("Child A said that she was cold.", "she", "sex", "c"),
        ("Child A was the youngest of four children.", "youngest of four children", "siblings", "c"),
        ("Child A had three older brothers.", "three older brothers", "siblings", "c"),
        ("Child A lived with her paternal aunt.", "paternal aunt", "relation", "c"),
        ("Mother worked as a welder.", "welder", "occupation", "m"),
        ("Mr D, a retired jockey, came home.", "jockey", "occupation", "d"),
        ("Mother worked nights in an abattoir.", "abattoir", "occupation", "m"),
        ("Mr D is Lithuanian.", "Lithuanian", "origin", "d"),
        ("Mother came here from Eritrea in 2009.", "Eritrea", "origin", "m"),
        ("Mother is a Jehovah’s Witness.", "Jehovah’s Witness", "religion", "m"),
        ("Mother spoke Polish and needed help.", "Polish", "language", "m"),
        ("Child A has cystic fibrosis.", "cystic fibrosis", "condition", "c"),
        ("Child A had a spiral fracture of the left femur.", "spiral fracture of the left femur", "injury", "c"),
        ("Child A was aged 7 at the time.", "7", "exact_age", "c"),
        ("Child A was found after the house fire.", "house fire", "event", "c"),
        ("Mother rang at 03:14 and nobody came.", "03:14", "exact_time", "m"),
        ("Mother lived above a kebab shop.", "above a kebab shop", "described_place", "m"),
        ("Mother is a care leaver.", "care leaver", "family", "m"),
        ("Mr D was convicted of manslaughter.", "convicted of manslaughter", "court", "d"),
        ("Mr D was sentenced to 12 years.", "sentenced to 12 years", "court", "d"),
    ],
)  # fmt: skip
def test_each_kind_is_told_of_somebody(text: str, words: str, kind: str, who: str) -> None:
    assert (words, kind, who) in told(text)


def test_every_kind_has_a_name_a_reason_and_a_way_to_blur_it() -> None:
    assert len(KINDS) == 15
    assert all(part.strip() for line in KINDS.values() for part in line)


@pytest.mark.parametrize(
    "text",
    [
        "A nurse said that the bed was free.",
        "The social worker told the health visitor that she would call.",
        "Social Worker 1 was newly qualified and worked as a social worker.",
        "The council employs teachers, nurses and engineers.",
        "Four children in the class were absent.",
        "This was the second of four missed opportunities.",
        "Practitioners turned a blind eye.",
        "The first child protection conference was late.",
        "Letters went to a solicitor, a vicar and a taxi driver.",
        "The window cleaner reported it at 10am.",
    ],
)
def test_what_is_said_of_nobody_in_the_register_is_no_detail(text: str) -> None:
    assert not told(text)


def test_the_sex_is_no_detail_where_the_published_name_tells_it() -> None:
    assert not told("Mother said that she was cold and that her coat was lost.")


def test_a_pronoun_means_the_last_whom_it_can_mean() -> None:
    found = told("Mr D met Child A at the door. She was in her coat.")
    assert found == {("She", "sex", "c"), ("her", "sex", "c")}


def test_a_pronoun_after_a_professional_means_them() -> None:
    assert not told("Social Worker 1 arrived late. She left a card.")


def test_what_a_person_is_called_in_the_register_is_no_detail() -> None:
    people = (Person("x", "person", "sibling", "Twin 1"), Person("y", "person", "aunt", "Paternal Aunt"))
    assert not told("Twin 1 and Paternal Aunt met.", people)


def test_a_place_of_the_register_is_no_detail() -> None:
    assert not told("Child A grew up near School 1.")


def test_a_paragraph_stands_out_from_three_kinds_about_one_person_on() -> None:
    two = "Child A, aged 7, is deaf."
    three = "Child A, aged 7, is deaf and the youngest of four."
    text = f"{two}\n\nNothing.\n\n{three}"
    made = passages(text, details(text, PEOPLE))
    assert [(each.number, each.stands_out, each.who) for each in made] == [(1, False, "c"), (3, True, "c")]


def test_details_of_two_people_do_not_add_up() -> None:
    text = "Child A, aged 7, is deaf. Mother is Polish. Mr D worked as a welder."
    assert not [each for each in passages(text, details(text, PEOPLE)) if each.stands_out]


def test_a_person_stands_out_from_four_kinds_in_the_whole_document_on() -> None:
    parts = ["Child A was aged 7.", "Child A is deaf.", "Child A was the youngest of four."]
    assert not persons(details("\n\n".join(parts), PEOPLE))
    text = "\n\n".join([*parts, "Child A was found after the house fire."])
    assert persons(details(text, PEOPLE)) == {"c": {"exact_age", "condition", "siblings", "event"}}


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("Mr D, a plumber, came.", "plumber", "Mr D came."),
        ("Mr D came (a plumber).", "plumber", "Mr D came."),
        ("Mr D was tall, a plumber.", "plumber", "Mr D was tall."),
        ("The Polish family left.", "Polish", "The family left."),
        ("It began at 03:14 on", "03:14", "It began at on"),
        ("plumber", "plumber", ""),
    ],
)
def test_words_taken_out_leave_a_sentence(text: str, words: str, left: str) -> None:
    start, end = without(text, text.index(words), text.index(words) + len(words))
    assert text[:start] + text[end:] == left


PIECES = (
    "Child A", "Mother", "his mother", "She", "his", "Mr D", "Social Worker 1", "the nurse", "a nurse", "worked as a", "was a", "taxi driver", "Polish", "spoke",
    "Jehovah’s Witness", "youngest of", "four", "children", "twin", "bruise to the left", "cheek", "aged 7", "at 03:14", "2.30am", "sentenced to", "12 years",
    "above a", "kebab shop", "lived in a", "caravan", "e\u0301", "😀", "עברית", "\u00ad", "\u200b", "\u00a0", ".", ",", "\n", "\n\n", "(", ")", "-", "’s", "fractured", "ﬁsh", "İ",
)  # fmt: skip
patchwork = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from((" ", " ", "", "\n", ". "))), max_size=16).map(
    lambda pieces: "".join(piece + gap for piece, gap in pieces)
)


@given(st.one_of(patchwork, st.text(max_size=80), st.tuples(st.text(max_size=12), patchwork).map("".join)))
@settings(max_examples=300, deadline=None)
def test_offsets_hold_in_any_text(text: str) -> None:
    last = 0
    found = details(text, PEOPLE)
    for each in found:
        assert last <= each.start < each.end <= len(text)
        assert each.kind in KINDS
        start, end = without(text, each.start, each.end)
        assert 0 <= start <= each.start < each.end <= end <= len(text)
        last = each.end
    inside = [each for passage in passages(text, found) for each in passage.details]
    assert all(each in found for each in inside)


@given(st.text(st.characters(codec="utf-8"), max_size=20), st.text(st.characters(codec="utf-8"), max_size=20))
@settings(max_examples=200, deadline=None)
def test_a_detail_is_found_in_any_surroundings(before: str, after: str) -> None:
    text = before + "\n\nThen Mother worked as a welder. \n\n" + after
    start = len(before) + len("\n\nThen Mother worked as a ")
    assert [text[each.start : each.end] for each in details(text, PEOPLE) if each.start == start] == ["welder"]


def test_the_labelled_texts_are_read_as_a_person_read_them() -> None:
    for folder in ("jigsaw", "jigsaw_kept"):
        found = score(labelled(folder))
        assert found.marked > 50
        assert found.recall >= 95, found.missed
        assert found.precision >= 95, found.extra


def test_a_thousand_words_take_a_fiftieth_of_a_second() -> None:
    texts = [each.text for each in (*labelled("jigsaw"), *labelled("jigsaw_kept"))]
    details("Mother worked as a welder.", PEOPLE)
    text = "\n\n".join(texts * 3)
    times = []
    for turn in range(3):
        begun = time.process_time()
        details(f"{text}{turn}", PEOPLE)
        times.append(time.process_time() - begun)
    assert min(times) / len(text.split()) * 1000 <= 0.02
