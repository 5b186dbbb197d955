"""Whom a referral names, as entries of the people register to begin with: nothing is typed twice, and a person decides."""

from __future__ import annotations

from datetime import date
from typing import Any

from reviews.models import Person, Review


def named(review: Review) -> list[tuple[str, date | None]]:
    """Everybody whom the review's referral is about, each as (name, date of birth)."""
    referral = getattr(review, "referral", None)
    return referral.people if referral is not None else []


def waiting(review: Review) -> list[int]:
    """The places, from 1, of those in the referral whose name is not in the register yet."""
    known = {called for each in review.people.all() for called in names(each)}
    return [place for place, (name, _) in enumerate(named(review), start=1) if name and plain(name) not in known]


def names(person: Person) -> set[str]:
    """What somebody of the register may be called in a referral: with and without middle names and title."""
    parts = (
        (person.given, person.surname), (person.given, person.middle, person.surname), (person.title, person.surname),
        (person.title, person.given, person.surname),
    )  # fmt: skip
    return {plain(" ".join(filter(None, each))) for each in parts}


def plain(name: str) -> str:
    """A name for comparing: case and spaces do not count."""
    return " ".join(name.split()).casefold()


def proposed(review: Review, place: str) -> dict[str, Any]:
    """What the form begins with for the person at `place` of the referral; nothing where nobody waits there."""
    if not place.isdecimal() or int(place) not in waiting(review):
        return {}
    name, born = named(review)[int(place) - 1]
    given, _, surname = name.rpartition(" ")
    subjects = review.people.filter(part=Person.Part.SUBJECT).exists()
    said = {"part": Person.Part.SUBJECT, "given": given or surname, "surname": surname if given else ""}
    if born:
        said["born"] = f"{born:%d/%m/%Y}"
    if not subjects:
        said["pseudonym"] = review.title
    first = int(place) == 1 and review.referral.subject_sex in Person.Sex.values
    return {**said, "sex": review.referral.subject_sex} if first else said
