"""Documents kept back from all tuning: other names, other sentences, and what a mention fits is worked out, not told.

Twenty-six registers, fifteen documents each. Every way to write every person of a register is made first; a mention
then belongs to all whom the same letters fit.
"""

from __future__ import annotations

import random
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from findings.anonymise import Person
from tests.corpus.anonymity.generate import Writer
from tests.corpus.anonymity.kept_sentences import BODIES, PATTERNS, PEOPLE, STRANGERS, WORDS
from tests.corpus.anonymity.marks import Document
from tests.corpus.anonymity.variants import slip

NAMES = tomllib.loads((Path(__file__).parent / "kept_names.toml").read_text("utf-8"))
_GIVEN = {name: (sex, short, other) for name, sex, short, other in NAMES["given"]}
_PLAIN = str.maketrans("łŁżśńęóíáéèöüıçåÓÖ", "lLzsneoiaeeouicaOO")
_ROLES = (
    ("child", "subject child", "Child T"), ("sister", "half-sister", "Sibling 1"), ("brother", "brother", "Sibling 2"), ("mother", "mother", "Mother"), ("father", "father", "Father"),
    ("gran", "maternal grandmother", "Grandmother"), ("stepdad", "mother's partner", "Adult 2"), ("sw1", "social worker", "Social Worker 1"), ("sw2", "social worker", "Social Worker 2"),
    ("hv", "health visitor", "Health Visitor"), ("gp", "GP", "GP 1"), ("det", "detective", "Police Officer 1"), ("teacher", "head teacher", "Teacher 1"), ("neigh", "neighbour", "Neighbour"),
)  # fmt: skip
_FAMILY = ("child", "sister", "brother", "mother")
_TITLES = {"gp": "Dr", "det": "DC"}


def make_register(chance: random.Random) -> list[Person]:
    """Return a register in which names are shared: a family's surname, a given name, a pair of initials."""
    given = chance.sample(list(_GIVEN), len(_ROLES))
    surnames = chance.sample(NAMES["surnames"], len(_ROLES))
    if chance.random() < 0.5:
        given[13] = given[chance.randrange(4)]
    if chance.random() < 0.4:
        surnames[8] = surnames[7]
    people = []
    for place, (key, role, pseudonym) in enumerate(_ROLES):
        name = given[place]
        sex = _GIVEN[name][0]
        title = _TITLES.get(key, "" if key in _FAMILY[:3] else {"M": "Mr", "F": chance.choice(["Mrs", "Ms", "Miss"])}[sex])
        people.append(
            Person(
                key, "person", role, pseudonym, title=title, given=name, sex=sex,
                surname=surnames[0] if key in _FAMILY else surnames[place], middle=chance.choice(["", "", chance.choice(list(_GIVEN))]) if key in _FAMILY else "",
                former_surname=surnames[1] if key == "mother" else surnames[2] if key == "gran" else "", professional=place in range(7, 13),
                aliases=(chance.choice(NAMES["aliases"]),) if key == "stepdad" else (), date_of_birth=date(2014, 5, chance.randint(1, 28)) if key == "child" else None,
            )
        )  # fmt: skip
    for kind, pool in (("school", "schools"), ("hospital", "hospitals"), ("street", "streets"), ("agency", "agencies"), ("place", "places"), ("care_home", "care_homes")):  # fmt: skip
        people.append(Person(kind, kind, kind, kind.replace("_", " ").title() + " 1", name=chance.choice(NAMES[pool])))  # type: ignore[arg-type]
    return people


