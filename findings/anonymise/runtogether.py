"""Names without a space between them, as accounts, file names and links are made: "amaraokafor", "aokafor", "justiceforamara"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from findings.anonymise.fold import words
from findings.anonymise.shapes import Person, Span
from findings.anonymise.words import ordinary

_SHORTEST = 5  # letters of a name that is looked for within a longer word


def run_together(people: tuple[Person, ...], text: str) -> Iterator[Span]:
    """Yield flags for words of `text` that hold a listed name run together with something else."""
    joined, single = _joined_forms(people), _single_forms(people)
    for word in words(text):
        letters = word.text.strip("0123456789")
        keys = joined.get(letters, ())
        if not keys and len(letters) > _SHORTEST and not ordinary(letters):
            keys = tuple(
                key
                for form, key in single
                if len(form) < len(letters) and (letters.startswith(form) or letters.endswith(form))
            )
        if keys:
            yield Span(
                word.start, word.end, "person", tuple(dict.fromkeys(keys)), None, "holds a listed name run together"
            )


@lru_cache(maxsize=16)
def _joined_forms(people: tuple[Person, ...]) -> dict[str, tuple[str, ...]]:
    """Return whole names and initials with surnames, without what is between them, and whose they may be."""
    forms: dict[str, tuple[str, ...]] = {}
    for person in people:
        given, family = (_letters(name) for name in _given_and_family(person))
        if person.kind == "person" and given and family:
            for form in (given + family, family + given, given[:1] + family, family + given[:1], given + family[:1]):
                if len(form) >= _SHORTEST and not ordinary(form):
                    forms[form] = (*forms.get(form, ()), person.key)
    return forms


@lru_cache(maxsize=16)
def _single_forms(people: tuple[Person, ...]) -> tuple[tuple[str, str], ...]:
    """Return the names that are no ordinary words and long enough to be told inside a longer word."""
    found = []
    for person in people:
        named = (*_given_and_family(person), person.former_surname) if person.kind == "person" else (person.name,)
        for name in map(_letters, named):
            if len(name) >= _SHORTEST and not ordinary(name):
                found.append((name, person.key))
    return tuple(found)


def _given_and_family(person: Person) -> tuple[str, str]:
    """Return the two names of a person, from the whole name where the parts are not given."""
    whole = person.name.split() or [""]
    return (person.given or whole[0], person.surname or whole[-1]) if len(whole) > 1 else (person.given, person.surname)


def _letters(name: str) -> str:
    return "".join(word.text for word in words(name))
