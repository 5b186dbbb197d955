"""Documents kept apart from the made ones: other names, other sentences, and what a mention fits is worked out, not told.

Two collections of names and sentences, each for twenty-six registers of fifteen documents. Every way to write every
person of a register is made first; a mention then belongs to all whom the same letters fit.
"""

from __future__ import annotations

import random
import tomllib
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from findings.anonymise import Person
from tests.corpus.anonymity.generate import Writer
from tests.corpus.anonymity.kept_ways import Way, exact, identifier, of_body, plain
from tests.corpus.anonymity.marks import Document
from tests.corpus.anonymity.variants import slip

Collection = dict[str, Any]  # the names and sentences of one TOML file
_TITLES = {"M": ("Mr",), "F": ("Mrs", "Ms", "Miss")}
_BODIES = (("school", "schools"), ("hospital", "hospitals"), ("street", "streets"), ("agency", "agencies"), ("place", "places"), ("care_home", "care_homes"))  # fmt: skip


@cache
def collection(name: str) -> Collection:
    """Return the names and sentences of "first" or "second"."""
    return tomllib.loads((Path(__file__).parent / "kept" / f"{name}.toml").read_text("utf-8"))


def make_register(chance: random.Random, names: Collection) -> list[Person]:
    """Return a register in which names are shared: a family's surname, a given name, a pair of initials."""
    given = chance.sample([line[0] for line in names["given"]], len(names["roles"]))
    surnames = chance.sample(names["surnames"], len(names["roles"]))
    if chance.random() < 0.5:
        given[-1] = given[chance.randrange(4)]
    if chance.random() < 0.4:
        surnames[-2] = surnames[-3]
    people = [_person(chance, names, place, name, surnames) for place, name in enumerate(given)]
    for kind, pool in _BODIES:
        pseudonym = kind.replace("_", " ").title() + " 1"
        people.append(Person(kind, kind, kind, pseudonym, name=chance.choice(names[pool])))
    return people


def _person(chance: random.Random, names: Collection, place: int, given: str, surnames: list[str]) -> Person:
    """Return the person in one place of the register; a role is key, words, pseudonym, title, what is odd about them."""
    key, words, pseudonym, title, odd = names["roles"][place]
    sex = next(sex for name, sex, _, _ in names["given"] if name == given)
    return Person(
        key, "person", words, pseudonym, given=given, sex=sex,
        title="" if "child" in odd else title or chance.choice(_TITLES[sex]), surname=surnames[0] if "family" in odd else surnames[place],
        middle=chance.choice(["", "", "Kit", "Lou", "Rosalie", "Emmanuel"]) if "family" in odd else "",
        former_surname=surnames[1] if "former" in odd else "", professional="professional" in odd,
        aliases=(chance.choice(names["aliases"]),) if "alias" in odd else (), date_of_birth=date(2014, 5, chance.randint(1, 28)) if "born" in odd else None,
    )  # fmt: skip


class Review:
    """One register with everything that its people are called, and by whom each is borne."""

    def __init__(self, chance: random.Random, names: Collection) -> None:
        self.chance, self.names, self.people = chance, names, make_register(chance, names)
        self.humans = [person for person in self.people if person.kind == "person"]
        others = {name: rest for name, *rest in names["given"]}
        self.ways: dict[str, list[Way]] = {person.key: list(exact(person, others)) for person in self.humans}
        self.bearers: dict[str, set[str]] = defaultdict(set)
        for person in self.humans:
            parts = {person.middle, person.former_surname, person.given.split("-")[0]}
            for words in {words for words, _ in self.ways[person.key]} | parts:
                self.bearers[_same(words)].add(person.key)
        borne = {part for person in self.humans for part in _same(f"{person.given} {person.surname}").split()}
        self.looks = [word for word in names["words"] if word[0] in borne] or names["words"]

    def mention(self) -> tuple[str, tuple[str, ...], str]:
        """Return a way to write somebody, all whom it fits, and the name of the way; ways are drawn alike."""
        person = self.chance.choice(self.humans)
        ways, whole = self.ways[person.key], f"{person.given} {person.surname}"
        kind = self.chance.choice(sorted({way for _, way in ways} | {"slip"}))
        if kind == "slip":
            part = max((person.given, person.surname), key=len)
            if len(part) < 6 or not part.isalpha():
                return self.mention()
            return whole.replace(part, slip(part, self.chance)), tuple(sorted(self.bearers[_same(whole)])), kind
        words = self.chance.choice([words for words, way in ways if way == kind])
        able = self.bearers[_same(words)] | {person.key}
        if kind == "title and surname":
            able |= self._entitled(words, person)
        return words, tuple(sorted(able)), kind

    def _entitled(self, words: str, person: Person) -> set[str]:
        """Return all who bear the surname and may bear a title of their sex."""
        titles = next((titles for titles in _TITLES.values() if words.split()[0].strip(".") in titles), ())
        sexes = {sex for sex, each in _TITLES.items() if each == titles}
        able = [one for one in self.humans if one.surname == person.surname and one.sex in sexes]
        return {one.key for one in able if one.title == person.title or (not one.title and one.date_of_birth is None)}


