"""What holds for any text whatever: nothing outside a span changes, twice is once, nothing certain survives."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from findings.anonymise import Person, find, redact
from findings.anonymise.bodies import body_forms
from findings.anonymise.forms import UNSURE
from findings.anonymise.names import person_forms
from tests.corpus.anonymity.generate import make_register
from tests.corpus.anonymity_score import hand_documents

PEOPLE = (
    Person("c", "person", "child", "Child A", given="Amara", middle="Joy", surname="O'Brien", sex="F"),
    Person("b", "person", "brother", "Sibling 1", given="Zoë", surname="O'Brien", aliases=("Zee",)),
    Person("m", "person", "mother", "Grace", title="Mrs", given="Hope", surname="Smith-Jones", sex="F"),
    Person("n", "person", "neighbour", "Neighbour 1", given="Grace", surname="Baker", sex="F"),
    Person("w", "person", "social worker", "Social Worker 1", given="Will", surname="May", professional=True),
    Person("p", "person", "police officer", "PC 1", title="PC", given="Łukasz", surname="Müller", professional=True),
    Person("s", "school", "school", "School 1", name="St Mary's C of E Primary School"),
    Person("t", "street", "home", "Address 1", name="Church Road"),
    Person("d", "person", "father", "Mr D", given="Mohammed", surname="Hussain", date_of_birth=date(1980, 5, 4)),
)
PIECES = (
    "Amara", "AMARA", "amara", "Joy", "O'Brien", "O’Brien's", "OBrien", "A.O.", "AO", "Zoe", "Zoe\u0308", "Zee", "Mrs", "Mr", "PC", "Dr", "Hope", "hope",
    "Smith-Jones", "Jones", "the Smiths", "Grace", "Baker", "baker", "Will", "will", "May", "may", "in May 2019", "Lukasz", "Mueller",
    "St Mary's", "St. Marys C of E", "Church", "Church Road", "14 Church Rd", "Mohamed", "Hussein", "12 March 2019", "4/5/1980", "DOB",
    "NHS number 943 476 5919", "NE1 4LP", "07700 900123", "a@b.example", "Karen", "Kowalski", "Thornton Road", "said", "was", "and", "of", "the",
    "Child A", "Sibling 1", "[postcode]", ".", ",", "\n", "\u00a0", "\u200b", "\u00ad", "😀", "עברית", "e\u0301", "-", "'", "’s", "(", ")", "&", "not", "is",
)  # fmt: skip
patchwork = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from((" ", " ", " ", ", ", "\n", ". "))), max_size=14
).map(lambda pieces: "".join(piece + gap for piece, gap in pieces))
anything = st.one_of(patchwork, st.text(max_size=60), st.tuples(st.text(max_size=12), patchwork).map("".join))


def outside(text: str, spans: list) -> list[str]:
    edges = [0, *(edge for span in spans for edge in (span.start, span.end)), len(text)]
    return [text[edges[n] : edges[n + 1]] for n in range(0, len(edges), 2)]


@given(anything)
@settings(max_examples=300, deadline=None)
def test_spans_are_sorted_apart_and_within_the_text(text: str) -> None:
    last = 0
    for span in find(PEOPLE, text):
        assert last <= span.start < span.end <= len(text)
        last = span.end


@given(anything)
@settings(max_examples=300, deadline=None)
def test_nothing_outside_a_span_changes(text: str) -> None:
    spans = find(PEOPLE, text)
    redacted, place = redact(text, spans), 0
    for kept, span in zip(outside(text, spans), [*spans, None], strict=True):
        assert redacted[place : place + len(kept)] == kept
        place += len(kept)
        if span is not None:
            place += len(text[span.start : span.end] if span.replacement is None else span.replacement)
    assert place == len(redacted)


@given(anything)
@settings(max_examples=400, deadline=None)
def test_twice_is_once(text: str) -> None:
    once = redact(text, find(PEOPLE, text))
    assert redact(once, find(PEOPLE, once)) == once


def test_twice_is_once_on_whole_documents() -> None:
    for document in hand_documents():
        once = redact(document.text, find(document.people, document.text))
        assert redact(once, find(document.people, once)) == once, document.name


SURE = ("Amara O'Brien", "Zoë O’Brien", "AMARA O'BRIEN", "Łukasz Müller", "Lukasz Muller", "Mohammed Hussain", "Muhammad Hussein", "St Mary's C of E Primary School",
        "Hope Smith-Jones", "14 Church Road", "Zoe\u0308 OBrien", "Grace Baker")  # fmt: skip


@given(
    st.lists(st.sampled_from(SURE), min_size=1, max_size=5), st.sampled_from((" told ", ", ", "; ", " and ", " met "))
)
@settings(max_examples=150, deadline=None)
def test_no_whole_name_survives(names: list[str], link: str) -> None:
    text = "It was noted that " + link.join(names) + "."
    redacted = redact(text, find(PEOPLE, text))
    assert not [name for name in names if name in redacted]


FORMS = sorted(
    {
        " ".join(token.capitalize() for token in form.tokens)
        for person in PEOPLE
        for form in (person_forms(person) if person.kind == "person" else body_forms(person))
        if form.how not in UNSURE and len("".join(form.tokens)) > 3 and not form.capitals
    }
)


@given(st.sampled_from(FORMS), st.sampled_from((" had called.", ", who was there, left.", " and the others.", ".")))
@settings(max_examples=400, deadline=None)
def test_no_form_of_the_register_survives_unasked(form: str, after: str) -> None:
    text = "The note says that it was about " + form + after
    kept = "".join(outside(text, find(PEOPLE, text)))
    assert not [word for word in form.split() if word in kept.split()]


@given(st.text(st.characters(codec="utf-8"), max_size=20), st.text(st.characters(codec="utf-8"), max_size=20))
@settings(max_examples=200, deadline=None)
def test_offsets_hold_in_any_surroundings(before: str, after: str) -> None:
    text = before + "\n\nThen Mohammed Hussain spoke. \n\n" + after
    start = len(before) + len("\n\nThen ")
    found = [span for span in find(PEOPLE, text) if span.start <= start < span.end]
    assert [text[span.start : span.end] for span in found] == ["Mohammed Hussain"]
    assert found[0].keys == ("d",)


@given(st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_an_empty_text_and_a_text_without_names_stay_as_they_are(random) -> None:
    people = make_register(random)
    for text in ("", "   \n", "nothing was written down about this at all"):
        assert redact(text, find(people, text)) == text
