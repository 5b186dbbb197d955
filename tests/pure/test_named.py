"""Who of the register is named in a text, and of whom that is not sure."""

from __future__ import annotations

from findings.anonymise import Person, named

AMARA = Person("1", "person", "child", "Child A", given="Amara", middle="Grace", surname="Okafor", aliases=("Mara",))
NGOZI = Person("2", "person", "mother", "Mother", title="Ms", given="Ngozi", surname="Okafor", sex="female")
THOMAS = Person("3", "person", "stepfather", "Stepfather", given="Thomas", surname="Marsh", sex="male")
LANE = Person("4", "street", "", "the street", name="Marsh Lane")
PEOPLE = (AMARA, NGOZI, THOMAS, LANE)


def test_every_known_form_names_its_person() -> None:
    for text in (
        "Amara was seen.", "MARA was seen", "Seen with Ngozi Okafor; Amara well.", "OKAFOR, Amara: seen", "A. G. Okafor seen",
        "Amara’s drawing",
    ):  # fmt: skip
        assert named(PEOPLE, text).get("1") is True, text
    assert named(PEOPLE, "Tommy Marsh rang.") == {"3": True}
    assert named(PEOPLE, "Called to Marsh Lane.") == {"4": True}


def test_a_form_that_fits_several_is_not_guessed() -> None:
    assert named(PEOPLE, "Okafor did not attend.") == {"1": False, "2": False}


def test_who_is_named_in_full_too_is_not_in_doubt() -> None:
    assert named(PEOPLE, "Ngozi Okafor rang. Okafor did not attend.") == {"2": True, "1": False}


def test_a_text_without_names_names_nobody() -> None:
    assert named(PEOPLE, "The health visitor called on 3 March 2019; nobody was at home.") == {}
