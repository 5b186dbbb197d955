"""The ways in which the documents kept back write people, bodies and numbers; each with the name of the way."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from findings.anonymise import Person
from tests.corpus.anonymity.variants import slip

Way = tuple[str, str]
_LETTERS = str.maketrans("łŁıøØđĐ", "lLioOdD")
_GENERIC = ("Community", "Hospital", "District", "Grammar", "Residential", "Primary", "Terrace", "Referral", "Partnership", "Infirmary", "Children", "Nursing",
            "Academy", "Council", "Housing", "Association", "Foundation", "Catholic", "Memorial", "General")  # fmt: skip
_ENDINGS = (" Primary School", " Community Academy", " Infant School", " Grammar School", " Hospital", " Infirmary", " Care Home", " Nursing Home", " Residential Home",
            " Pupil Referral Unit", " Borough Council", " NHS Trust", " Drug Service", " Constabulary", " District General", " Community", " RC", " Women's Refuge",
            " High School", " Academy", " Junior School", " Nursery", " Memorial Hospital", " Housing Association", " County Council", " Police")  # fmt: skip


def plain(words: str) -> str:
    """Return the words without accents."""
    apart = unicodedata.normalize("NFD", words.translate(_LETTERS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def exact(person: Person, others: Mapping[str, list[str]]) -> Iterator[Way]:
    """Yield the ways to write a person that need no chance; `others` holds the other names of a given name."""
    given, surname, whole = person.given, person.surname, f"{person.given} {person.surname}"
    one, two = given[0], surname[0].upper()
    yield from (
        (whole, "whole"),
        (given, "given"),
        (surname, "surname"),
        (f"{surname.upper()}, {given}", "surname first"),
        (f"{surname}, {given}", "surname first"),
    )
    yield from (
        (f"{one} {surname}", "initial and surname"),
        (f"{one}. {surname}", "initial and surname"),
        (f"{one}.{surname}", "initial and surname"),
    )
    yield from (
        (f"{one}.{two}.", "initials"),
        (f"{one}{two}", "initials"),
        (f"{one}. {two}.", "initials"),
        (whole.upper(), "upper"),
        (whole.lower(), "lower"),
        (given.upper(), "upper"),
    )
    yield from ((f"{given}\n{surname}", "line break"), (f"{given}\u00a0{surname}", "no-break space"), (whole + "'s", "possessive"), (given + "’s", "possessive"), (surname + "'s", "possessive"))  # fmt: skip
    yield ("the " + surname + ("es" if surname[-1] in "sxzh" else "s"), "plural")
    for title in {person.title, _usual_title(person)} - {""}:
        yield from (
            (f"{title} {surname}", "title and surname"),
            (f"{title}. {surname}", "title and surname"),
            (f"{title} {whole}", "title and whole"),
            (f"{title} {surname.upper()}", "title and surname"),
        )
    yield from _by_letters(person)
    yield from _by_parts(person, others)


def _usual_title(person: Person) -> str:
    """Return the title that anybody would give a grown-up who has none in the register."""
    return (
        {"M": "Mr", "F": "Mrs"}[person.sex]
        if not person.title
        and not person.role.endswith(("child", "sister", "brother", "sibling"))
        and person.key != "mother"
        else ""
    )


def _by_letters(person: Person) -> Iterator[Way]:
    """Yield what accents, hyphens and apostrophes allow."""
    whole = f"{person.given} {person.surname}"
    if plain(whole) != whole:
        yield from ((plain(whole), "no accents"), (plain(person.surname), "no accents"))
    if "-" in whole:
        yield from (
            (whole.replace("-", " "), "hyphen"),
            (whole.replace("-", "\u2011"), "hyphen"),
            (whole.replace("-", " - "), "hyphen"),
            (whole.replace("-", ""), "hyphen"),
        )
    if "'" in whole:
        yield from (
            (whole.replace("'", "’"), "apostrophe"),
            (whole.replace("'", ""), "apostrophe"),
            (whole.replace("'", " "), "apostrophe"),
            (whole.replace("'", "`"), "apostrophe"),
        )


def _by_parts(person: Person, others: Mapping[str, list[str]]) -> Iterator[Way]:
    """Yield nicknames, aliases, former and middle names, halves and other spellings."""
    given, surname = person.given, person.surname
    _, short, other = others[given]
    for name, way in ((short, "nickname"), (other, "transliteration")):
        if name:
            yield from ((name, way), (f"{name} {surname}", way))
    for alias in person.aliases:
        yield alias, "alias"
    if person.former_surname:
        yield from (
            (f"{given} {person.former_surname}", "former"),
            (person.former_surname, "former"),
            (f"{given} {surname} (née {person.former_surname})", "former"),
        )
    if person.middle:
        yield from (
            (f"{given} {person.middle} {surname}", "middle"),
            (f"{given} {person.middle[0]} {surname}", "middle"),
            (f"{given} {person.middle[0]}. {surname}", "middle"),
        )
    if "-" in surname and surname[0].isupper():
        yield from ((f"{given} {half}", "half") for half in surname.split("-") if len(half) > 2)
        yield from ((half, "half") for half in surname.split("-") if len(half) > 2 and half[0].isupper())


def of_body(body: Person, chance: random.Random) -> Way:
    """Return a way to write the name of a body, a street or a place."""
    name = body.name
    ways = [
        (name, "body"),
        (name, "body"),
        (name.upper(), "body, capitals"),
        (name.replace(" ", "\n", 1), "body, line break"),
        (name.replace("'", "’").replace("St ", "St. "), "body, signs"),
    ]
    short = name
    for ending in _ENDINGS:
        short = short if short.startswith("The ") else short.removesuffix(ending)
    if short != name:
        ways += [(short, "body, short")] * 2
    letters = "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
    if len(letters) > 2 and body.kind in ("hospital", "school", "agency"):
        ways.append((letters, "body, acronym"))
    longest = max(name.replace("'", " ").replace("-", " ").split(), key=len)
    if len(longest) > 6 and longest not in _GENERIC:
        ways.append((name.replace(longest, slip(longest, chance)), "body, slip"))
    return chance.choice(ways)


def identifier(chance: random.Random, form: str) -> str:
    """Return an identifying number or day of the given form."""
    day = date(2012, 1, 1) + timedelta(days=chance.randrange(3000))
    nine = [chance.randrange(1, 10) for _ in range(9)]
    check = 11 - sum((10 - n) * digit for n, digit in enumerate(nine)) % 11
    nhs = "".join(map(str, nine)) + str({10: 7, 11: 0}.get(check, check))
    six = f"{chance.randint(100000, 999999)}"
    th = "th" if 10 <= day.day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return {
        "nhs": f"{nhs[:3]} {nhs[3:6]} {nhs[6:]}", "nhs tight": nhs, "nhs dashed": f"{nhs[:3]}-{nhs[3:6]}-{nhs[6:]}", "nhs wrong": f"{nhs[:9]}{(int(nhs[9]) + 1) % 10}", "ni": f"JK {six[:2]} {six[2:4]} {six[4:]} A",
        "ni tight": f"PW{six}B", "postcode": f"SK{six[0]} {six[1]}QT", "postcode tight": f"M{six[:2]}4RJ", "postcode small": f"ls{six[0]} {six[1]}qt", "outward": f"NG{six[0]}", "mobile": f"07{six[:3]} {six}",
        "mobile dashed": f"07{six[:3]}-{six[:3]}-{six[3:]}", "mobile 44": f"+44 7{six[:3]} {six}", "mobile (0)": f"+44 (0)7{six[:3]} {six}", "landline": f"0161 {six[:3]} {six[2:]}", "landline brackets": f"(01274) {six}",
        "email": f"j.{six}@inbox.example", "email at": f"j{six}[at]inbox.example", "url": f"https://news.example/{six}", "url bare": "www.the-echo.example/crime", "handle": f"@kid_{six}",
        "vehicle": f"BD{six[:2]} VKW", "vehicle tight": f"LR{six[:2]}XOP", "vehicle old": f"P{six[:3]} KDT", "crime": f"{six[:2]}/{six}/19", "urn": f"06{six[:2]}K{six}", "urn spaced": f"06 K{six[0]} {six} 19", "log": six[:4], "crime niche": f"13{six}{six[:3]}",
        "court": f"MA{six[:2]}C0{six[2:]}", "court 2": f"BM{six[:2]}P0{six[2:]}", "court crown": f"T2019{six[:4]}", "hospital": f"K{six}", "upn": "H801200001001", "mrn": six + "4", "lcs": six, "case slash": f"CH/{six}",
        "long date": f"{day.day} {day:%B %Y}", "slashed": f"{day:%d/%m/%y}", "dotted": f"{day:%d.%m.%Y}", "iso": f"{day:%Y-%m-%d}", "ordinal": f"{day.day}{th} {day:%B}", "weekday": f"{day:%A} {day.day}{th} {day:%B %Y}", "short month": f"{day.day}-{day:%b-%y}",
        "month first": f"{day:%B} {day.day}, {day.year}", "the of": f"the {day.day}{th} of {day:%B}", "tight month": f"{day.day}{day:%b%Y}", "short slashed": f"{day.day}/{day.month}/{day:%y}", "apostrophe year": f"{day.day} {day:%b} ’{day:%y}",
        "age": f"{chance.randint(4, 20)} months", "age 2": f"{chance.randint(2, 9)} weeks old", "age both": f"{chance.randint(2, 9)} years and {chance.randint(2, 9)} months", "age hyphen": f"{chance.randint(4, 20)}-week-old",
    }[form]  # fmt: skip
