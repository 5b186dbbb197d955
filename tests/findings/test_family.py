"""The family diagram: drawn from the register, read in words, and taken as a picture with published names."""

from __future__ import annotations

from datetime import date
from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from findings.family import family, svg
from reviews.models import Person, Relation, Review
from tests import make

TODAY = date(2026, 11, 29)


@pytest.fixture
def review(board: make.World) -> Review:
    """Child A who died, a mother, her partner until 2024, a social worker and where they lived."""
    made = make.review(board)
    people = {
        "child": make.subject(board, made, born_on=date(2020, 5, 1), died_on=date(2022, 11, 3)),
        "mother": make.subject(board, made, given="Ngozi", pseudonym="Ms D", part="family", born_text="about 1995"),
        "partner": make.subject(board, made, given="Cole", pseudonym="Mr E", part="family", sex="male"),
        "worker": make.subject(board, made, given="Sue", pseudonym="Social Worker 1", part="professional"),
        "home": make.subject(board, made, kind="street", name="Elm Road", pseudonym="Address 1", part="other"),
    }
    ties: list[tuple[str, str, str, dict[str, Any]]] = [
        ("mother", "parent", "child", {}),
        ("mother", "partner", "partner", {"until_text": "2024"}),
        ("worker", "professional", "child", {"certainty": "thought"}),
        *((who, "lives_at", "home", {}) for who in ("mother", "child")),
    ]
    for first, kind, second, more in ties:
        said = {"first": people[first], "kind": kind, "second": people[second], **more}
        Relation.objects.create(review=made, recorded_by=board.manager, **said)
    return made


def test_the_picture_shows_the_family_with_ages_and_the_words_say_the_same(review: Review) -> None:
    found = family(review, TODAY)
    assert found.picture is not None
    assert found.title == "Family of Child A"
    assert {"couple-ex_partner", "dead", "subject", "missing"} <= found.picture.shown
    assert len(found.picture.households) >= 1
    said = {each.name: (each.about, list(each.relations)) for _, people in found.told for each in people}
    assert said["Child A"][0] == "subject of the review, female, died aged 2 years 6 months"
    assert said["Ms D"] == (
        "female, aged about 31",
        ["mother of Child A", "partner of Mr E, until 2024", "lives at Address 1"],
    )
    assert said["Social Worker 1"][1] == ["professional to Child A, thought, not confirmed"]
    assert [heading for heading, _ in found.told] == [
        "One generation before",
        "Generation of the subject",
        "Not on the picture",
    ]
    assert "Ms D (female, aged about 31): mother of Child A;" in svg(found)


def test_real_names_are_for_those_with_the_right_and_never_in_what_is_taken(
    review: Review, board: make.World, signed_in: Any
) -> None:
    client = signed_in(board.panel)
    page = reverse("findings.family.show", args=[review.ref])
    assert "Ngozi" not in unescape(client.get(page).content.decode())
    assert "Ngozi" in unescape(client.get(page + "?names=real").content.decode())
    taken = client.get(page + "svg/download/?names=real")
    drawing = b"".join(taken.streaming_content)
    assert b"Ms D" in drawing
    assert b"Ngozi" not in drawing
    assert client.get(page + "gif/download/").status_code == 404


def test_it_is_taken_as_a_png(review: Review, board: make.World, signed_in: Any) -> None:
    taken = signed_in(board.manager).get(reverse("findings.family.download", args=[review.ref, "png"]))
    assert next(iter(taken.streaming_content)).startswith(b"\x89PNG")
    assert taken["Content-Type"] == "image/png"


def test_a_couple_whom_death_has_parted_is_not_drawn_as_separated(review: Review) -> None:
    Person.objects.filter(pseudonym="Mr E").update(died_on=date(2024, 6, 1))
    found = family(review, TODAY)
    assert found.picture is not None
    assert "couple-partner" in found.picture.shown


def test_a_register_without_anybody_has_no_picture(board: make.World, signed_in: Any) -> None:
    review = make.review(board, number=2)
    answer = signed_in(board.manager).get(reverse("findings.family.show", args=[review.ref]))
    assert "Nobody is in the people register yet" in answer.content.decode()
    assert (
        signed_in(board.manager).get(reverse("findings.family.download", args=[review.ref, "svg"])).status_code == 404
    )
