"""Initials, and what stands with them: "AO", "A. Okafor", "Okafor, A", "Okafor, Mrs A", "Mr W"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from findings.anonymise.forms import Form, Parts, Tokens, other_spellings, split_name, titles_of_all, tokens_of
from findings.anonymise.shapes import Person
from findings.anonymise.words import lexicon


def initial_forms(person: Person, parts: Parts) -> Iterator[Form]:
    """Yield initials ("AO", "A.O.") and an initial with the surname ("A. Okafor", "Okafor, A")."""
    given, middle, surname = split_name(person)
    firsts, middles, lasts = ([token[0] for token in tokens_of(text)] for text in (given, middle, surname))
    strong = [token[0] for token in tokens_of(surname) if token not in lexicon("particles")] or lasts
    halves = tuple(tokens_of(half)[0][0] for half in surname.split("-") if tokens_of(half))  # LC of Le Feuvre-Clarke
    double = tuple(_first_letter(half) for half in surname.split("-") if tokens_of(half))  # LlJ of Llwyd-Jones
    for title, end in product(sorted(_worn(person)), {tuple(lasts[:1]), tuple(strong[:1])} - {()}):
        yield Form((title, *end), person.key, "title and initial", capitals=True)
    yield from _by_title(person, parts, tuple(firsts[:1]))
    yield from _given_and_initials(person, parts, {tuple(lasts), halves, double})
    yield from _middle_initial(person, parts, firsts[:1], middles)
    yield from _letters_only(person, firsts, middles, halves)
    weak = tuple(token[0] for token in tokens_of(given) if token not in lexicon("particles"))
    digraph = tuple(token[:2] for token in tokens_of(given)[:1] if token[:2] in lexicon("digraphs"))
    for first in {tuple(firsts), tuple(firsts[:1]), weak, digraph} - {()}:
        if len(first) > 1:
            yield Form(first, person.key, "initials", capitals=True)
        for mid in {(), tuple(middles), _saintly(middle), tokens_of(middle)}:
            for last in other_spellings([*parts.surname, *parts.former]) + parts.halves:
                for initials in ((*first, *mid), ("".join((*first, *mid)),)):
                    if initials[0] in titles_of_all():
                        continue  # "MR BRIDGE" is Mr Bridge
                    yield Form((*initials, *last), person.key, "initial and surname", capitals=True, family=True)
                    yield Form((*last, *initials), person.key, "initial and surname", capitals=True, comma_at=len(last))
            former = [form[0][:1] for form in parts.former[:1]]
            for end in {
                tuple(lasts),
                tuple(strong[:1]),
                tuple(strong),
                tuple(lasts[:1]),
                tuple(former),
                halves,
                double,
            } - {()}:
                letters = (*first, *mid, *end)
                yield Form(letters, person.key, "initials", capitals=True)
                yield Form(("".join(letters),), person.key, "initials", capitals=True)


def _letters_only(person: Person, firsts: list[str], middles: list[str], halves: Tokens) -> Iterator[Form]:
    """Yield the letters of the given names ("JC" of João Carlos) and of a parted surname ("CO-R" of Chioma Okonkwo-Reed)."""
    if len((*firsts, *middles)) > 1:
        yield Form(("".join((*firsts, *middles)),), person.key, "possible acronym", capitals=True)
    if len(halves) > 1:
        yield Form(halves, person.key, "initials", capitals=True)  # "the D-Ks"
        for mid in {(), tuple(middles)}:
            yield Form(("".join((*firsts[:1], *mid, halves[0])), *halves[1:]), person.key, "initials", capitals=True)


def _first_letter(name: str) -> str:
    """Return the letter with which `name` begins: in some languages one that is written as two."""
    token = tokens_of(name)[0]
    return token[:2] if token[:2] in lexicon("digraphs") else token[0]


def _by_title(person: Person, parts: Parts, first: Tokens) -> Iterator[Form]:
    """Yield the surname with title and initial, or given name, after it, as in a list: "Patterson, Mrs I"."""
    for title, last in product(sorted(_worn(person)), (*parts.surname, *parts.former[:1])):
        if first:
            yield Form((*last, title, *first), person.key, "whole name", capitals=True, comma_at=len(last))
        for given in parts.given[:1]:
            yield Form((*last, title, *given), person.key, "whole name", comma_at=len(last))


def _given_and_initials(person: Person, parts: Parts, ends: set[Tokens]) -> Iterator[Form]:
    """Yield the given name with all initials of the surname: "Angharad B-V", "Neville D.S."."""
    for first, end in product((*parts.given, *parts.short), sorted(ends)):
        if len(end) > 1:
            yield Form((*first, *end), person.key, "whole name", capitals=True)


def _middle_initial(person: Person, parts: Parts, firsts: list[str], middles: list[str]) -> Iterator[Form]:
    """Yield the initial of a middle name with the surname: somebody may go by it, so that a person must decide."""
    for initial, last in product(sorted(set(middles) - set(firsts)), parts.surname):
        yield Form((initial, *last), person.key, "middle initial and surname", capitals=True, family=True)


def _worn(person: Person) -> set[str]:
    """Return the titles before which an initial may stand for the surname: "Mr W", "Dr S"; a person decides about each."""
    worn = (set(tokens_of(person.title)[:1]) & titles_of_all()) | (set() if person.sex[:1].upper() == "F" else {"mr"})
    return worn | (set() if person.sex[:1].upper() == "M" else {"mrs", "miss", "ms"})


def _saintly(middle: str) -> Tokens:
    """Return the initials of middle names with St written out, as it is before an initial: "C St J Clarke"."""
    written = tokens_of(middle)
    return tuple(word if word == "st" else word[0] for word in written) if "st" in written[:-1] else ()