def _exact(person: Person) -> Iterator[tuple[str, str]]:
    """Yield the ways to write a person that need no chance: the letters, and the name of the way."""
    given, surname, whole = person.given, person.surname, f"{person.given} {person.surname}"
    one, two = given[0], surname[0]
    yield from ((whole, "whole"), (given, "given"), (surname, "surname"), (f"{surname.upper()}, {given}", "surname first"), (f"{surname}, {given}", "surname first"))
    yield from ((f"{one} {surname}", "initial and surname"), (f"{one}. {surname}", "initial and surname"), (f"{one}{surname}", "initial and surname") if False else (f"{one}.{surname}", "initial and surname"))
    yield from ((f"{one}.{two}.", "initials"), (f"{one}{two}".upper(), "initials"), (f"{one}. {two}.", "initials"), (whole.upper(), "upper"), (whole.lower(), "lower"), (given.upper(), "upper"))
    yield from ((f"{given}\n{surname}", "line break"), (f"{given}\u00a0{surname}", "no-break space"), (whole + "'s", "possessive"), (given + "’s", "possessive"), (surname + "'s", "possessive"))
    yield ("the " + surname + ("es" if surname[-1] in "sxzh" else "s"), "plural")
    for title in {person.title, {"M": "Mr", "F": "Mrs"}[person.sex] if not person.title and person.key not in _FAMILY else ""} - {""}:
        yield from ((f"{title} {surname}", "title and surname"), (f"{title}. {surname}", "title and surname"), (f"{title} {whole}", "title and whole"), (f"{title} {surname.upper()}", "title and surname"))
    yield from _by_letters(person)
    yield from _by_parts(person)


def _by_letters(person: Person) -> Iterator[tuple[str, str]]:
    """Yield what accents, hyphens and apostrophes allow."""
    whole = f"{person.given} {person.surname}"
    if whole.translate(_PLAIN) != whole:
        yield from ((whole.translate(_PLAIN), "no accents"), (person.surname.translate(_PLAIN), "no accents"))
    if "-" in whole:
        yield from ((whole.replace("-", " "), "hyphen"), (whole.replace("-", "\u2011"), "hyphen"), (whole.replace("-", " - "), "hyphen"), (whole.replace("-", ""), "hyphen"))
    if "'" in whole:
        yield from ((whole.replace("'", "’"), "apostrophe"), (whole.replace("'", ""), "apostrophe"), (whole.replace("'", " "), "apostrophe"), (whole.replace("'", "`"), "apostrophe"))


def _by_parts(person: Person) -> Iterator[tuple[str, str]]:
    """Yield nicknames, aliases, former and middle names, halves and other spellings."""
    given, surname = person.given, person.surname
    _, short, other = _GIVEN[given]
    for name, way in ((short, "nickname"), (other, "transliteration")):
        if name:
            yield from ((name, way), (f"{name} {surname}", way))
    for alias in person.aliases:
        yield alias, "alias"
    if person.former_surname:
        yield from ((f"{given} {person.former_surname}", "former"), (person.former_surname, "former"), (f"{given} {surname} (née {person.former_surname})", "former"))
    if person.middle:
        yield from ((f"{given} {person.middle} {surname}", "middle"), (f"{given} {person.middle[0]} {surname}", "middle"), (f"{given} {person.middle[0]}. {surname}", "middle"))
    if "-" in surname and surname[0].isupper():
        yield from ((f"{given} {half}", "half") for half in surname.split("-") if len(half) > 2)
        yield from ((half, "half") for half in surname.split("-") if len(half) > 2 and half[0].isupper())


def _of_body(body: Person, chance: random.Random) -> tuple[str, str]:
    """Return a way to write the name of a body, a street or a place."""
    name = body.name
    ways = [(name, "body"), (name, "body"), (name.upper(), "body, capitals"), (name.replace(" ", "\n", 1), "body, line break"), (name.replace("'", "’").replace("St ", "St. "), "body, signs")]
    short = name
    for word in (" Primary School", " Community Academy", " Infant School", " Grammar School", " Hospital", " Infirmary", " Care Home", " Nursing Home", " Residential Home", " Pupil Referral Unit", " Borough Council", " NHS Trust", " Drug Service", " Constabulary", " District General", " Community", " RC", " Women's Refuge"):  # fmt: skip
        short = short.removesuffix(word) if short.removesuffix(word) != "The Beeches" else short
    if short != name:
        ways += [(short, "body, short")] * 2
    letters = "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
    if len(letters) > 2 and body.kind in ("hospital", "school", "agency"):
        ways.append((letters, "body, acronym"))
    longest = max(name.replace("'", " ").replace("-", " ").split(), key=len)
    if len(longest) > 6 and longest not in ("Community", "Hospital", "District", "Grammar", "Residential", "Primary", "Terrace", "Referral"):
        ways.append((name.replace(longest, slip(longest, chance)), "body, slip"))
    return chance.choice(ways)


