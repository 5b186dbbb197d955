"""All the forms under which the records may speak of a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from findings.anonymise.forms import RANKS, Form, Parts, Tokens, other_spellings, spelled, split_name, tokens_of
from findings.anonymise.initials import initial_forms
from findings.anonymise.shapes import Person
from findings.anonymise.titles import relations, titles
from findings.anonymise.words import frequent, given_name, lexicon, nickname_groups, ordinary, own_nicknames

# Ends of one surname as men bear it, and as women and whole families do.
_PAIRED_ENDS = (
    (("ski", "sky"), ("ska", "skaya", "scy")), (("cki",), ("cka", "ccy")), (("ov",), ("ova",)), (("ev",), ("eva",)), (("in",), ("ina",)),
    (("as", "is", "us", "ius"), ("iene", "aite", "yte", "ute")), (("opoulos",), ("opoulou",)), (("idis",), ("idou",)), (("",), ("ova", "ovi")),
)  # fmt: skip


def _halves(surname: str) -> list[Tokens]:
    """Return the halves of a double-barrelled surname ("Smith-Jones": Smith, Jones), particles left with their name."""
    halves: list[Tokens] = []
    lead: Tokens = ()
    for piece in re.split(r"[\s\-‐‑–]+", surname):
        tokens = tokens_of(piece)
        if not tokens:
            continue
        if len(tokens) == 1 and (tokens[0] in lexicon("particles") or len(tokens[0]) == 1):
            lead += tokens
            continue
        halves += [lead + form for form in spelled(piece)]
        halves += list(spelled(piece)) if lead else []
        lead = ()
    whole = set(spelled(surname))
    return [half for half in dict.fromkeys(halves) if half not in whole and len("".join(half)) > 2]


def _parts(person: Person) -> Parts:
    given, middle, surname = split_name(person)
    given_forms = list(spelled(given))
    firsts = [form[:1] for form in given_forms[:1] if len(form) > 1]
    names = {token for form in other_spellings(given_forms[:1]) for token in form}
    short: set[Tokens] = {(nick,) for name in names for nick in own_nicknames().get(name, ())}
    maybe: set[Tokens] = {(nick,) for name in names for nick in nickname_groups().get(name, ()) if len(nick) > 2}
    maybe |= {(full,) for name in names for full, nicks in own_nicknames().items() if name in nicks}
    maybe |= {(begun,) for name in names for begun in _beginnings(name)}
    maybe |= {(end,) for name in names for end in _sounding_ends(name)}
    known = set(given_forms)
    short |= {tokens_of(alias) for alias in person.aliases if len(tokens_of(alias)) == 1}
    pieces = [piece for piece in re.split(r"[\s\-‐‑–]+", given)[1:] if tokens_of(piece)]
    later = [
        form for piece in pieces for form in spelled(piece) if form[0] not in lexicon("particles") or len(form) > 1
    ]
    return Parts(
        given=given_forms + firsts,
        later=[form for form in later if len(form[0]) > 1 and form not in known],
        short=sorted(short - known),
        maybe=sorted(maybe - short - known),
        middle=[form for part in middle.split() for form in spelled(part) if len(form[0]) > 1],
        surname=list(spelled(surname)),
        former=[form for part in _former(person) for form in spelled(part)],
        halves=_halves(surname) + [half for part in _former(person) for half in _halves(part)],
    )


def _beginnings(name: str) -> set[str]:
    """Return what friends may make of a long given name: its beginning, with or without an s ("Tams" for Tamsin)."""
    if len(name) < 6:
        return set()
    begun = {name[:length] + ending for length in (3, 4) for ending in ("", "s")}
    return {short for short in begun if not ordinary(short) and not given_name(short)}


def _of_the_other_sex(surname: str) -> set[str]:
    """Return how wives, husbands, sisters and brothers bear the same surname: "Horvathova" beside "Horvath", "Kowalska"
    beside "Kowalski", "Petkeviciene" beside "Petkevicius"; whether one of them is meant, a person says.
    """
    found = set()
    for one, other in (pair for men, women in _PAIRED_ENDS for pair in ((men, women), (women, men))):
        stems = {surname.removesuffix(end) for end in one if surname.endswith(end)}
        found |= {stem + end for stem in stems for end in other if len(stem) > 2}
    return {form for form in found if not ordinary(form) and not given_name(form)}


def _sounding_ends(name: str) -> set[str]:
    """Return the end of a given name that its bearers go by alone: "Deep" of Gurdeep, "Preet" of Manpreet."""
    return {
        end for end in ("deep", "preet", "jeet", "jit", "winder") if name.endswith(end) and len(name) > len(end) + 1
    }


def _former(person: Person) -> list[str]:
    """Return the former surnames; several may stand in the field, with commas, "née" or "formerly" before them."""
    text = person.former_surname
    for sign in ("/", ";", "(", ")", " and ", " or "):
        text = text.replace(sign, ",")
    pieces = [piece.strip() for piece in text.split(",")]
    lead = {"nee", "formerly", "previously", "was", "maiden", "name", "aka"}
    return [
        " ".join(word for word in piece.split() if tokens_of(word)[:1] not in {(x,) for x in lead}) for piece in pieces
    ]


def person_forms(person: Person) -> list[Form]:
    """Return every form of a person's name, whole names first."""
    parts = _parts(person)
    forms = [
        *_whole_forms(person, parts),
        *_part_forms(person, parts),
        *initial_forms(person, parts),
        *_alias_forms(person),
    ]
    best: dict[tuple[Tokens, bool], Form] = {}
    for form in forms:
        identity = (form.tokens, form.capitals)
        if form.tokens and (identity not in best or RANKS[form.how] < RANKS[best[identity].how]):
            best[identity] = form
    return list(best.values())


