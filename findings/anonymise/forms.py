"""A form of a name, and the ways in which the words of a name are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from findings.anonymise.fold import words
from findings.anonymise.shapes import Person
from findings.anonymise.words import lexicon, lexicons, spelling_groups

Tokens = tuple[str, ...]

_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe"}
)
# How sure each kind of form is; the smaller comes first when candidates are put in order.
RANKS = {
    "whole name": 0, "alias": 1, "given name": 2, "surname": 3, "former surname": 4, "half of the surname": 5,
    "middle name": 6, "other spelling": 7, "nickname": 8, "initial and surname": 9, "initials": 10,
    "possible short form": 11, "short form": 12, "acronym": 13, "vague short form": 14,
    "title and initial": 15, "middle initial and surname": 16, "possible acronym": 17,
    "surname of a relative": 18,
}  # fmt: skip
UNSURE = frozenset(
    {
        "possible short form",
        "vague short form",
        "title and initial",
        "middle initial and surname",
        "possible acronym",
        "surname of a relative",
    }
)
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


@lru_cache(maxsize=8192)
def tokens_of(text: str) -> Tokens:
    """Return the folded words of `text`."""
    return tuple(word.text for word in words(text))


def titles_of_all() -> frozenset[str]:
    return lexicons("men", "women", "other_titles")


def split_name(person: Person) -> tuple[str, str, str]:
    """Return given, middle and surname, taken from the whole name when the parts are not given."""
    if person.given or person.surname or not person.name:
        return person.given, person.middle, person.surname
    before, comma, after = person.name.partition(",")
    pieces = (after + " " + before).split() if comma else person.name.split()
    while len(pieces) > 1 and tokens_of(pieces[0])[:1] and tokens_of(pieces[0])[0] in titles_of_all():
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
    pieces = tokens_of(re.sub(r"[^\x00-\x7f]", "?", unicodedata.normalize("NFC", text)))
    if len(pieces) > 1 and pieces != tokens_of(text) and len("".join(pieces)) > 4:
        found[pieces] = None  # "Horv?thov?": a program that knows no accents
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


@dataclass(frozen=True)
class Parts:
    """A person's name taken apart; each part with all its spellings, the first being the one in the register."""

    given: list[Tokens]
    later: list[
        Tokens
    ]  # the words of a given name after its first: where the family's name comes first, the one in use
    short: list[Tokens]
    maybe: list[Tokens]
    middle: list[Tokens]
    surname: list[Tokens]
    former: list[Tokens]
    halves: list[Tokens]
