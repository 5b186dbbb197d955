"""The ways in which the made documents write a name, and everybody whom each fits."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from findings.anonymise import Person
from tests.corpus.anonymity.marks import NAMES

_KEYS = {"q": "wa", "a": "qs", "e": "wr", "r": "et", "t": "ry", "i": "uo", "o": "ip", "n": "bm", "m": "n", "s": "ad", "d": "sf", "l": "k",
         "h": "gj", "k": "jl", "b": "vn", "c": "xv", "f": "dg", "g": "fh", "p": "o", "u": "yi", "y": "tu", "w": "qe", "z": "x", "j": "hk"}  # fmt: skip
_PLAIN = str.maketrans("ëéłşśęáóúüöńćżźğñèàąễ", "eelsseaouuonczzgneaae", "")
_SPELLINGS = {"Mohammed": ["Muhammad", "Mohamed", "Mohammad"], "Aisha": ["Ayesha", "Aysha"], "Yusuf": ["Yousef", "Youssef"],
              "Hussain": ["Hussein", "Husain"], "Choudhury": ["Chowdhury", "Chaudhry"], "Siobhan": ["Siobhán"], "Katherine": ["Catherine"],
              "Mahmood": ["Mahmoud"], "Akhtar": ["Akhter"], "Harpreet": ["Harprit"]}  # fmt: skip

Way = tuple[str, tuple[str, ...], str]


@dataclass(frozen=True)
class Sharers:
    """Who of a register bears the same name, in whole or in part."""

    whole: tuple[str, ...]
    given: tuple[str, ...]
    surname: tuple[str, ...]
    initial: tuple[str, ...]
    letters: tuple[str, ...]


def slip(name: str, chance: random.Random) -> str:
    """Return `name` with one slip of the keyboard that is not in its first letter."""
    place = chance.randrange(1, len(name) - 1)
    how = chance.randrange(4)
    if how == 0 and name[place] != name[place + 1]:
        return name[:place] + name[place + 1] + name[place] + name[place + 2 :]
    if how == 1:
        return name[:place] + name[place + 1 :]
    if how == 2:
        return name[:place] + name[place] + name[place:]
    return name[:place] + chance.choice(_KEYS.get(name[place].lower(), "x")) + name[place + 1 :]


def sharers(person: Person, people: Sequence[Person]) -> Sharers:
    """Return who else bears what `person` is called."""
    given, surname = person.given, person.surname

    def all_who(test: Callable[[Person], bool]) -> tuple[str, ...]:
        return tuple(one.key for one in people if one.kind == "person" and test(one))

    return Sharers(
        all_who(lambda p: (p.given, p.surname) == (given, surname)),
        all_who(lambda p: given in (p.given, p.middle, p.surname, p.former_surname)),
        all_who(lambda p: surname in (p.surname, p.former_surname, p.given, p.middle, *p.surname.split("-"))),
        all_who(lambda p: surname in (p.surname, p.former_surname) and p.given[0] == given[0]),
        all_who(lambda p: p.given[0] == given[0] and surname[0] in (p.surname[:1], p.former_surname[:1])),
    )


def _always(person: Person, same: Sharers) -> list[Way]:
    """Return the ways in which any name is written."""
    given, surname = person.given, person.surname
    whole, one, two = f"{given} {surname}", given[0], surname[0]
    return [
        (whole, same.whole, "whole"), (given, same.given, "given"), (f"{surname.upper()}, {given}", same.whole, "surname first"),
        (f"{one}. {surname}", same.initial, "initial and surname"), (f"{one} {surname}", same.initial, "initial, no stop"),
        (f"{one}.{two}.", same.letters, "initials"), ((one + two).upper(), same.letters, "initials, no stops"),
        (whole.upper(), same.whole, "capitals"), (f"{given}\n{surname}", same.whole, "line break"),
        (f"{given}\u00a0{surname}", same.whole, "no-break space"), (f"{given[:2]}\u00ad{given[2:]} {surname}", same.whole, "soft hyphen"),
        (f"{given} {surname[:2]}\u200b{surname[2:]}", same.whole, "zero width"), (whole.translate(_PLAIN), same.whole, "no accents"),
        (whole.replace("'", "’"), same.whole, "apostrophe"), (whole.replace("-", " "), same.whole, "no hyphen"),
        (whole.lower(), same.whole, "lower case"),
    ]  # fmt: skip


def _by_the_name(person: Person, same: Sharers, chance: random.Random) -> list[Way]:
    """Return the ways that only some names allow: slips, short forms, halves, other spellings."""
    given, surname = person.given, person.surname
    ways: list[Way] = []
    short = next(short for name, _, short in NAMES["given"] if name == given)
    if len(surname) > 5 and surname.isalpha():
        ways.append((f"{given} {slip(surname, chance)}", same.whole, "slip in whole"))
    if len(given) > 5 and given.isalpha() and len(same.given) == 1:
        ways.append((slip(given, chance), same.given, "slip in given"))
    if short and len(same.given) == 1:
        ways.append((f"{short} {surname}", same.whole, "nickname and surname"))
    if "-" in surname and len(same.surname) == 1:
        ways.append((f"{given} {surname.split('-')[1]}", same.whole, "half"))
    for part in (given, surname):
        for other in _SPELLINGS.get(part, []):
            ways.append((f"{given} {surname}".replace(part, other), same.whole, "other spelling"))
    return ways


def _by_the_person(person: Person, same: Sharers) -> list[Way]:
    """Return the ways that come with who somebody is: titles, aliases, former names, the family's name."""
    given, surname = person.given, person.surname
    ways: list[Way] = []
    if person.title:
        ways.append((f"{person.title} {surname}", (person.key,), "title and surname"))
        ways.append((f"{person.title} {given} {surname}", same.whole, "title and whole"))
    if person.role not in ("child", "sibling"):
        ways.append((surname, same.surname, "surname"))
        ways.append(("the " + surname + ("es" if surname[-1] in "sxz" else "s"), same.surname, "plural"))
    if person.aliases:
        ways.append((person.aliases[0], (person.key,), "alias"))
    if person.former_surname:
        ways.append((f"{given} {person.former_surname}", (person.key,), "former"))
    if person.middle:
        ways.append((f"{given} {person.middle} {surname}", (person.key,), "with middle name"))
    return ways


