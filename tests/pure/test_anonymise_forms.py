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
    Person("13", "person", "grandfather", "Grandfather", given="Llywarch", middle="Wyn", surname="Kučera", sex="M", aliases=("Uncle Duke",)),
    Person("14", "place", "", "Town 2", name="Pontgelyn"),
    Person("15", "care_home", "", "Home 1", name="Larch Lodge Nursing Home"),
    Person("16", "street", "", "Address 2", name="Tollbar House"),
    Person("17", "person", "police officer", "Officer 1", title="DS", given="Wendy", surname="Sharp", sex="F", professional=True),
    Person("18", "person", "teacher", "Teacher 1", title="Mr", given="Huw", surname="Llwyd-Jones", sex="M", professional=True),
    Person("19", "person", "mentor", "Mentor 1", title="Mrs", given="Nadira", surname="Orr-Quayle", sex="F", professional=True, aliases=("Didi Fach",)),
    Person("20", "street", "", "Address 3", name="Cors Wen"),
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
        ("Lives ym Mhontgelyn since then.", "Mhontgelyn", "Town 2"),
        ("Written by Ll. Kučera in ink.", "Ll. Kučera", "Grandfather"),
        ("Written by L Wyn Kučera in ink.", "L Wyn Kučera", "Grandfather"),
        ("In the log it reads Ku?era again.", "Ku?era", "Grandfather"),
        ("He was told: no. Duke came late.", "Duke", "Grandfather"),
        ("Present: D/S Sharp of the team.", "D/S Sharp", "Officer 1"),
        ("Present: Detective Sergeant Sharp of the team.", "Detective Sergeant Sharp", "Officer 1"),
        ("Spelt out on the phone: L-L-Y-W-A-R-C-H.", "L-L-Y-W-A-R-C-H", "Grandfather"),
        ("Minutes by H. Ll-J. of the school.", "H. Ll-J.", "Teacher 1"),
        ("It was Sister Grace who rang us.", "Sister Grace", "Nurse 1"),
        ("Listed: nurse; L Kucerra | health", "L Kucerra", "Grandfather"),
        ("It is for Li. Carrow-Blythe to read.", "Li. Carrow-Blythe", "Child A"),
        ("Signed N. Orr-Quayle (Mrs)\n", "N. Orr-Quayle (Mrs)", "Mentor 1"),
        ("Who is going up to Gors Wen tomorrow?", "Gors Wen", "Address 3"),
        ("All day\nBill 15:10: on my way", "Bill", "Uncle"),
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
        ("is bill home yet", "bill"),
        ("shoes r outside dukes car", "dukes"),
        ("saw the other grace there", "grace"),
        ("police is at the tollbar", "tollbar"),
        ("Mrs Kučerová rang.", "Mrs Kučerová"),  # the same surname, as the women of the family bear it
        ("She was happy at the Lodge then.", "the Lodge"),
        ("Since then: Grace had the key.", "Grace"),
        ("Police. Hale re-arrested at noon.", "Hale"),
        ("P.S. write soon", "P.S"),  # a postscript, and the initials of Petra Swann
        ("They labelled it Nana Hale again.", "Nana Hale"),
        ("The letter is from Mrs H M Carrow of Leeds.", "Mrs H M Carrow"),
        ("dont tell bill im out", "bill"),
        ("she is at pear lane now", "pear lane"),
        ("is it kind hands or pear lane", "pear lane"),
        ("told us bill from pontgelyn would ring", "bill"),
        ("The mentor, NO-Q, took notes.", "NO-Q"),
        ("We know her as Didi there.", "Didi"),  # of an alias the first word alone
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
        ("Then to Cefn-y-Bedd on foot.", "Cefn-y-Bedd"),
        ("Bailed to his aunt at Quarry Rise.", "Quarry Rise"),
        ("He grew up in Rathkeale, County Limerick, then.", "County Limerick"),
        ("She cooked for the Somali Kitchen Project once.", "Somali Kitchen Project"),
        ("He paid his firm Kingfisher Roofing in cash.", "Kingfisher Roofing"),
        ("A locum, Dr N O'Sullivan, saw him.", "Dr N O'Sullivan"),
        ("My father is buried in Bishop's Castle\nI miss him", "Bishop's Castle"),
        ("Their chair: J-L Mabunda said so.", "J-L Mabunda"),
        ("It was bought by Wexley & Sons last year.", "Wexley & Sons"),
        ("He was placed with Mr & Mrs Wexley then.", "Mr & Mrs Wexley"),
        ("They know him as Big Zoltan there.", "Big Zoltan"),
        ('Somebody wrote down the surname as "Fielding" then.', "Fielding"),
    ],
)
def test_unlisted_names_are_flagged_in_whole(text: str, words: str) -> None:
    assert (words, None) in _found(text)
