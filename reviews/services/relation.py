"""What the people of the register are to each other."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Q

from reviews.access import check
from reviews.kinship import ANCESTORS, ELDERS, KINDS, circle
from reviews.models import Person, Relation, Review
from reviews.services.events import record
from reviews.services.person import older
from scr_portal.lib.records import Refused, changed

HOMES = (Person.Kind.STREET, Person.Kind.CARE_HOME, Person.Kind.HOSPITAL, Person.Kind.PLACE)


@transaction.atomic
def add(*, by: Any, review: Review, values: dict[str, Any]) -> Relation:
    """Record what one is to another. Raises Refused for what cannot be, and for what stands there already."""
    check(by, "review.people", review)
    fitting(review, values)
    made = Relation.objects.create(review=review, recorded_by=by, **values)
    record(by, "relation.added", made, facts={"kind": made.kind, "certainty": made.certainty})
    return made


@transaction.atomic
def write(*, by: Any, relation: Relation, values: dict[str, Any], seen_version: int | None = None) -> Relation:
    """Change a relation, or take it out of the register."""
    check(by, "review.people", relation.review)
    if not values.get("removed"):
        fitting(relation.review, values, besides=relation)
    found, differing = changed(relation, values, seen_version=seen_version)
    record(by, "relation.written", found, facts={"kind": found.kind, "fields": differing})
    return found


def fitting(review: Review, values: dict[str, Any], besides: Relation | None = None) -> None:
    """Pass when the relation can be, beside those that stand. Raises Refused with the one thing that is wrong."""
    first, second, kind = values["first"], values["second"], values["kind"]
    if first == second:
        raise Refused("Nobody is related to themselves: choose two different people.")
    if first.review_id != review.pk or second.review_id != review.pk:
        raise Refused("Both must be in the register of this review.")
    of_kind(first, second, kind)
    standing = review.relations.filter(removed=False)
    standing = standing.exclude(pk=besides.pk) if besides is not None else standing
    unrepeated(standing, values)
    if kind in ELDERS:
        older(first, second)
    if kind in ANCESTORS and circle(standing.values_list("kind", "first_id", "second_id"), first.pk, second.pk):
        raise Refused(f"{first.pseudonym} would be an ancestor of themselves: check who is the parent of whom.")
    if kind == "parent" and first.sex and not values.get("confirmed"):
        other = standing.filter(kind="parent", second=second, first__sex=first.sex).select_related("first").first()
        if other is not None:
            raise Refused(
                f"{second.pseudonym} has a {KINDS['parent'].said(first.sex)} by birth in the register, {other.first.pseudonym}: "
                "change that one, or tick that a second one is no mistake."
            )


def of_kind(first: Person, second: Person, kind: str) -> None:
    """Pass when the kind fits what the two are: people, or a person and where they live."""
    if first.kind != Person.Kind.PERSON:
        raise Refused(f"{first.pseudonym} is not a person: choose somebody of the register.")
    if kind == "lives_at" and second.kind not in HOMES:
        raise Refused(f"{second.pseudonym} is no address: choose a street, home, hospital or place of the register.")
    if kind != "lives_at" and second.kind != Person.Kind.PERSON:
        raise Refused(f"{second.pseudonym} is not a person: choose somebody of the register, or “lives at”.")
    if kind == "professional" and first.part != Person.Part.PROFESSIONAL:
        raise Refused(f"{first.pseudonym} is not in the register as a professional: change their part first.")


def unrepeated(standing: Any, values: dict[str, Any]) -> None:
    """Pass when the same is not recorded yet, from either side, from the same date."""
    first, second, kind = values["first"], values["second"], values["kind"]
    pair = Q(first=first, second=second) | (Q(first=second, second=first) if KINDS[kind].mutual else Q())
    if standing.filter(pair, kind=kind, since_text=values.get("since_text", "")).exists():
        raise Refused("That is in the register already: change it there.")
