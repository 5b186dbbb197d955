"""The last look: names that are spelt out, glued to something, cut in two or written by ear are left to a person, never left standing."""

from __future__ import annotations

import re

import pytest

from findings.anonymise import Person, find

PEOPLE = (
    Person("c", "person", "subject child", "Child A", given="Miley", middle="Jade", surname="Ward", sex="F", aliases=("Mimi",)),
    Person("b", "person", "brother", "Sibling 1", given="Patrick", surname="Ward", sex="M"),
    Person("m", "person", "mother", "Ms B", given="Saima", surname="Chikwanha-Reid", former_surname="Chikwanha", sex="F"),
    Person("f", "person", "father", "Mr F", given="Imran", middle="Yusuf", surname="Hussain", sex="M", aliases=("Abdi",)),
    Person("g", "person", "grandmother", "Grandmother", title="Mrs", given="Danutė", surname="Jankauskienė", sex="F"),
    Person("w", "person", "social worker", "Social Worker 1", given="Grace", surname="Appleyard", sex="F", professional=True),
    Person("h", "person", "friend", "Friend 1", given="Summer", surname="Rankine", sex="F"),
    Person("d", "person", "stepfather", "Mr G", given="Dean", surname="Rankine", sex="M"),
    Person("k", "person", "foster carer", "Foster Carer 1", given="Mark", surname="Dunlop-Kerr", sex="M"),
    Person("e", "person", "landlord", "Landlord", given="Frank", surname="Bishop", sex="M"),
    Person("o", "person", "housing officer", "Housing Officer 1", given="Mark", surname="Rich", sex="M", professional=True),
    Person("a", "person", "daughter", "Daughter", given="Ifrah", surname="Jama", sex="F"),
    Person("s", "school", "school", "School 1", name="Beck Lane Primary School"),
    Person("t", "place", "town", "Town 1", name="Orrell Cross"),
    Person("r", "street", "home", "Address 1", name="Paradise Street"),
)  # fmt: skip

# A sentence, and the words of it that must not be left: what is tried is the way of writing, with names of its own.
NAMED = (
    ("She spelt it: S-A-I-M-A, like that.", "S-A-I-M-A"),
    ("It is Hussain, H U double S A I N, yes.", "H U double S A I N"),
    ("Please. I.M.R.A.N. Thank you.", "I.M.R.A.N"),
    ("That's R for Romeo, A for Alpha, N, K, I, N, E.", "R for Romeo, A for Alpha, N, K, I, N, E"),
    ("Control heard Whiskey Alpha Romeo Delta.", "Whiskey Alpha Romeo Delta"),
    ("Tagged #justiceforsummer and shared.", "justiceforsummer"),
    ("Tagged #wheresmimi by the mother.", "wheresmimi"),
    ("Tagged #FreeMiley by the mother.", "Miley"),
    ("Her gamertag is xXsummerrankineXx now.", "xXsummerrankineXx"),
    ("The file SWard-chron.docx was lost.", "Ward"),
    ("Told GraceA to ring.", "GraceA"),
    ("The file wardm.pdf was lost.", "wardm"),
    ("login gappleyard01 was used", "gappleyard01"),
    ("e-mail from g.appleyard to all", "g.appleyard"),
    ("d_reid78: you dont know", "d_reid"),
    ("said miley_w at ten", "miley_w"),
    ("Im ran was there (father).", "Im ran"),
    ("gave it to hus sain at ten", "hus sain"),
    ("Mi-ley was crying", "Mi-ley"),
    ("> I spoke with Imran Hus-\n> sain on Monday.", "Hus-\n> sain"),
    ("old mrs jankauskene cried", "jankauskene"),
    ("i told sayma to come", "sayma"),
    ('I have an uncle down as a "Smiley", same girl?', "Smiley"),
    ("The nurse wrote Mily on the label.", "Mily"),
    ("in orrelcross again", "orrelcross"),
    ("86Paradise Street", "Paradise Street"),
    ("ask mrs j about it", "mrs j"),
    ("wee pat came in late", "pat"),
    ("dont summer. i mean it", "summer"),
    ("don't start summer, not tonight", "summer"),
    ("What is she called?\nOPERATOR: Summer like the season?", "Summer"),
    ("At my mother's. No, no Dean's mother.", "Dean"),
    ("Two beds for the D-Ks, please.", "D-Ks"),
    ("Say the children's ward, never the Ward child in a letter.", "Ward"),
    ("Moves out. Mr F Bishop, Mrs Reid.", "Mr F Bishop"),
    ("Neither Mr or Mrs Bishop came.", "Mr or Mrs Bishop"),
    ("11/04/2022 MR  Call from a neighbour.", "MR"),
    ('It was put down under "Abdi, I.", in error.', "Abdi, I"),
    ("Called from the town. Grace rung, 40 min away.", "Grace"),
    ("Ward child 2 was seen at home.", "Ward"),
    ("A visit to the Bishop address: no beds.", "Bishop"),
    ("Warrant for the Bishop tenancy suspended.", "Bishop"),
    ("Delivered a live infant; Rich is the name on the record.", "Rich"),
    ("She came from Pathfinder Advocacy with a letter.", "Pathfinder Advocacy"),
    ("Barnaby from Northern Lights Counselling came.", "Northern Lights Counselling"),
    ("Transferred from Saltcross General under the name.", "Saltcross General"),
    ("Transferred from Our Lady's RC School; file late.", "Our Lady's RC School"),
    ("Seen with Natalie Uttley of Bramble Way refused.", "Bramble Way"),
    ("The reference on our system is 2508556 if needed.", "2508556"),
    ("Worker for Mrs Jankauskienė, 8484010\n", "8484010"),
    ("A girl, 7/12, is not yet rolling.", "7/12"),
    ("He will be 14 years at transfer.", "14 years"),
    ("Paracetamol for 5/7.\n20-10-2016 Surgery: a letter.", "20-10-2016"),
    ("02:19 DR states that he left.", "DR"),
)

