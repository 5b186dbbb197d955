"""Putting entries on hold and lifting holds; the entry itself is never touched.

What an agency asks for stands at once, until the chair confirms or lifts it: nothing is shown while it is being decided.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from agencies.models import Entry, Hold
from agencies.services.request import writable
from reviews.access import check
from reviews.models import Review
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed, locked


def on_hold(entries: Sequence[Entry]) -> bool:
    """Whether a hold stands on any of these: what is done with them is then sealed in the record."""
    return Hold.objects.standing().filter(entry__in=[entry.pk for entry in entries]).exists()


@transaction.atomic
def read(*, by: Any, review: Review) -> None:
    """Keep on record that somebody outside the agency that wrote them read entries on hold."""
    check(by, "chronology.held", review)
    record(by, "hold.read", review, sealed=True)


@transaction.atomic
def place(*, by: Any, review: Review, entries: Sequence[Entry], kind: str, reason: str) -> list[Hold]:
    """Put entries of one review on hold; those that are on hold already are passed over.

    Raises Refused when all of them are, or one belongs to another review.
    """
    check(by, "chronology.hold", review)
    if any(entry.review_id != review.pk for entry in entries):
        raise Refused("That entry belongs to another review.")
    standing = Hold.objects.standing().filter(entry__in=[entry.pk for entry in entries])
    already = set(standing.values_list("entry_id", flat=True))
    new = [entry for entry in entries if entry.pk not in already]
    if not new:
        raise Refused(
            "Every entry that you ticked is on hold already." if entries else "Tick at least one entry first."
        )
    values = {"kind": kind, "reason": reason, "placed_by": by, "placed_on": timezone.localdate()}
    made = [Hold.objects.create(review=review, entry=entry, **values) for entry in new]
    facts = {"kind": kind, "entries": [entry.pk for entry in new]}
    record(by, "hold.placed", review, why=reason, facts=facts, sealed=True)
    return made


@transaction.atomic
def confirm(*, by: Any, hold: Hold) -> Hold:
    """Let a hold stand that an agency asked for. Raises Refused when that was decided already."""
    check(by, "chronology.hold", hold.review)
    if not locked(hold).waiting:
        raise Refused("This was decided already.")
    found, _ = changed(hold, {"placed_by": by, "placed_on": timezone.localdate()})
    record(by, "hold.confirmed", found, facts={"kind": found.kind, "entry": found.entry_id}, sealed=True)
    return found


@transaction.atomic
def lift(*, by: Any, hold: Hold, why: str) -> Hold:
    """End a hold, whoever asked for it: from now on its entry is read like any other."""
    check(by, "chronology.hold", hold.review)
    if locked(hold).lifted_on:
        raise Refused("This hold was lifted already.")
    found, _ = changed(hold, {"lifted_by": by, "lifted_on": timezone.localdate(), "lifted_why": why})
    record(by, "hold.lifted", found, why=why, facts={"kind": found.kind, "entry": found.entry_id}, sealed=True)
    return found


@transaction.atomic
def ask(*, by: Any, entry: Entry, kind: str, reason: str) -> Hold:
    """An agency asks for one of its own entries to be held; it is on hold until the chair has decided."""
    writable(by, entry.request)
    if on_hold([entry]):
        raise Refused("This entry is on hold already.")
    made = Hold.objects.create(review_id=entry.review_id, entry=entry, kind=kind, reason=reason, asked_by=by)
    record(by, "hold.asked_for", made, why=reason, facts={"kind": kind, "entry": entry.pk}, sealed=True)
    return made


@transaction.atomic
def withdraw(*, by: Any, hold: Hold) -> Hold:
    """The agency takes back what it asked for, while its return is open and the chair has not decided."""
    writable(by, hold.entry.request)
    if not locked(hold).waiting:
        raise Refused("The review has decided about this hold: ask the business manager.")
    values = {"lifted_by": by, "lifted_on": timezone.localdate(), "lifted_why": "Withdrawn by the agency."}
    found, _ = changed(hold, values)
    record(by, "hold.withdrawn", found, facts={"kind": found.kind, "entry": found.entry_id}, sealed=True)
    return found