class Review:
    """One register with everything that its people are called, and by whom each is borne."""

    def __init__(self, chance: random.Random) -> None:
        self.chance, self.people = chance, make_register(chance)
        self.humans = [person for person in self.people if person.kind == "person"]
        self.ways = {person.key: list(_exact(person)) for person in self.humans}
        self.bearers: dict[str, set[str]] = defaultdict(set)
        for person in self.humans:
            for words in {_same(words) for words, _ in self.ways[person.key]} | {_same(person.middle), _same(person.former_surname), _same(person.given.split("-")[0])}:
                self.bearers[words].add(person.key)
        names = {part for person in self.humans for part in _same(f"{person.given} {person.surname}").split()}
        self.looks = [word for word in WORDS if word[0] in names] or list(WORDS)

    def mention(self) -> tuple[str, tuple[str, ...], str]:
        """Return a way to write somebody, all whom it fits, and the name of the way; ways are drawn alike."""
        person = self.chance.choice(self.humans)
        ways = self.ways[person.key]
        kinds = sorted({way for _, way in ways} | {"slip"})
        kind = self.chance.choice(kinds)
        if kind == "slip":
            part = max((person.given, person.surname), key=len)
            if len(part) < 6 or not part.isalpha():
                return self.mention()
            words = f"{person.given} {person.surname}".replace(part, slip(part, self.chance))
            return words, tuple(sorted(self.bearers[_same(f"{person.given} {person.surname}")])), kind
        words = self.chance.choice([words for words, way in ways if way == kind])
        return words, tuple(sorted(self.bearers[_same(words)] | self._loosely(words, kind, person))), kind

    def _loosely(self, words: str, kind: str, person: Person) -> set[str]:
        """Return who else may be meant: all with the surname for a plural, all of the title's sex for a title."""
        if kind == "title and surname":
            men = words.startswith("Mr ") or words.startswith("Mr.")
            return {p.key for p in self.humans if p.surname == person.surname and (p.sex == "M") == men and (p.title in ("", person.title))} if men or words[0] == "M" else {person.key}  # fmt: skip
        return {person.key}


def _same(words: str) -> str:
    """Return the letters by which two ways to write a name are alike."""
    plain = words.lower().translate(_PLAIN).replace("’", "'").removesuffix("'s")
    for sign in "\n\u00a0":
        plain = plain.replace(sign, " ")
    for sign in ".'`":
        plain = plain.replace(sign, "")
    return " ".join(plain.replace("-", " ").replace("\u2011", " ").replace(",", " ").split())


def _identifier(chance: random.Random, form: str) -> str:
    """Return an identifying number or day of the given form."""
    day = date(2012, 1, 1) + timedelta(days=chance.randrange(3000))
    nine = [chance.randrange(1, 10) for _ in range(9)]
    check = 11 - sum((10 - n) * digit for n, digit in enumerate(nine)) % 11
    nhs = "".join(map(str, nine)) + str({10: 7, 11: 0}.get(check, check))
    six = f"{chance.randint(100000, 999999)}"
    th = "th" if 10 <= day.day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return {
        "nhs": f"{nhs[:3]} {nhs[3:6]} {nhs[6:]}", "nhs tight": nhs, "ni": f"JK {six[:2]} {six[2:4]} {six[4:]} A", "ni tight": f"PW{six}B", "postcode": f"SK{six[0]} {six[1]}QT", "postcode tight": f"M{six[:2]}4RJ",
        "outward": f"NG{six[0]}", "mobile": f"07{six[:3]} {six}", "mobile 44": f"+44 7{six[:3]} {six}", "landline": f"0161 {six[:3]} {six[2:]}", "email": f"j.{six}@inbox.example", "url": f"https://news.example/{six}",
        "vehicle": f"BD{six[:2]} VKW", "vehicle tight": f"LR{six[:2]}XOP", "crime": f"{six[:2]}/{six}/19", "urn": f"06{six[:2]}K{six}", "log": f"{six[:4]} of the day", "court": f"MA{six[:2]}C0{six[2:]}", "court 2": f"BM{six[:2]}P0{six[2:]}",
        "hospital": f"K{six}", "upn": "H801200001001", "mrn": six + "4", "lcs": six, "long date": f"{day.day} {day:%B %Y}", "slashed": f"{day:%d/%m/%y}", "dotted": f"{day:%d.%m.%Y}", "iso": f"{day:%Y-%m-%d}",
        "ordinal": f"{day.day}{th} {day:%B}", "weekday": f"{day:%A} {day.day}{th} {day:%B %Y}", "short month": f"{day.day}-{day:%b-%y}", "age": f"{chance.randint(4, 20)} months", "age 2": f"{chance.randint(2, 9)} weeks old",
    }[form]  # fmt: skip


