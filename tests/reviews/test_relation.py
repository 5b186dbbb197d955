"""The people register: dates as evidence, NHS numbers, and what people are to each other."""

from __future__ import annotations

from datetime import date
from html import unescape
from typing import Any

import pytest

from reviews import evidence_date, kinship
from reviews.forms.person import PersonForm, RelationForm
from reviews.letters import person as named_in_letters
from reviews.models import Person, Review
from reviews.services import person as people
from reviews.services import relation
from scr_portal.lib.records import Refused
from tests import make

GIVEN = {"kind": "person", "part": "family", "pseudonym": "Ms D", "given": "Ngozi", "sex": "female"}


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("parent", "mother of Child A", "daughter of Ms D"),
        ("half_sibling", "half-sister of Child A", "half-sister of Ms D"),
        ("divorced", "former wife of Child A", "former wife of Ms D"),
        ("lives_at", "lives at Child A", "home of Ms D"),
        ("professional", "professional to Child A", "worked with by Ms D"),
    ],
)
def test_a_relation_is_said_from_either_side(kind: str, first: str, second: str) -> None:
    assert kinship.from_side(kind, "Child A", "female", back=False) == first
    assert kinship.from_side(kind, "Ms D", "female", back=True) == second


def test_a_circle_of_ancestors_is_found_however_long() -> None:
    line = [("parent", 1, 2), ("grandparent", 2, 3), ("sibling", 3, 9), ("parent", 3, 4)]
    assert kinship.circle(line, 4, 1)
    assert not kinship.circle(line, 1, 4)
    assert not kinship.circle(line, 9, 1)


@pytest.fixture
def review(board: make.World) -> Review:
    return make.review(board)


@pytest.fixture
def family(board: make.World, review: Review) -> dict[str, Person]:
    """Child A, a mother, a second woman, and an address."""
    return {
        "child": make.subject(board, review, born_on=date(2020, 5, 1)),
        "mother": make.subject(board, review, given="Ngozi", pseudonym="Ms D", part="family"),
        "aunt": make.subject(board, review, given="Ada", pseudonym="Ms E", part="family"),
        "home": make.subject(board, review, kind="street", name="Elm Road", pseudonym="Address 1", part="other"),
    }


def tie(board: make.World, first: Person, kind: str, second: Person, **more: Any) -> Any:
    said = {"first": first, "kind": kind, "second": second, **more}
    return relation.add(by=board.reviewer, review=first.review, values=said)


def test_what_cannot_be_is_refused_in_a_sentence(board: make.World, family: dict[str, Person]) -> None:
    child, mother, aunt, home = family.values()
    Person.objects.filter(pk=aunt.pk).update(born_text="about 2021")
    aunt.refresh_from_db()
    tie(board, mother, "parent", child)
    wrong: list[tuple[Person, str, Person, str]] = [
        (child, "sibling", child, "two different people"),
        (mother, "parent", child, "in the register already"),
        (child, "parent", mother, "ancestor of themselves"),
        (aunt, "grandparent", child, "younger than Child A"),
        (mother, "lives_at", aunt, "is no address"),
        (home, "sibling", child, "is not a person"),
        (mother, "professional", child, "not in the register as a professional"),
    ]
    for first, kind, second, sentence in wrong:
        with pytest.raises(Refused, match=sentence):
            tie(board, first, kind, second)
    tie(board, child, "lives_at", home, since_text="March 2021")


def test_a_second_mother_by_birth_is_asked_about(board: make.World, family: dict[str, Person]) -> None:
    tie(board, family["mother"], "parent", family["child"])
    with pytest.raises(Refused, match="tick that a second one is no mistake"):
        tie(board, family["aunt"], "parent", family["child"])
    assert tie(board, family["aunt"], "parent", family["child"], confirmed=True).confirmed


def test_a_date_of_birth_that_makes_a_mother_the_younger_is_refused(
    board: make.World, family: dict[str, Person]
) -> None:
    tie(board, family["mother"], "parent", family["child"])
    values = {**GIVEN, "born_text": "about 2022", "born_on": None}
    with pytest.raises(Refused, match="would be younger than Child A"):
        people.write(by=board.reviewer, person=family["mother"], values=values)


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [("27/3/2019", date(2019, 3, 27), ""), ("about 1985", None, "about 1985"), ("1985 or 1986", None, "1985 or 1986"), ("", None, "")],
)  # fmt: skip
def test_a_date_of_birth_is_kept_as_far_as_it_is_known(review: Review, text: str, day: date | None, words: str) -> None:
    form = PersonForm({**GIVEN, "born": text}, review=review)
    assert form.is_valid(), form.errors
    assert (form.values["born_on"], form.values["born_text"]) == (day, words)


