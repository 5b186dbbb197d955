"""Made documents with marked names: the same seed makes the same documents."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from findings.anonymise import Person
from tests.corpus.anonymity.marks import NAMES, Document, Mark
from tests.corpus.anonymity.sentences import ABOUT_BODIES, ABOUT_PEOPLE, STRANGERS, WORDS
from tests.corpus.anonymity.variants import body_variant, variant


@dataclass
class Writer:
    """Puts a document together and keeps the marks."""

    text: str = ""
    marks: list[Mark] = field(default_factory=list)

    def put(self, words: str) -> Writer:
        self.text += words
        return self

    def mark(self, words: str, kind: str, keys: tuple[str, ...] = (), variant: str = "") -> Writer:
        self.marks.append(Mark(len(self.text), len(self.text) + len(words), kind, keys, variant))
        self.text += words
        return self


# Key, role, pseudonym, title (None: as their sex has it), place of the surname in the draw; -1 is the family's.
_ROLES = (
    ("child", "child", "Child A", "", -1), ("sibling", "sibling", "Sibling 1", "", -1), ("mother", "mother", "Parent 1", None, -1), ("father", "father", "Parent 2", None, 0),
    ("partner", "partner", "Adult C", "", 2), ("sw", "social worker", "Social Worker 1", "", 3), ("hv", "health visitor", "Health Visitor 1", None, 4), ("gp", "GP", "GP 1", "Dr", 5),
    ("pc", "police officer", "Police Officer 1", "PC", 6), ("head", "head teacher", "Head Teacher 1", "", 7),
)  # fmt: skip
_BODIES = (("school", "schools", "School 1"), ("hospital", "hospitals", "Hospital 1"), ("street", "streets", "Street 1"), ("agency", "agencies", "Agency 1"), ("place", "places", "Town 1"))  # fmt: skip


def make_register(chance: random.Random) -> list[Person]:
    """Return a register: a family that shares a surname, a second family, professionals, and bodies."""
    given = chance.sample(NAMES["given"], 14)
    family, *others = chance.sample(NAMES["surnames"], 11)
    if chance.random() < 0.3:
        given[9] = given[0]  # a head teacher with the child's first name
    people = []
    for place, (key, role, pseudonym, title, surname) in enumerate(_ROLES):
        name, sex, _ = given[place]
        usual = {"M": "Mr", "F": "Mrs" if key == "mother" else "Ms"}[sex]
        people.append(
            Person(
                key, "person", role, pseudonym, given=name, sex=sex, title=usual if title is None else title, surname=family if surname < 0 else others[surname],
                former_surname=others[1] if key == "mother" else "", middle=given[12][0] if key == "father" else "", professional=place > 4,
                aliases=(chance.choice(["Spud", "Big Tone", "Mr T", "JD", "Kezza"]),) if key == "partner" else (),
                date_of_birth=date(2013, chance.randint(1, 12), chance.randint(1, 28)) if key == "child" else None,
            )
        )  # fmt: skip
    people += [
        Person(kind, kind, kind, pseudonym, name=chance.choice(NAMES[pool])) for kind, pool, pseudonym in _BODIES
    ]
    return people


def _patterns(chance: random.Random) -> tuple[str, str, str]:
    """Return words before, the identifying number, and its kind."""
    day = date(2016, 1, 1) + timedelta(days=chance.randrange(1500))
    digits = [chance.randrange(10) for _ in range(9)]
    check = 11 - sum((10 - n) * digit for n, digit in enumerate(digits)) % 11
    number = "".join(map(str, digits)) + str({10: 5, 11: 0}.get(check, check))
    last = f"{chance.randint(100000, 999999)}"
    return chance.choice(
        (
            ("NHS number ", f"{number[:3]} {number[3:6]} {number[6:]}", "nhs_number"), ("NHS no. ", number, "nhs_number"),
            ("National Insurance ", f"AB {last[:2]} {last[2:4]} {last[4:]} C", "ni_number"), ("Address: flat at ", "LS9 7TF", "postcode"),
            ("in the ", "BD8", "outward"), ("mobile ", f"07700 900{last[:3]}", "phone"), ("telephone ", f"(0113) 496 0{last[:3]}", "phone"),
            ("rang +44 ", f"20 7946 0{last[:3]}", "phone"), ("wrote from ", f"a.{last}@mail.example", "email"), ("page ", "www.example.org/story/7", "url"),
            ("a van, ", f"LM{last[:2]} XKJ", "vehicle"), ("crime reference ", f"14/{last}/18", "police_ref"), ("URN ", f"14AB{last}18", "police_ref"),
            ("CAD ", f"{last[:4]}", "police_ref"), ("case number ", f"LS{last[:2]}C00{last[3:]}", "court_no"), ("hospital number ", f"RX{last}", "case_id"),
            ("LCS ", last, "case_id"), ("Mosaic ID ", last + "7", "case_id"), ("UPN ", "H801200001001", "case_id"),
            ("On ", f"{day.day} {day:%B %Y}", "date"), ("dated ", f"{day:%d/%m/%Y}", "date"), ("dated ", f"{day:%d.%m.%y}", "date"), ("dated ", f"{day:%Y-%m-%d}", "date"),
            ("On ", f"the {day.day}th of {day:%B}", "date"), ("seen ", f"{day:%a} {day.day} {day:%b} {day:%Y}", "date"), ("DOB ", f"{day:%d/%m/%Y}", "dob"),
            ("born on ", f"{day.day} {day:%B %Y}", "dob"), ("DOB: ", f"{day:%d-%m-%y}", "dob"),
        )
    )  # fmt: skip


def make_document(people: list[Person], chance: random.Random) -> Document:
    """Return one document of about thirty sentences about the people of one register."""
    writer = Writer()
    humans = [person for person in people if person.kind == "person"]
    bodies = [person for person in people if person.kind != "person"]
    for _ in range(30):
        what = chance.random()
        if what < 0.45:
            words, keys, name = variant(chance.choice(humans), people, chance)
            _fill(writer, chance.choice(ABOUT_PEOPLE), words, "person", keys, name)
        elif what < 0.57:
            body = chance.choice(bodies)
            words, name = body_variant(body, chance)
            _fill(writer, chance.choice(ABOUT_BODIES), words, "person", (body.key,), name)
        elif what < 0.70:
            words, kind = _stranger(chance)
            _fill(
                writer,
                chance.choice(STRANGERS if kind == "unlisted_person" else ABOUT_BODIES),
                words,
                "unlisted",
                (),
                kind,
            )
        elif what < 0.86:
            before, word, after = chance.choice(WORDS)
            writer.put(before).mark(word, "word").put(after)
        else:
            before, number, kind = _patterns(chance)
            writer.put("Recorded " + before if before[0].islower() else before).mark(number, "pattern", (), kind).put(
                " in the file."
            )
        writer.put(chance.choice((" ", " ", " ", "\n", "\n\n")))
    return Document(people, writer.text, writer.marks)


def _fill(writer: Writer, template: str, words: str, kind: str, keys: tuple[str, ...], name: str) -> None:
    before, after = template.split("{}")
    if not before and words[:4] == "the ":
        words = "T" + words[1:]
    writer.put(before).mark(words, kind, keys, name).put(after)


def _stranger(chance: random.Random) -> tuple[str, str]:
    given, surname = chance.choice(NAMES["strangers_given"]), chance.choice(NAMES["strangers_surname"])
    return chance.choice(
        (
            (f"{given} {surname}", "unlisted_person"), (f"{given} {surname}", "unlisted_person"), (given, "unlisted_person"),
            (f"{chance.choice(['Mr', 'Mrs', 'Ms', 'Dr', 'PC', 'Miss'])} {surname}", "unlisted_person"),
            (f"{given[0]}. {surname}", "unlisted_person"), (chance.choice(NAMES["stranger_places"]), "unlisted_place"),
            (f"{chance.randint(1, 90)} {chance.choice(NAMES['stranger_streets'])}", "unlisted_place"),
            (chance.choice(NAMES["stranger_bodies"]), "unlisted_organisation"),
        )
    )  # fmt: skip


def documents(count: int = 312, seed: int = 20190312) -> list[Document]:
    """Return `count` made documents, twelve about each of twenty-six registers."""
    chance = random.Random(seed)
    made: list[Document] = []
    while len(made) < count:
        people = make_register(chance)
        made += [make_document(people, chance) for _ in range(min(12, count - len(made)))]
    return made
