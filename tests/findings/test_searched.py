"""What the search for names found is remembered, and never says what stands no longer."""

from __future__ import annotations

import pytest

from findings import searched
from findings.anonymise import DateRule, Person, find
from findings.services import anonymity
from tests import make

AMARA = Person(key="1", kind="person", role="subject", pseudonym="Child A", given="Amara", surname="Okafor")
TEXT = "Amara Okafor was seen on 14 March 2019, aged 7."


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were searched through, from here on."""
    found: list[str] = []

    def noting(people: tuple[Person, ...], text: str, *, dates: DateRule) -> object:
        found.append(text)
        return find(people, text, dates=dates)

    monkeypatch.setattr(searched, "find", noting)
    searched._known.clear()
    return found


def test_a_text_is_searched_through_once_and_what_was_found_is_what_is_found(searches: list[str]) -> None:
    first, again = (searched.Search((AMARA,), DateRule())(TEXT) for _ in range(2))
    assert list(first) == list(again) == find((AMARA,), TEXT, dates=DateRule())
    assert searches == [TEXT]


@pytest.mark.parametrize(
    ("people", "rule"),
    [((), DateRule()), ((AMARA, AMARA), DateRule()), ((AMARA,), DateRule(ages="keep"))],
)
def test_another_register_or_rule_is_another_question(
    searches: list[str], people: tuple[Person, ...], rule: DateRule
) -> None:
    searched.Search((AMARA,), DateRule())(TEXT)
    assert list(searched.Search(people, rule)(TEXT)) == find(people, TEXT, dates=rule)
    assert searches == [TEXT, TEXT]


def test_what_was_asked_for_longest_ago_is_forgotten(searches: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searched, "MOST", 2)
    search = searched.Search((AMARA,), DateRule())
    for text in ("one", "two", "one", "three", "one", "two"):
        search(text)
    assert searches == ["one", "two", "three", "two"]


def test_no_words_of_a_text_stay_in_memory(searches: list[str]) -> None:
    searched.Search((AMARA,), DateRule())(TEXT)
    assert all(isinstance(key, bytes) and len(key) == 32 for key in searched._known)
    assert not any(word in repr(searched._known) for word in ("seen", "Amara", "Okafor"))


def test_a_published_name_that_changes_is_the_new_one_at_once(board: make.World) -> None:
    review = make.review(board)
    child = make.subject(board, review)
    assert anonymity.covering(review)(TEXT).startswith("Child A was seen")
    child.pseudonym = "Ada"
    child.save()
    assert anonymity.covering(type(review).objects.get(pk=review.pk))(TEXT).startswith("Ada was seen")
