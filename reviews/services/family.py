"""How a member of the family is to be reached, and why they were not told or not invited, where they were not."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from reviews.access import check
from reviews.models import Involvement, Person
from reviews.services.events import record
from scr_portal.lib.records import Refused, Stale, changed


def reachable(person: Person) -> None:
    """Pass for a person of the register. Raises Refused for a place or an agency."""
    if person.kind != Person.Kind.PERSON:
        raise Refused(f"{person.pseudonym} is not a person: choose somebody of the register.")


@transaction.atomic
def involve(*, by: Any, person: Person, values: dict[str, Any], seen_version: int | None = None) -> Involvement:
    """Write how one person is to be reached and involved. Raises Stale as `changed` does, Refused for what is no person."""
    check(by, "family.record", person.review)
    reachable(person)
    found = Involvement.objects.filter(person=person).first()
    if found is not None and seen_version is None:
        raise Stale(found)  # Somebody else began it while this form was open.
    if found is None:
        found, differing = Involvement.objects.create(person=person, written_by=by, **values), sorted(values)
    else:
        found, differing = changed(found, {**values, "written_by": by}, seen_version=seen_version)
    record(by, "family_member.written", found, facts={"fields": differing, "untold": found.untold_because})
    return found