@pytest.mark.parametrize("text", ["31/2/2019", "hello", "before 2016", "3/27/2024", "1/1/2090"])
def test_what_is_no_date_is_refused(review: Review, text: str) -> None:
    form = PersonForm({**GIVEN, "born": text}, review=review)
    assert len(form.errors["born"]) == 1


def test_who_died_before_they_were_born_is_refused(review: Review) -> None:
    assert "died" in PersonForm({**GIVEN, "born": "2019", "died": "May 2018"}, review=review).errors
    assert PersonForm({**GIVEN, "born": "2019", "died": "2019"}, review=review).is_valid()


def test_beside_what_a_second_editor_typed_dates_stand_in_words_and_only_where_they_differ(
    review: Review, family: dict[str, Person]
) -> None:
    child = family["child"]
    form = PersonForm({**GIVEN, "born": "about 2019", "seen_version": "0"}, review=review, record=child)
    assert form.is_valid(), form.errors
    form.stale(child, "Somebody else changed this.")
    stands = {name: getattr(field, "stands_now", None) for name, field in form.fields.items()}
    assert (stands["born"], stands["died"]) == (child.born.text, None)


def test_an_nhs_number_is_checked_kept_once_and_read_with_the_real_names(
    board: make.World, review: Review, signed_in: Any
) -> None:
    wrong = PersonForm({**GIVEN, "nhs_number": "943 476 5918"}, review=review)
    assert wrong.errors["nhs_number"] == [
        "“943 476 5918” is not an NHS number, because its digits do not prove each other: check it."
    ]
    form = PersonForm({**GIVEN, "nhs_number": "943 476 5919"}, review=review)
    assert form.is_valid()
    made = people.add(by=board.reviewer, review=review, values=form.values)
    with pytest.raises(Refused, match="the NHS number of Ms D"):
        people.add(by=board.reviewer, review=review, values={**form.values, "pseudonym": "Ms F"})
    client = signed_in(board.panel)
    address = f"/reviews/{review.ref}/person/"
    assert "943" not in client.get(address).content.decode().split("<main")[1]
    assert "943 476 5919" in client.get(address + "?names=real").content.decode()
    assert made.nhs_number == "9434765919"


def test_a_relation_that_ends_before_it_begins_is_refused(family: dict[str, Person], review: Review) -> None:
    said = {"first": family["mother"].pk, "kind": "married", "second": family["aunt"].pk, "certainty": "known"}
    assert "until" in RelationForm({**said, "since": "2019", "until": "March 2018"}, review=review).errors
    assert RelationForm({**said, "since": "2019", "until": "June 2019"}, review=review).is_valid()


def test_relations_are_read_from_both_sides_and_by_published_names(
    board: make.World, family: dict[str, Person], signed_in: Any
) -> None:
    tie(board, family["mother"], "parent", family["child"], since_text="2020", certainty="disputed")
    page = unescape(signed_in(board.panel).get(f"/reviews/{family['child'].review.ref}/relation/").content.decode())
    assert "mother of Child A" in page
    assert "daughter of Ms D" in page
    assert "from 2020, disputed" in page
    assert "Ngozi" not in page


def test_a_letter_to_the_family_names_every_subject(board: make.World, family: dict[str, Person]) -> None:
    review = family["child"].review
    make.subject(board, review, given="Chidi", pseudonym="Child B")
    assert named_in_letters(review, "family") == "Amara Okafor and Chidi Okafor"
    assert named_in_letters(review, "agency") == "Child A"


def test_a_date_says_what_may_have_come_first() -> None:
    spring, year = evidence_date.read("March 2019"), evidence_date.read("2019")
    assert evidence_date.possible(year, spring)
    assert evidence_date.possible(spring, year)
    assert not evidence_date.possible(spring, evidence_date.read("2018"))
    assert evidence_date.possible(spring, evidence_date.read(""))