# The same ways of writing with nobody's name in them.
PLAIN = (
    "It is spelt Q-U-E-U-E, with two vowels twice.",
    "Hepatitis A, B, C and a D vitamin.",
    "Tagged #justiceforall and shared.",
    "He is a good man and ran an errand in time.",
    "He signs off with alpha, bravo and delta.",
    "in the rain_gauge file and the log_book",
    "She is late like the rest; no dean's office here.",
    "Neither mother or father came.",
    "Don't go. Don't hand it over.",
    "dont worry. i mean it",
    "Fontanelle soft, QTc 430, Hb 91. Rx paracetamol. Misper report closed. Chaperone offered.",
    "BMI 31, BP 128.",
    "Young carers met. A rich man, a bishop, a ward round.",
)


@pytest.mark.parametrize(("text", "words"), NAMED)
def test_no_letter_of_a_listed_name_is_left(text: str, words: str) -> None:
    start = text.index(words)
    taken = {n for span in find(PEOPLE, text) for n in range(span.start, span.end)}
    left = "".join(text[n] if n not in taken else " " for n in range(start, start + len(words)))
    assert not re.search(r"\w", left), find(PEOPLE, text)


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_only_written_like_it_is_left_alone(text: str) -> None:
    assert [text[span.start : span.end] for span in find(PEOPLE, text)] == []


def test_what_is_only_nearly_a_name_is_never_replaced() -> None:
    for text in ("wheresmimi", "xXsummerrankineXx", "gappleyard01", "Im ran was there", "ask mrs j"):
        assert all(span.replacement is None for span in find(PEOPLE, text)), text


def test_a_comma_in_a_list_joins_no_surname_to_the_name_behind_it() -> None:
    for text in ("About Mrs Jankauskienė, Grace Road at noon.", "Told Grace Appleyard, Mark Appleyard and others."):
        assert [s.keys for s in find(PEOPLE, text) if s.keys and len(text[s.start : s.end].split(",")) > 1] == [], text


def test_the_word_for_a_date_of_birth_is_nobodys_initials() -> None:
    dean = Person("p", "person", "uncle", "Uncle", given="Dean", surname="Oakley-Best", sex="M")
    assert find([dean], "DOB: not known.") == []
    assert [s.keys for s in find([dean], "Signed D.O-B.")] == [("p",)]


def test_the_title_of_a_wife_before_the_surname_of_a_daughter_is_left_to_a_person() -> None:
    (span,) = find(PEOPLE, "The letter went to Mrs Jama in error.")
    assert (span.keys, span.replacement, span.reason) == (("a",), None, "may mean the mother")


def test_a_letter_of_a_pseudonym_before_a_listed_surname_is_an_initial() -> None:
    assert [(s.keys, s.replacement) for s in find(PEOPLE, "Seen by Mr F Bishop.")] == [(("e",), "Landlord")]
    assert find(PEOPLE, "Seen by Mr F at the door.") == []
