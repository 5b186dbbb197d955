"""Advocates of the person and the family: offered, accepted or declined, and ended."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from reviews.access import check
from reviews.models import Advocate, Person
from reviews.services.events import record
from reviews.services.family import reachable
from scr_portal.lib.records import Refused, changed


@transaction.atomic
def offer(*, by: Any, person: Person, values: dict[str, Any]) -> Advocate:
    """Record that an advocate was offered to somebody. Raises Refused for a duty that the regime's law does not have."""
    check(by, "family.record", person.review)
    reachable(person)
    owed(person, values["kind"])
    made = Advocate.objects.create(person=person, recorded_by=by, **values)
    record(by, "advocate.offered", made, facts={"kind": made.kind, "answer": made.answer})
    return made


@transaction.atomic
def write(*, by: Any, advocate: Advocate, values: dict[str, Any], seen_version: int | None = None) -> Advocate:
    """Change it, or record the answer or the end. Raises Stale as `changed` does."""
    check(by, "family.record", advocate.review)
    owed(advocate.person, values.get("kind", advocate.kind))
    found, differing = changed(advocate, values, seen_version=seen_version)
    record(by, "advocate.written", found, facts={"kind": found.kind, "answer": found.answer, "fields": differing})
    return found


def owed(person: Person, kind: str) -> None:
    """Pass where the law has the duty that `kind` names, for the person whom the review is about."""
    if kind != Advocate.Kind.DUTY:
        return
    if not person.review.rules.advocacy.citation or person.part != Person.Part.SUBJECT:
        raise Refused("The law of this review requires no advocate for this person: choose another kind of advocate.")
