"""By which forms people, bodies and places are known, and when a person must decide: one line for each way of writing."""

from __future__ import annotations

import pytest

from findings.anonymise import Person, find

PEOPLE = (
    Person("1", "person", "child", "Child A", given="Linnet", middle="Ruth", surname="Carrow-Blythe", sex="F", aliases=("Linny",)),
    Person("2", "person", "mother", "Mother", title="Ms", given="Grace", surname="Carrow", sex="F"),
    Person("3", "person", "nurse", "Nurse 1", given="Wanda", surname="Grace", sex="F", professional=True),
    Person("4", "person", "carer", "Carer 1", given="Duc Minh", surname="Tran", sex="M", professional=True),
    Person("5", "person", "uncle", "Uncle", title="Mr", given="Bill", surname="Osgood", sex="M"),
    Person("6", "person", "health visitor", "Visitor 1", given="Petra", surname="Hale", former_surname="Swann", sex="F", professional=True),
    Person("7", "hospital", "", "Hospital 1", name="Marlow Fen District General Hospital"),
    Person("8", "agency", "", "Agency 1", name="Kind Hands for Families"),
    Person("9", "agency", "", "Agency 2", name="Osgood & Sons Removals"),
    Person("10", "school", "", "School 1", name="Fernbridge Church of England Primary School"),
    Person("11", "street", "", "Address 1", name="Upper Pear Lane"),
    Person("12", "place", "", "Town 1", name="Harwell"),
)  # fmt: skip


def _found(text: str) -> list[tuple[str, str | None]]:
    return [(text[span.start : span.end], span.replacement) for span in find(PEOPLE, text)]


@pytest.mark.parametrize(
    ("text", "words", "pseudonym"),
    [
        ("Seen with Linny C today.", "Linny C", "Child A"),
        ("Report by Linnet C-B today.", "Linnet C-B", "Child A"),
        ("Listed as Osgood, Mr B in the table.", "Osgood, Mr B", "Uncle"),
        ("Seen by Minh Tran at home.", "Minh Tran", "Carer 1"),
        ("Seen by Tran Minh Duc at home.", "Tran Minh Duc", "Carer 1"),
        ("Taken to Marlow Fen DGH by car.", "Marlow Fen DGH", "Hospital 1"),
        ("Taken to Marlowfen District General by car.", "Marlowfen District General", "Hospital 1"),
        ("Moved from Fern Bridge C of E Primary in May.", "Fern Bridge C of E Primary", "School 1"),
    ],
)
def test_a_form_that_fits_one_name_only_is_replaced(text: str, words: str, pseudonym: str) -> None:
    assert (words, pseudonym) in _found(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was Ms Grace who rang.", "Ms Grace"),  # a surname, and the given name of somebody else
        ("Coded by Dr Swann, locum.", "Dr Swann"),  # a former surname under an office that its bearer does not hold
        ("A lady from Kind Hands came.", "Kind Hands"),
        ("He lives in Pear Lane now.", "Pear Lane"),
        ("He worked for Osgood & Sons then.", "Osgood & Sons"),
        ("The child of Ruth Carrow-Blythe was seen.", "Ruth Carrow-Blythe"),
        ("They went to Harwell-on-Sea for a week.", "Harwell-on-Sea"),
        ("He is a Mr Osgood from Leeds.", "Mr Osgood"),
        ("who is bill", "bill"),
        ("dont tell bill im out", "bill"),
        ("she is at pear lane now", "pear lane"),
        ("Seen by Kelly Osgood and Linnet Hale.", "Linnet Hale"),  # one person's given name, another's surname
    ],
)
def test_what_may_be_somebody_else_is_asked_about_in_whole(text: str, words: str) -> None:
    assert (words, None) in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "the gas bill is paid",
        "there was no grace in it",
        "ok will tell him",
        "she has kind hands too",
        "a pear lane of trees",
    ],
)
def test_ordinary_words_stay(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Signed Sefton, P.\nNo more.", "Sefton, P"),
        ("Admitted to Puffin Ward at noon.", "Puffin Ward"),
        ("Written by Lam Siu-fung in ink.", "Lam Siu-fung"),
        ("She came from Stoke-on-Trent by bus.", "Stoke-on-Trent"),
        ("Paid for by Wexley Residences plc as before.", "Wexley Residences plc"),
        ("we went there from inverness", "inverness"),
        ("Their chair: J-L Mabunda said so.", "J-L Mabunda"),
        ("It was bought by Wexley & Sons last year.", "Wexley & Sons"),
    ],
)
def test_unlisted_names_are_flagged_in_whole(text: str, words: str) -> None:
    assert (words, None) in _found(text)