def make_document(review: Review, style: str) -> Document:
    """Return one document in one register of writing: about thirteen people, then bodies, strangers, words and numbers."""
    chance, writer = review.chance, Writer()
    bodies = [person for person in review.people if person.kind != "person"]
    todo = ["person"] * 13 + ["body"] * 4 + ["stranger"] * 4 + ["word"] * 8 + ["pattern"] * 5
    chance.shuffle(todo)
    for what in todo:
        if style == "chronology":
            writer.put(chance.choice(["", "- ", "• "]))
        if what == "person":
            words, keys, way = review.mention()
            _fill(writer, chance.choice(PEOPLE[style]), words, "person", keys, way)
        elif what == "body":
            body = chance.choice(bodies)
            _fill(writer, chance.choice(BODIES), (way := _of_body(body, chance))[0], "person", (body.key,), way[1])
        elif what == "stranger":
            words, kind = _stranger(chance)
            _fill(writer, chance.choice(STRANGERS if kind == "unlisted_person" else BODIES), words, "unlisted", (), kind)
        elif what == "word":
            _, before, word, after = chance.choice(review.looks)
            writer.put(before).mark(word, "word", (), word).put(after)
        else:
            before, form, kind = chance.choice(PATTERNS)
            writer.put("Noted " + before).mark(_identifier(chance, form), "pattern", (), form).put(".")
        writer.put("\n" if style in ("chronology", "e-mail") else chance.choice((" ", " ", " ", "\n\n")))
    return Document(review.people, writer.text, writer.marks, style)


def _fill(writer: Writer, template: str, words: str, kind: str, keys: tuple[str, ...], name: str) -> None:
    before, after = template.split("{}")
    if words[:4] == "the ":
        writer.put(before + ("The " if not before else "the "))
        words = words[4:]
        before = ""
    if words.endswith("’s") or words.endswith("'s"):
        after = " sister" + after
    writer.put(before).mark(words, kind, keys, name).put(after)


def _stranger(chance: random.Random) -> tuple[str, str]:
    given, surname = chance.choice(NAMES["strangers_given"]), chance.choice(NAMES["strangers_surname"])
    title = chance.choice(["Mr", "Mrs", "Ms", "Dr", "PC", "Cllr", "Miss", "DS"])
    return chance.choice(
        (
            (f"{given} {surname}", "unlisted_person"), (given, "unlisted_person"), (f"{title} {surname}", "unlisted_person"), (f"{given[0]} {surname}", "unlisted_person"),
            (f"{surname.upper()}, {given}", "unlisted_person"), (f"{given} {surname}'s mum", "unlisted_person"),
            (chance.choice(NAMES["stranger_places"]), "unlisted_place"), (f"{chance.randint(2, 80)} {chance.choice(NAMES['stranger_streets'])}", "unlisted_place"), (chance.choice(NAMES["stranger_bodies"]), "unlisted_organisation"),
        )
    )  # fmt: skip


def documents(seed: int = 1107, reviews: int = 26, each: int = 15) -> list[Document]:
    """Return the documents of all reviews, the registers of writing in turn."""
    made = []
    for number, _ in zip(count(), range(reviews), strict=False):
        review = Review(random.Random(seed * 1000 + number))
        made += [make_document(review, list(PEOPLE)[n % len(PEOPLE)]) for n in range(each)]
    return made
