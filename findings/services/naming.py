"""Who is named in an entry: looked for by the portal, decided by a person. Entries are never touched."""

from __future__ import annotations

import hashlib
from typing import Any

from django.db import transaction
from django.db.models import Count, Max
from django.utils import timezone

from agencies.models import Entry, Request
from agencies.services.hold import on_hold
from findings.anonymise import Person as Known
from findings.anonymise import named
from findings.models import Naming, Recognition
from findings.services.anonymity import register
from reviews.access import check
from reviews.models import Person
from reviews.services.events import record
from scr_portal.lib.records import Refused

AT_ONCE = 1_000
# Stands between the texts of one entry: no name runs over it.
APART = "\n\n\n\n"
State = Naming.State


@transaction.atomic
def decide(*, by: Any, entry: Entry, person: Person, names: bool) -> Naming:
    """Say that an entry names somebody of the register, or that it does not; what the portal finds later does not change it.

    Raises Refused for somebody of another review, for what is no person, and where the same was decided already.
    """
    check(by, "chronology.mark", entry.review)
    if person.review_id != entry.review_id or person.kind != Person.Kind.PERSON:
        raise Refused("Choose a person of this review’s people register.")
    said = State.NAMED if names else State.NOT_NAMED
    found, made = Naming.objects.select_for_update().get_or_create(
        entry=entry, person=person, defaults={"state": said, "decided_by": by, "decided_at": timezone.now()}
    )
    if not made and found.decided_by_id and found.state == said:
        raise Refused("That was decided so already.")
    found.state, found.decided_by, found.decided_at = said, by, timezone.now()
    found.save()
    record(
        by,
        "naming.decided",
        found,
        facts={"entry": entry.pk, "person": person.pk, "names": names},
        sealed=on_hold([entry]),
    )
    return found


@transaction.atomic
def recognise(*, request: Request) -> Recognition | None:
    """Look for the people of the register in a return; None where that was done since both are as they are now."""
    people = register(request.review)
    kept, _ = Recognition.objects.select_for_update().get_or_create(request=request)
    now = as_it_is(request, people)
    if kept.of == now:
        return None
    write(request, found_in(request, people))
    kept.of = now
    kept.save()
    record(None, "naming.recognised", request)
    return kept


def as_it_is(request: Request, people: tuple[Known, ...]) -> str:
    """The SHA-256, in hex, by which a change of the register or of the return is noticed; entries are never changed."""
    entries = request.entries.aggregate(number=Count("pk"), last=Max("pk"))
    return hashlib.sha256(repr((entries, people)).encode()).hexdigest()


def found_in(request: Request, people: tuple[Known, ...]) -> dict[tuple[int, int], State]:
    """(entry, person) → whether the words of the entry name the person, or may."""
    persons = {each.key for each in people if each.kind == Person.Kind.PERSON}
    found: dict[tuple[int, int], State] = {}
    rows = request.entries.standing().order_by().values_list("pk", "event", "action", "source", "extra")
    for pk, event, action, source, extra in rows.iterator(chunk_size=AT_ONCE):
        texts = [event, action, source, *map(str, extra.values())]
        for key, sure in named(people, APART.join(filter(None, texts))).items():
            if key in persons:
                found[pk, int(key)] = State.NAMED if sure else State.UNDECIDED
    return found


def write(request: Request, found: dict[tuple[int, int], State]) -> None:
    """Make what the portal found in a return what stands there; what people decided stays."""
    rows = Naming.objects.filter(entry__request=request).values_list("pk", "entry", "person", "state", "decided_by")
    known = {(entry, person): (pk, state, by) for pk, entry, person, state, by in rows}
    gone = [pk for key, (pk, state, by) in known.items() if by is None and found.get(key) != state]
    for start in range(0, len(gone), AT_ONCE):
        Naming.objects.filter(pk__in=gone[start : start + AT_ONCE], decided_by=None).delete()
    new = [
        Naming(entry_id=entry, person_id=person, state=state)
        for (entry, person), state in found.items()
        if (entry, person) not in known or (known[entry, person][2] is None and known[entry, person][1] != state)
    ]
    Naming.objects.bulk_create(new, batch_size=AT_ONCE, ignore_conflicts=True)