def _same(words: str) -> str:
    """Return the letters by which two ways to write a name are alike."""
    folded = plain(words).lower().replace("’", "'").removesuffix("'s")
    for sign in ".'`":
        folded = folded.replace(sign, "")
    return " ".join(folded.replace("-", " ").replace("\u2011", " ").replace(",", " ").split())


def make_document(review: Review, style: str) -> Document:
    """Return one document in one register of writing: about thirteen people, then bodies, strangers, words and numbers."""
    chance, names, writer = review.chance, review.names, Writer()
    bodies = [person for person in review.people if person.kind != "person"]
    todo = ["person"] * 13 + ["body"] * 4 + ["stranger"] * 4 + ["word"] * 8 + ["pattern"] * 5
    chance.shuffle(todo)
    for what in todo:
        if style == "chronology":
            writer.put(chance.choice(["", "- ", "• "]))
        if what == "person":
            _fill(writer, chance.choice(names["people"][style]), "person", *review.mention())
        elif what == "body":
            body = chance.choice(bodies)
            words, way = of_body(body, chance)
            alike = tuple(one.key for one in bodies if one is body or one.name == words)
            _fill(writer, chance.choice(names["bodies"]), "person", words, alike, way)
        elif what == "stranger":
            words, kind = _stranger(chance, names)
            sentences = names["strangers" if kind == "unlisted_person" else "bodies"]
            _fill(writer, chance.choice(sentences), "unlisted", words, (), kind)
        elif what == "word":
            _, before, word, after = chance.choice(review.looks)
            writer.put(before).mark(word, "word", (), word).put(after)
        else:
            before, form = chance.choice(names["patterns"])
            writer.put("Noted " + before).mark(identifier(chance, form), "pattern", (), form).put(".")
        writer.put(
            "\n"
            if style in ("chronology", "e-mail", "letter", "message", "minutes")
            else chance.choice((" ", " ", " ", "\n\n"))
        )
    return Document(review.people, writer.text, writer.marks, style)


def _fill(writer: Writer, template: str, kind: str, words: str, keys: tuple[str, ...], name: str) -> None:
    before, after = template.split("{}")
    if words[:4] == "the ":
        before, words = before + ("the " if before else "The "), words[4:]
    if words.endswith(("’s", "'s")):
        after = " sister" + after
    writer.put(before).mark(words, kind, keys, name).put(after)


def _stranger(chance: random.Random, names: Collection) -> tuple[str, str]:
    given, surname = chance.choice(names["strangers_given"]), chance.choice(names["strangers_surname"])
    title = chance.choice(["Mr", "Mrs", "Ms", "Dr", "PC", "Cllr", "Miss", "DS"])
    return chance.choice(
        (
            (f"{given} {surname}", "unlisted_person"), (given, "unlisted_person"), (f"{title} {surname}", "unlisted_person"), (f"{given[0]} {surname}", "unlisted_person"),
            (f"{surname.upper()}, {given}", "unlisted_person"), (f"{given} {surname}'s", "unlisted_person"), (chance.choice(names["stranger_places"]), "unlisted_place"),
            (f"{chance.randint(2, 80)} {chance.choice(names['stranger_streets'])}", "unlisted_place"), (chance.choice(names["stranger_bodies"]), "unlisted_organisation"),
        )
    )  # fmt: skip


def documents(which: str = "first", seed: int = 1107, reviews: int = 26, each: int = 15) -> list[Document]:
    """Return the documents of one collection, the registers of writing in turn."""
    made, names = [], collection(which)
    for number in range(reviews):
        review, styles = Review(random.Random(seed * 1000 + number), names), list(names["people"])
        made += [make_document(review, styles[n % len(styles)]) for n in range(each)]
    return made
