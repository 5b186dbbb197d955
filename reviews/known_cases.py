"""Whether a referral is about somebody whom the board knows already: by name, however it is spelt, and by date of birth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from rapidfuzz import fuzz, utils

from reviews.models import Person, Referral, Review
from reviews.models.referral import ReferralStatus

# The likeness of two names, of 100, from which they may be one person's; with the same date of birth less is enough.
ALIKE, WITH_BIRTH = 90, 60


@dataclass(frozen=True, slots=True)
class Known:
    """A referral or review that may be about the same person: where it is read, and why it is shown."""

    ref: str
    href: str
    why: str
    likeness: float


def known_cases(referral: Referral, user: Any) -> list[Known]:
    """Other referrals and reviews of the board that may be about the same person, the likeliest first.

    Only what `user` may open. A suggestion: nothing is joined, and a person decides.
    """
    asked = referral.people
    found: dict[str, Known] = {}
    for ref, href, other, born_on in [*referred(referral, user), *registered(referral, user)] if asked else ():
        for name, born in asked:
            likeness = score(name, other)
            why = reason(likeness, born, born_on)
            if why and (ref not in found or found[ref].likeness < likeness):
                found[ref] = Known(ref, href, why, likeness)
    return sorted(found.values(), key=lambda each: (-each.likeness, each.ref))


def score(name: str, other: str) -> float:
    """How alike two names are, of 100, whatever the order of their parts, case and hyphens; 0 where one is empty."""
    return fuzz.token_sort_ratio(name, other, processor=utils.default_process) if name and other else 0.0


def reason(likeness: float, born: date | None, other: date | None) -> str:
    """Why two are taken for one, in words; nothing where they are not."""
    same_birth = bool(born and other and born == other)
    if same_birth and likeness >= WITH_BIRTH:
        return "The name is alike and the date of birth is the same."
    if likeness >= ALIKE and not (born and other):
        return "The name is alike; a date of birth is missing."
    if likeness >= ALIKE:
        return "The name is alike; the dates of birth differ."
    return "The date of birth is the same." if same_birth else ""


Line = tuple[str, str, str, "date | None"]


def referred(referral: Referral, user: Any) -> list[Line]:
    """The other referrals of the board that were sent."""
    rows = Referral.objects.visible_to(user).filter(board=referral.board_id).exclude(pk=referral.pk)
    rows = rows.exclude(status=ReferralStatus.DRAFT)
    return [
        (row.ref, reverse("reviews.referral.show", args=[row.ref]), name, born)
        for row in rows.only("ref", "subject_name", "subject_born_on", "also_concerned")
        for name, born in row.people
    ]


def registered(referral: Referral, user: Any) -> list[Line]:
    """The subjects in the people registers of the board's reviews, in which real names may be read."""
    reviews = Review.objects.visible_to(user, "review.names").filter(board=referral.board_id)
    reviews = reviews.exclude(pk=referral.review_id)
    people = Person.objects.filter(review__in=reviews, part=Person.Part.SUBJECT, kind=Person.Kind.PERSON)
    return [
        (row.review.ref, reverse("overview", args=[row.review.ref]), f"{row.given} {row.surname}".strip(), row.born_on)
        for row in people.select_related("review").only("given", "surname", "born_on", "review__ref")
    ]