def variant(person: Person, people: Sequence[Person], chance: random.Random) -> Way:
    """Return a way to write `person`, everybody whom it fits, and the name of the way."""
    same = sharers(person, people)
    return chance.choice(_always(person, same) + _by_the_name(person, same, chance) + _by_the_person(person, same))


def body_variant(body: Person, chance: random.Random) -> tuple[str, str]:
    """Return a way to write the name of a school, hospital, street, agency or place."""
    name = body.name
    ways = [(name, "body"), (name.upper(), "body, capitals"), (name.replace("St ", "St. ").replace("Saint ", "St "), "body, saint"),
            (name.replace(" Road", " Rd").replace(" Street", " St").replace(" Avenue", " Ave").replace(" & ", " and "), "body, shortened")]  # fmt: skip
    if "'" in name:
        ways += [(name.split("'s")[0] + "'s", "body, short form"), (name.replace("'", ""), "body, no apostrophe")]
    if body.kind == "hospital" and len(name.split()) > 2:
        ways.append(("".join(word[0] for word in name.split() if word[0].isupper()), "body, acronym"))
    longest = max(name.replace("'", " ").split(), key=len)
    if len(longest) > 6 and longest not in (
        "Hospital",
        "Academy",
        "Infirmary",
        "Primary",
        "Catholic",
        "Nursery",
        "Special",
        "Council",
    ):
        ways.append((name.replace(longest, slip(longest, chance)), "body, slip"))
    return chance.choice(ways)
