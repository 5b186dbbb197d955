"""The people register."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from reviews.access import check
from reviews.models import Person, Review
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed


@transaction.atomic
def add(*, by: Any, review: Review, values: dict[str, Any]) -> Person:
    """Add a person, place or organisation with its pseudonym. Raises Refused for a pseudonym that is taken."""
    check(by, "review.people", review)
    free(review, values["pseudonym"])
    made = Person.objects.create(review=review, added_by=by, **values)
    record(by, "person.added", made, facts={"kind": made.kind, "part": made.part})
    return made


@transaction.atomic
def write(*, by: Any, person: Person, values: dict[str, Any], seen_version: int | None = None) -> Person:
    """Change an entry of the register."""
    check(by, "review.people", person.review)
    free(person.review, values["pseudonym"], besides=person)
    found, differing = changed(person, values, seen_version=seen_version)
    record(by, "person.written", found, facts={"fields": differing})
    return found


@transaction.atomic
def names_read(*, by: Any, review: Review) -> None:
    """Keep on record that the real names were opened."""
    check(by, "review.names", review)
    record(by, "person.names_read", review)


def free(review: Review, pseudonym: str, besides: Person | None = None) -> None:
    """Pass when no one else in the review is called that in public."""
    taken = review.people.filter(pseudonym__iexact=pseudonym)
    if besides is not None:
        taken = taken.exclude(pk=besides.pk)
    if taken.exists():
        raise Refused(f"“{pseudonym}” stands for somebody else in this review already: choose another published name.")