def _whole_forms(person: Person, parts: Parts) -> Iterator[Form]:
    """Yield given name with surname, in either order, with and without middle names, and given name with initial."""
    firsts = [(form, "whole name") for form in other_spellings(parts.given)]
    firsts += [(form, "whole name") for form in (*parts.later, tokens_of(split_name(person)[0])[::-1]) if form]
    firsts += [(form, "whole name") for form in parts.short] + [(form, "possible short form") for form in parts.maybe]
    lasts = [*other_spellings([*parts.surname, *parts.former]), *parts.halves]
    middle = tuple(token for form in parts.middle[:1] for token in form)
    all_middles = tokens_of(split_name(person)[1])
    between: set[Tokens] = {(), middle, all_middles, tuple(token[0] for token in all_middles)}
    between.update(other_spellings([middle]))
    for (first, how), last in product(firsts, lasts):
        for mid in between:
            yield Form((*first, *mid, *last), person.key, how, family=True)
            yield Form((*last, *first, *mid), person.key, how, comma_at=len(last))
        yield Form((*first, last[0][:1]), person.key, how, capitals=True)
    yield from _clipped_forms(person, parts)
    for first, last in product(parts.middle, parts.surname):
        yield Form((*first, *last), person.key, "possible short form", family=True)
    for first, last in product(parts.given[:1], parts.surname[:1]):
        yield Form(("".join((*first, *last)),), person.key, "whole name")
        yield Form(("".join((*last, *first)),), person.key, "whole name")
    for form in parts.given if all_middles else ():
        yield Form((*form, *all_middles), person.key, "whole name")
    for form in spelled(person.name) if person.name else ():
        yield Form(form, person.key, "whole name", family=True)


def _clipped_forms(person: Person, parts: Parts) -> Iterator[Form]:
    """Yield the beginning of a long given name before the surname ("Gruff ap Dafydd"): alone it may be an ordinary word."""
    clipped = {form[0][:length] for form in parts.given[:1] for length in range(3, len(form[0]) - 1)}
    for first, last in product(sorted(clipped), parts.surname[:1]):
        yield Form((first, *last), person.key, "possible short form", family=True)


def _part_forms(person: Person, parts: Parts) -> Iterator[Form]:
    """Yield the parts of a name that stand alone."""
    for how, forms in (
        ("given name", parts.given),
        ("middle name", [*parts.middle, *parts.later]),
        ("nickname", parts.short),
        ("possible short form", parts.maybe),
    ):
        for form in forms:
            yield Form(form, person.key, how)
    for how, forms in (
        ("surname", parts.surname),
        ("former surname", parts.former),
        ("half of the surname", parts.halves),
    ):
        for form in forms:
            yield Form(form, person.key, how, family=True)
    for form in parts.surname[:1]:
        for end in _of_the_other_sex(form[-1]):
            yield Form((*form[:-1], end), person.key, "surname of a relative", family=True)
    for form in other_spellings([*parts.given, *parts.middle, *parts.later]):
        yield Form(form, person.key, "other spelling")
    for form in other_spellings([*parts.surname, *parts.former, *parts.halves]):
        yield Form(form, person.key, "other spelling", family=True)


def _alias_forms(person: Person) -> Iterator[Form]:
    """Yield the known aliases, and of an alias of several words the last one, which is taken as a surname."""
    for alias in person.aliases:
        for form in spelled(alias):
            yield Form(form, person.key, "alias", family=True)
        tokens = tokens_of(alias)
        if len(tokens) == 2 and tokens[0] in relations() and len(tokens[1]) > 2:
            yield Form(tokens[1:], person.key, "nickname")  # "Uncle Duke"
        elif person.kind == "person" and len(tokens) > 1 and len(tokens[-1]) > 3 and alias.split()[-1][:1].isupper():
            yield Form(tokens[-1:], person.key, "half of the surname", family=True)
        called = person.kind == "person" and len(tokens) == 2 and len(tokens[0]) > 2 and alias[:1].isupper()
        if called and not (ordinary(tokens[0]) and frequent(tokens[0])) and tokens[0] not in relations() | titles():
            yield Form(tokens[:1], person.key, "possible short form")  # "Wil" of Wil Bach
