"""A replaced name beside other names: the text as it then stands names nobody anew."""

from __future__ import annotations

import pytest

from findings.anonymise import Person, find, redact

PEOPLE = (
    Person("m", "person", "mother", "Grace", title="Mrs", given="Hope", surname="Smith-Jones", sex="F"),
    Person("n", "person", "neighbour", "Neighbour 1", given="Grace", surname="Baker", sex="F"),
    Person("c", "person", "child", "Child A", given="Amara", middle="Joy", surname="O’Brien", sex="F"),
)


def test_a_published_name_that_would_read_on_as_somebody_elses_waits_for_a_person() -> None:
    [span] = find(PEOPLE, "Baker Hope ")
    assert (span.start, span.end, span.replacement, set(span.keys)) == (0, 10, None, {"m", "n"})


def test_what_only_a_second_search_would_replace_is_replaced_at_once() -> None:
    assert redact("O'Brien A.O. A.O. ", find(PEOPLE, "O'Brien A.O. A.O. ")) == "Child A. Child A. "


@pytest.mark.parametrize(
    "text",
    [
        "Baker Hope, Amara Hope Baker",
        "Hope Baker Hope. A.O. O’Brien Joy",
        "Grace Hope Amara Baker",
        "Amara Church Smith-Jones ",
    ],
)
def test_a_second_search_changes_nothing(text: str) -> None:
    once = redact(text, find(PEOPLE, text))
    assert redact(once, find(PEOPLE, once)) == once


def test_a_pseudonym_of_one_letter_is_not_read_in_a_surname_with_an_apostrophe() -> None:
    people = (Person("f", "person", "father", "Mr O", title="Mr", given="Seán", surname="O'Neill", sex="M"),)
    assert redact("Mr O’Neill said so.", find(people, "Mr O’Neill said so.")) == "Mr O said so."
    assert find(people, "Mr O's car and Mr O’s house.") == []
