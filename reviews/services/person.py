"""The people register."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Q

from reviews.access import check
from reviews.kinship import ELDERS
from reviews.models import Person, Relation, Review
from reviews.services.events import record
from scr_portal.lib.later import later
from scr_portal.lib.records import Refused, changed

# Whoever is in the register is looked for in the entries of the review.
RECOGNISE = "findings.tasks.recognise"


@transaction.atomic
def add(*, by: Any, review: Review, values: dict[str, Any]) -> Person:
    """Add a person, place or organisation with its pseudonym. Raises Refused for a pseudonym that is taken."""
    check(by, "review.people", review)
    free(review, values)
    made = Person.objects.create(review=review, added_by=by, **values)
    record(by, "person.added", made, facts={"kind": made.kind, "part": made.part})
    later(RECOGNISE, review.pk)
    return made


@transaction.atomic
def write(*, by: Any, person: Person, values: dict[str, Any], seen_version: int | None = None) -> Person:
    """Change an entry of the register."""
    check(by, "review.people", person.review)
    free(person.review, values, besides=person)
    found, differing = changed(person, values, seen_version=seen_version)
    generations(found)
    record(by, "person.written", found, facts={"fields": differing})
    later(RECOGNISE, found.review_id)
    return found


@transaction.atomic
def names_read(*, by: Any, review: Review) -> None:
    """Keep on record that the real names were opened."""
    check(by, "review.names", review)
    record(by, "person.names_read", review)


def free(review: Review, values: dict[str, Any], besides: Person | None = None) -> None:
    """Pass when no one else in the review is called that in public, or has that NHS number."""
    others = review.people.exclude(pk=besides.pk) if besides is not None else review.people.all()
    pseudonym, number = values["pseudonym"], values.get("nhs_number")
    if others.filter(pseudonym__iexact=pseudonym).exists():
        raise Refused(f"“{pseudonym}” stands for somebody else in this review already: choose another published name.")
    if number and (other := next((each for each in others if each.nhs_number == number), None)):
        raise Refused(f"That is the NHS number of {other.pseudonym}: check whose it is.")


def generations(person: Person) -> None:
    """Pass when nobody is younger than a child or grandchild of theirs, with this person's dates as they are now."""
    ties = Relation.objects.filter(Q(first=person) | Q(second=person), removed=False, kind__in=ELDERS)
    for each in ties.select_related("first", "second"):
        older(each.first, each.second)


def older(first: Person, second: Person) -> None:
    """Pass when the first can be older than the second. Raises Refused for one who must be the younger."""
    first_born, second_born = first.born, second.born
    if first_born.date_from and second_born.date_to and first_born.date_from >= second_born.date_to:
        raise Refused(
            f"{first.pseudonym} would be younger than {second.pseudonym}, or as old: check the dates of birth in the register."
        )
