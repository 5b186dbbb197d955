"""A referral about somebody whom the board knows is noticed, whoever of the incident it is, and only by who may read it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from reviews.known_cases import known_cases
from reviews.models import Referral
from reviews.models.referral import read_line
from tests import make

BORN = date(2019, 3, 27)


def referral(board: make.World, number: int, name: str, born: date | None = None, **more: Any) -> Referral:
    values = {"board": board.board, "ref": f"REF-2026-{number:03d}", "status": "sent", "referrer": board.referrer}
    said = {"rule_set": make.CHILD, "subject_name": name, "subject_born_on": born, **more}
    return Referral.objects.create(**values, **said)


@pytest.mark.parametrize(
    ("name", "born", "known"),
    [
        ("Amara Okafor", BORN, True),
        ("OKAFOR Amara", None, True),
        ("Amarah Okafor", BORN, True),
        ("Amara Okafor", date(2001, 1, 1), True),
        ("Josh Tandy", BORN, True),
        ("Josh Tandy", None, False),
        ("Ama Okoro", None, False),
        ("", None, False),
    ],
)
def test_a_known_person_is_noticed(board: make.World, name: str, born: date | None, known: bool) -> None:
    first = referral(board, 1, "Amara Okafor", BORN)
    found = known_cases(referral(board, 2, name, born), board.manager)
    assert [each.ref for each in found] == ([first.ref] if known else [])


def test_each_of_several_in_one_incident_is_looked_for(board: make.World) -> None:
    earlier = referral(board, 1, "Leo Marsh", also_concerned="Amara Okafor, 27/3/2019\nNobody known")
    later = referral(board, 2, "Ben Field", also_concerned="Amara Okafor (27.3.2019)")
    (found,) = known_cases(later, board.manager)
    assert (found.ref, found.why) == (earlier.ref, "The name is alike and the date of birth is the same.")


def test_the_people_registers_are_looked_at_where_real_names_may_be_read(board: make.World) -> None:
    review = make.review(board)
    make.subject(board, review)
    new = referral(board, 2, "Amara Okafor")
    assert [each.ref for each in known_cases(new, board.manager)] == [review.ref]
    assert known_cases(new, board.administrator) == []


def test_another_boards_cases_are_not_looked_at(board: make.World) -> None:
    other = make.world("Marlow")
    referral(other, 7, "Amara Okafor", BORN)
    assert known_cases(referral(board, 2, "Amara Okafor", BORN), board.manager) == []


def test_the_page_for_screening_says_so_without_a_name(board: make.World, signed_in: Any) -> None:
    first, new = referral(board, 1, "Amara Okafor", BORN), referral(board, 2, "Amara Okafor", BORN)
    page = signed_in(board.manager).get(f"/reviews/referral/{new.ref}/screen/").content.decode()
    assert f"/reviews/referral/{first.ref}/" in page
    assert (
        "somebody whom the board knows"
        not in signed_in(board.referrer).get(f"/reviews/referral/{new.ref}/").content.decode()
    )


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Sam Field, 27/3/2019", ("Sam Field", BORN)),
        ("Sam Field", ("Sam Field", None)),
        ("Sam Field 31/2/2019", ("Sam Field", None)),
    ],
)
def test_a_line_is_read_as_it_is_typed(line: str, read: tuple[str, date | None]) -> None:
    assert read_line(line) == read
