"""All the forms under which the records may speak of a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from findings.anonymise.fold import words
from findings.anonymise.shapes import Person
from findings.anonymise.words import given_name, lexicon, nickname_groups, ordinary, own_nicknames, spelling_groups

Tokens = tuple[str, ...]

_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe"}
)
# How sure each kind of form is; the smaller comes first when candidates are put in order.
RANKS = {
    "whole name": 0, "alias": 1, "given name": 2, "surname": 3, "former surname": 4, "half of the surname": 5,
    "middle name": 6, "other spelling": 7, "nickname": 8, "initial and surname": 9, "initials": 10,
    "possible short form": 11, "short form": 12, "acronym": 13, "vague short form": 14,
    "title and initial": 15,
}  # fmt: skip
UNSURE = frozenset({"possible short form", "vague short form", "title and initial"})
SURNAMES = frozenset({"surname", "former surname", "half of the surname"})


@dataclass(frozen=True)
class Form:
    """One way to write someone: its words, whose it is, what kind of form, and how strictly it must be met."""

    tokens: Tokens
    key: str
    how: str
    capitals: bool = False  # initials: only when written in capitals
    comma_at: int = 0  # a comma may stand after this many words ("OKAFOR, Amara")
    family: bool = False  # the form is, or ends in, a surname: it can bear a title and a plural


@dataclass(frozen=True)
class _Parts:
    """A person's name taken apart; each part with all its spellings, the first being the one in the register."""

    given: list[Tokens]
    short: list[Tokens]
    maybe: list[Tokens]
    middle: list[Tokens]
    surname: list[Tokens]
    former: list[Tokens]
    halves: list[Tokens]


def tokens_of(text: str) -> Tokens:
    """Return the folded words of `text`."""
    return tuple(word.text for word in words(text))


def _titles() -> frozenset[str]:
    return lexicon("men") | lexicon("women") | lexicon("other_titles")


def split_name(person: Person) -> tuple[str, str, str]:
    """Return given, middle and surname, taken from the whole name when the parts are not given."""
    if person.given or person.surname or not person.name:
        return person.given, person.middle, person.surname
    before, comma, after = person.name.partition(",")
    pieces = (after + " " + before).split() if comma else person.name.split()
    while len(pieces) > 1 and tokens_of(pieces[0])[:1] and tokens_of(pieces[0])[0] in _titles():
        pieces = pieces[1:]
        if len(pieces) == 1:
            return "", "", pieces[0]
    if len(pieces) < 2:
        return " ".join(pieces), "", ""
    cut = len(pieces) - 1
    while cut > 1 and pieces[cut - 1].lower() in lexicon("particles"):
        cut -= 1
    return pieces[0], " ".join(pieces[1:cut]), " ".join(pieces[cut:])


@lru_cache(maxsize=4096)
def spelled(text: str) -> tuple[Tokens, ...]:
    """Return the ways to write one part of a name: with and without its hyphens, apostrophes, umlauts, Mc or Mac."""
    found: dict[Tokens, None] = {}
    for version in dict.fromkeys((text, text.translate(_UMLAUTS))):
        base = tokens_of(version)
        if not base:
            continue
        found[base] = None
        if len(base) > 1:
            found[("".join(base),)] = None
        for position, token in enumerate(base):
            for other in _prefixed(token):
                found[(*base[:position], *other, *base[position + 1 :])] = None
        if base[0] in ("al", "el") and len(base) > 1:
            other_article = "el" if base[0] == "al" else "al"
            found[(other_article, *base[1:])] = found[("".join((other_article, *base[1:])),)] = None
        if base[0] in ("mc", "mac", "o") and len(base) == 2:
            other_prefix = {"mc": "mac", "mac": "mc", "o": "o"}[base[0]]
            found[(other_prefix + base[1],)] = found[(other_prefix, base[1])] = None
    return tuple(found)


def _prefixed(token: str) -> Iterator[Tokens]:
    """Yield the ways to write a name that begins with Mc or Mac."""
    for prefix, other in (("mac", "mc"), ("mc", "mac")):
        rest = token.removeprefix(prefix)
        if rest != token and len(rest) > 3:
            yield (other + rest,)
            yield (prefix, rest)
            yield (other, rest)
            return


def other_spellings(forms: Iterable[Tokens]) -> list[Tokens]:
    """Return `forms` with the other usual spellings of their words ("mohammed", "muhammad")."""
    groups = spelling_groups()
    found: dict[Tokens, None] = {}
    for form in forms:
        choices = [(token, *sorted(groups.get(token, frozenset()) - {token})) for token in form]
        for chosen in islice(product(*choices), 60):
            found[chosen] = None
    return list(found)


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


