"""The family diagram of a review: from the people register to the picture, and the same in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.template.loader import render_to_string

from findings.ages import lived
from findings.genogram import Bond, Picture, Relative, drawn
from reviews import kinship
from reviews.models import Person, Relation, Review

# What is said in words only: the picture shows the family.
IN_WORDS = ("professional", "lives_at", "other")
SEXES = {"female": "female", "male": "male"}


@dataclass(frozen=True, slots=True)
class Told:
    """One person in words: the name, what is known of them, and what they are to the others."""

    name: str
    about: str
    relations: Sequence[str]


@dataclass(frozen=True, slots=True)
class Family:
    """The picture with its title, and its twin in words: (generation, the people in it)."""

    title: str
    picture: Picture | None
    told: Sequence[tuple[str, Sequence[Told]]]

    @property
    def prose(self) -> str:
        """All of it in sentences: the words for those who do not see the picture."""
        return " ".join(
            f"{each.name}{f' ({each.about})' if each.about else ''}: {'; '.join(each.relations) or 'no relation recorded'}."
            for _, people in self.told for each in people
        )  # fmt: skip


def family(review: Review, today: date, *, named: bool = False) -> Family:
    """The family as it stands in the register, by published names unless `named`."""
    people = {person.pk: person for person in review.people.filter(kind=Person.Kind.PERSON)}
    ties = list(review.relations.filter(removed=False).select_related("first", "second").order_by("pk"))
    kin = [tie for tie in ties if tie.kind not in IN_WORDS]
    joined = {key for tie in kin for key in (tie.first_id, tie.second_id)}
    shown = [person for key, person in people.items() if key in joined or person.part == Person.Part.SUBJECT]
    bonds = [bond(tie) for tie in kin]
    homes = [*households(people, ties)]
    picture = drawn([relative(person, today, named=named) for person in shown], bonds, homes) if shown else None
    return Family(title_of(shown, named=named), picture, told(people, ties, picture, today, named=named))


def title_of(people: Sequence[Person], *, named: bool) -> str:
    """Whose family it is."""
    subjects = [name_of(person, named=named) for person in people if person.part == Person.Part.SUBJECT]
    return f"Family of {kinship.together(subjects)}" if subjects else "Family diagram"


def name_of(person: Person, *, named: bool) -> str:
    """What somebody, or a place, is called here."""
    return (person.real_name if named else "") or person.pseudonym


def age_of(person: Person, today: date) -> str:
    """How old somebody is, or was when they died."""
    born, died = person.born, person.died
    ended = bool(died.text)
    age = lived((born.date_from, born.date_to), *((died.date_from, died.date_to) if ended else (today, today)))
    if age == "day of birth":
        return "died on the day of birth" if ended else "born today"
    age = age if " to " in age else age.removesuffix(" years")
    return " ".join(filter(None, ("died" if ended else "", f"aged {age}" if age else "")))


def relative(person: Person, today: date, *, named: bool) -> Relative:
    """One person as the picture wants them."""
    subject = person.part == Person.Part.SUBJECT
    name, about = name_of(person, named=named), age_of(person, today)
    return Relative(person.pk, name, person.sex, subject, person.born.date_from, about, bool(person.died.text))


def bond(tie: Relation) -> Bond:
    """A relation as the picture wants it; a couple that a death has parted has not ended."""
    until, since = tie.until, tie.since
    parted = any(
        each.died.date_from and until.date_to and each.died.date_from <= until.date_to
        for each in (tie.first, tie.second)
    )
    known = tie.certainty == Relation.Certainty.KNOWN
    return Bond(tie.kind, tie.first_id, tie.second_id, known, bool(until.text) and not parted, since.date_from)


def households(people: dict[int, Person], ties: Sequence[Relation]) -> Iterator[set[int]]:
    """For each last home of a subject, those who lived there when the subject did."""
    stays = [tie for tie in ties if tie.kind == "lives_at"]
    done = set()
    for key, person in people.items():
        own = [stay for stay in stays if stay.first_id == key and person.part == Person.Part.SUBJECT]
        if not own:
            continue
        last = max(own, key=lambda stay: (stay.until.date_to or date.max, stay.since.date_from or date.min))
        if last.second_id not in done:
            done.add(last.second_id)
            yield {stay.first_id for stay in stays if stay.second_id == last.second_id and at_once(stay, last)}


def at_once(stay: Relation, other: Relation) -> bool:
    """Whether one stay may have lasted to the end of another."""
    ends, end = stay.until.date_to or date.max, other.until.date_from or date.max
    return ends >= end and (stay.since.date_from or date.min) <= (other.until.date_to or date.max)


def told(
    people: dict[int, Person], ties: Sequence[Relation], picture: Picture | None, today: date, *, named: bool
) -> Sequence[tuple[str, Sequence[Told]]]:
    """The same as the picture in words, generation by generation, and those who are not on it."""
    rows = [[key for key in row if key > 0] for row in picture.rows] if picture else []
    subjects = next((place for place, row in enumerate(rows) if any(people[key].part == "subject" for key in row)), 0)
    seen = {key for row in rows for key in row}
    own: dict[int, list[Relation]] = {}
    for tie in ties:
        for key in {tie.first_id, tie.second_id}:
            own.setdefault(key, []).append(tie)
    beside = [key for key in people if key not in seen and key in own]
    groups = [(generation(place - subjects), row) for place, row in enumerate(rows)] + [("Not on the picture", beside)]
    return [
        (title, [said(people[key], own.get(key, ()), today, named=named) for key in row])
        for title, row in groups
        if row
    ]


def generation(step: int) -> str:
    """What a generation is called, counted from the subject's."""
    if not step:
        return "Generation of the subject"
    number = {1: "One generation", 2: "Two generations"}.get(abs(step), f"{abs(step)} generations")
    return f"{number} {'before' if step < 0 else 'after'}"


def said(person: Person, ties: Sequence[Relation], today: date, *, named: bool) -> Told:
    """One person in words; `ties` are that person's own."""
    groups: dict[tuple[str, bool, str], list[str]] = {}
    for tie in ties:
        for one, other, back in ((tie.first, tie.second, False), (tie.second, tie.first, True)):
            if one.pk == person.pk:
                groups.setdefault((tie.kind, back, tie.beside), []).append(name_of(other, named=named))
    relations = [
        kinship.from_side(kind, kinship.together(names), person.sex, back=back) + (f", {beside}" if beside else "")
        for (kind, back, beside), names in groups.items()
    ]
    subject = "subject of the review" if person.part == Person.Part.SUBJECT else ""
    about = ", ".join(filter(None, (subject, SEXES.get(person.sex, ""), age_of(person, today))))
    return Told(name_of(person, named=named), about, relations)


def svg(found: Family) -> str:
    """The picture by itself, with its words within."""
    context: dict[str, Any] = {"picture": found.picture, "title": found.title, "words": found.prose}
    return render_to_string("findings/family/picture.html", context)
