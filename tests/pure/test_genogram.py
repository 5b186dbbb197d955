"""The family diagram's geometry, without a database: who stands where, and which lines there are."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from findings.ages import lived
from findings.genogram import Bond, Picture, Relative, drawn
from findings.genogram.layout import HALF
from findings.genogram.places import rising

SEX = {"m": "male", "f": "female", "u": ""}
Say = tuple[str, str, str]


def picture(people: str, *bonds: Say, households: Any = (), **more: Any) -> tuple[Picture, dict[str, Any]]:
    """A family of "name sex year" each, subjects with a star; gives the picture and where each name stands."""
    made, keys = [], {}
    for number, said in enumerate(people.split(","), start=1):
        name, sex, *year = said.split()
        born = date(int(year[0]), 1, 1) if year else None
        keys[name.strip("*")] = number
        made.append(Relative(number, name.strip("*"), SEX[sex], name.endswith("*"), born, **more))
    found = drawn(
        made,
        [Bond(kind, keys[one], keys[two]) for one, kind, two in bonds],
        [[keys[name] for name in each] for each in households],
    )
    assert found is not None
    places = {symbol.key: symbol for symbol in found.symbols}
    return found, {name: places[key] for name, key in keys.items() if key in places}


def parents(*children: str, mother: str = "mother", father: str = "father") -> list[Say]:
    return [(parent, "parent", child) for child in children for parent in (mother, father)]


def apart(found: Picture) -> bool:
    """Whether no two symbols of a row come too near each other."""
    return all(
        abs(one.x - two.x) >= 150
        for one in found.symbols for two in found.symbols if one.key < two.key and one.y == two.y
    )  # fmt: skip


def test_three_generations_stand_one_below_the_other() -> None:
    found, at = picture(
        "child* f 2020,mother f 1995,father m 1990,gran f 1970,granddad m 1968",
        *parents("child"), ("gran", "parent", "mother"), ("granddad", "parent", "mother"),
    )  # fmt: skip
    assert at["gran"].y < at["mother"].y < at["child"].y
    assert at["gran"].y == at["granddad"].y
    assert found.rows == ((5, 4), (3, 2), (1,))
    assert apart(found)


def test_the_man_stands_left_and_the_eldest_child_first() -> None:
    _, at = picture("mother f,father m,young* f 2020,old m 2010,middle f 2015", *parents("young", "old", "middle"))
    assert at["father"].x < at["mother"].x
    assert at["old"].x < at["middle"].x < at["young"].x
    assert (at["father"].x + at["mother"].x) // 2 == at["middle"].x


def test_two_partners_stand_on_either_side_and_half_siblings_below_their_own_parents() -> None:
    found, at = picture(
        "mother f,first m,second m,elder f 2012,younger* m 2020",
        *parents("elder", father="first"), *parents("younger", father="second"),
    )  # fmt: skip
    assert at["first"].x < at["mother"].x < at["second"].x
    assert at["elder"].x < at["younger"].x
    assert apart(found)


def test_of_three_partners_the_present_one_stands_beside() -> None:
    found, at = picture(
        "mother f,partner m,first m,second m,elder f 2012,younger* m 2020", ("mother", "partner", "partner"),
        *parents("elder", father="first"), *parents("younger", father="second"),
    )  # fmt: skip
    assert [at[name].x for name in ("first", "second", "mother", "partner")] == sorted(
        at[name].x for name in ("first", "second", "mother", "partner")
    )
    assert apart(found)


def test_twins_come_from_one_point() -> None:
    found, at = picture("mother f,father m,one* f 2020,two* m 2020", *parents("one", "two"), ("one", "twin", "two"))
    ends = {f"{at[name].x},{at[name].y - HALF}" for name in ("one", "two")}
    drops = [line.points.split() for line in found.lines if line.points.split()[-1] in ends]
    assert len(drops) == 2
    assert drops[0][0] == drops[1][0]
    assert "twins" in found.shown


@pytest.mark.parametrize(
    ("kind", "dashes", "strokes"),
    [("married", "", 0), ("partner", "9 6", 0), ("ex_partner", "9 6", 1), ("separated", "", 1), ("divorced", "", 2)],
)
def test_what_two_are_to_each_other_shows_in_their_line(kind: str, dashes: str, strokes: int) -> None:
    found, _ = picture("one* f,two m", ("one", kind, "two"))
    assert found.lines[0].dashes == dashes
    assert len(found.lines) == 1 + strokes
    assert f"couple-{kind}" in found.shown


def test_a_father_who_is_not_in_the_register_has_a_place_kept_open() -> None:
    found, _ = picture("mother f,child* f", ("mother", "parent", "child"))
    missing = [symbol for symbol in found.symbols if symbol.missing]
    assert [(symbol.shape, " ".join(words for _, words in symbol.words)) for symbol in missing] == [
        ("square", "Father not in the register")
    ]


def test_half_siblings_by_an_unknown_father_have_places_of_their_own() -> None:
    found, _ = picture(
        "mother f,one* f 2010,two m 2015",
        ("mother", "parent", "one"), ("mother", "parent", "two"), ("one", "half_sibling", "two"),
    )  # fmt: skip
    assert sum(symbol.missing for symbol in found.symbols) == 2


def test_foster_carers_and_adopters_are_joined_by_dots() -> None:
    for kind in ("foster_carer", "adoptive_parent"):
        found, at = picture("child* f,carer f", ("carer", kind, "child"))
        assert at["carer"].y < at["child"].y
        assert {line.dashes for line in found.lines} == {"2 5"}


def test_a_stepfather_beside_the_mother_needs_no_line_of_his_own() -> None:
    found, _ = picture(
        "mother f,step m,child* f", ("mother", "parent", "child"), ("mother", "married", "step"), ("step", "step_parent", "child")
    )  # fmt: skip
    assert "care" not in found.shown


def test_brothers_and_sisters_without_parents_in_the_register_share_a_bar() -> None:
    found, at = picture("one* f 2010,two m 2012", ("one", "sibling", "two"))
    assert at["one"].y == at["two"].y
    assert len(found.lines) == 3


def test_a_grandmother_of_whom_no_child_is_known_stands_two_generations_up() -> None:
    found, at = picture("child* f,mother f,gran f", ("mother", "parent", "child"), ("gran", "grandparent", "child"))
    assert at["gran"].y < at["mother"].y < at["child"].y
    assert "grand" in found.shown


def test_what_is_not_certain_has_a_question_mark() -> None:
    found = drawn([Relative(1, "A", subject=True), Relative(2, "B")], [Bond("parent", 2, 1, certain=False)])
    assert found is not None
    assert len(found.doubts) == 1


def test_a_household_is_one_outline_unless_somebody_else_stands_within() -> None:
    family = "mother f,father m,child* f 2020,other f 2015"
    found, _ = picture(family, *parents("child", "other"), households=[["mother", "father", "child", "other"]])
    assert len(found.households) == 1
    found, _ = picture(family, *parents("child", "other"), households=[["mother", "child"]])
    assert len(found.households) in {1, 2}


def test_symbols_shapes_crosses_and_wrapped_names() -> None:
    made = [Relative(1, "Mother’s former partner of many years", "male", dead=True, subject=True), Relative(2, "B")]
    found = drawn(made, [Bond("partner", 1, 2)])
    assert found is not None
    one, two = sorted(found.symbols, key=lambda symbol: symbol.key)
    assert (one.shape, two.shape, one.dead, one.subject) == ("square", "diamond", True, True)
    assert len(one.words) == 3


def test_nobody_gives_no_picture_and_contradictions_still_give_one() -> None:
    assert drawn([], []) is None
    assert drawn([Relative(1, "A")], []) is None
    circle = [Bond("parent", 1, 2), Bond("parent", 2, 1), Bond("partner", 1, 2)]
    assert drawn([Relative(1, "A", subject=True), Relative(2, "B")], circle) is not None


def test_neighbours_that_would_change_places_share_their_mean() -> None:
    assert rising([1.0, 3.0, 2.0, 5.0]) == [1.0, 2.5, 2.5, 5.0]


@pytest.mark.parametrize(
    ("first", "last", "age"),
    [((2020, 5, 1), (2020, 5, 1), "2 years 6 months"), ((2020, 1, 1), (2020, 12, 31), "about 2 years"), ((2000, 1, 1), (2004, 12, 31), "17 to 22 years"), ((1950, 1, 1), (1990, 1, 1), "")],
)  # fmt: skip
def test_an_age_is_as_exact_as_the_date_of_birth(first: Any, last: Any, age: str) -> None:
    assert lived((date(*first), date(*last)), date(2022, 11, 3), date(2022, 11, 3)) == age