def _parts(person: Person) -> _Parts:
    given, middle, surname = split_name(person)
    given_forms = list(spelled(given))
    firsts = [form[:1] for form in given_forms[:1] if len(form) > 1]
    names = {token for form in other_spellings(given_forms[:1]) for token in form}
    short = {(nick,) for name in names for nick in own_nicknames().get(name, ())}
    maybe = {(nick,) for name in names for nick in nickname_groups().get(name, ()) if len(nick) > 2}
    maybe |= {(full,) for name in names for full, nicks in own_nicknames().items() if name in nicks}
    maybe |= {(begun,) for name in names for begun in _beginnings(name)}
    known = set(given_forms)
    return _Parts(
        given=given_forms + firsts,
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
        *_initial_forms(person, parts),
        *_alias_forms(person),
    ]
    best: dict[tuple[Tokens, bool], Form] = {}
    for form in forms:
        identity = (form.tokens, form.capitals)
        if form.tokens and (identity not in best or RANKS[form.how] < RANKS[best[identity].how]):
            best[identity] = form
    return list(best.values())


def _whole_forms(person: Person, parts: _Parts) -> Iterator[Form]:
    """Yield given name with surname, in either order, with and without middle names, and given name with initial."""
    firsts = [(form, "whole name") for form in other_spellings(parts.given)]
    firsts += [(form, "whole name") for form in parts.short] + [(form, "possible short form") for form in parts.maybe]
    lasts = [*other_spellings([*parts.surname, *parts.former]), *parts.halves]
    middle = tuple(token for form in parts.middle[:1] for token in form)
    all_middles = tokens_of(split_name(person)[1])
    between: set[Tokens] = {(), middle, all_middles, tuple(token[0] for token in all_middles)}
    for (first, how), last in product(firsts, lasts):
        for mid in between:
            yield Form((*first, *mid, *last), person.key, how, family=True)
            yield Form((*last, *first, *mid), person.key, how, comma_at=len(last))
        yield Form((*first, last[0][:1]), person.key, how, capitals=True)
    for first, last in product(parts.given[:1], parts.surname[:1]):
        yield Form(("".join((*first, *last)),), person.key, "whole name")
        yield Form(("".join((*last, *first)),), person.key, "whole name")
    for form in parts.given if all_middles else ():
        yield Form((*form, *all_middles), person.key, "whole name")
    for form in spelled(person.name) if person.name else ():
        yield Form(form, person.key, "whole name", family=True)


def _part_forms(person: Person, parts: _Parts) -> Iterator[Form]:
    """Yield the parts of a name that stand alone."""
    for how, forms in (
        ("given name", parts.given),
        ("middle name", parts.middle),
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
    for form in other_spellings([*parts.given, *parts.middle]):
        yield Form(form, person.key, "other spelling")
    for form in other_spellings([*parts.surname, *parts.former, *parts.halves]):
        yield Form(form, person.key, "other spelling", family=True)


def _initial_forms(person: Person, parts: _Parts) -> Iterator[Form]:
    """Yield initials ("AO", "A.O.") and an initial with the surname ("A. Okafor", "Okafor, A")."""
    given, middle, surname = split_name(person)
    firsts, middles, lasts = ([token[0] for token in tokens_of(text)] for text in (given, middle, surname))
    strong = [token[0] for token in tokens_of(surname) if token not in lexicon("particles")] or lasts
    halves = tuple(tokens_of(half)[0][0] for half in surname.split("-") if tokens_of(half))  # LC of Le Feuvre-Clarke
    for title, end in product(sorted(_worn(person)), {tuple(lasts[:1]), tuple(strong[:1])} - {()}):
        yield Form((title, *end), person.key, "title and initial", capitals=True)
    for first in {tuple(firsts), tuple(firsts[:1])} - {()}:
        if len(first) > 1:
            yield Form(first, person.key, "initials", capitals=True)
        for mid in {(), tuple(middles), _saintly(middle)}:
            for last in other_spellings([*parts.surname, *parts.former]) + parts.halves:
                for initials in ((*first, *mid), ("".join((*first, *mid)),)):
                    if initials[0] in _titles():
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
            } - {()}:
                letters = (*first, *mid, *end)
                yield Form(letters, person.key, "initials", capitals=True)
                yield Form(("".join(letters),), person.key, "initials", capitals=True)


def _worn(person: Person) -> set[str]:
    """Return the titles before which an initial may stand for the surname: "Mr W", "Dr S"; a person decides about each."""
    worn = (set(tokens_of(person.title)[:1]) & _titles()) | (set() if person.sex[:1].upper() == "F" else {"mr"})
    return worn | (set() if person.sex[:1].upper() == "M" else {"mrs", "miss", "ms"})


def _saintly(middle: str) -> Tokens:
    """Return the initials of middle names with St written out, as it is before an initial: "C St J Clarke"."""
    written = tokens_of(middle)
    return tuple(word if word == "st" else word[0] for word in written) if "st" in written[:-1] else ()


def _alias_forms(person: Person) -> Iterator[Form]:
    """Yield the known aliases, and of an alias of several words the last one, which is taken as a surname."""
    for alias in person.aliases:
        for form in spelled(alias):
            yield Form(form, person.key, "alias", family=True)
        tokens = tokens_of(alias)
        if person.kind == "person" and len(tokens) > 1 and len(tokens[-1]) > 3 and alias.split()[-1][:1].isupper():
            yield Form(tokens[-1:], person.key, "half of the surname", family=True)
