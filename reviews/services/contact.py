"""Contacts with the family: each is one line that stays as it is; a later line can correct it."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from reviews import restrictions
from reviews.access import check
from reviews.models import Contact, Letter, Person
from reviews.services.events import record
from reviews.services.family import reachable
from reviews.services.milestone import dated
from scr_portal.lib.records import Refused


@transaction.atomic
def add(*, by: Any, person: Person, kind: str, values: dict[str, Any]) -> Contact:
    """Put a contact on record; the first that tells anybody dates “family told”, which clocks and plans know.

    Raises Refused while a restriction stops it on that day, for what is no person, and for a line of somebody else that
    it would correct.
    """
    on, deed = values["happened_on"], restrictions.CONTACTS.get(kind, "")
    check(by, "family.record", person.review, deed=deed, on=on)
    reachable(person)
    if (corrected := values.get("corrects")) and corrected.person_id != person.pk:
        raise Refused("The line that you correct is about somebody else: choose one of theirs.")
    made = Contact.objects.create(person=person, kind=kind, recorded_by=by, **values)
    if kind == Contact.Kind.TOLD:
        first_told(by, made)
    facts = {"kind": kind, "way": made.way, "on": on, "answer": made.answer, "corrects": made.corrects_id}
    record(by, "family_contact.added", made, facts=facts)
    return made


def first_told(by: Any, contact: Contact) -> None:
    """Date “family told” with the earliest day on which anybody was; part of the verb that records the contact."""
    dated(contact.review, "family_told", contact.happened_on, by, contact.get_way_display())


# How a letter reached them, as their contact record has it.
WAYS = {
    Letter.Way.SECURE_EMAIL: Contact.Way.EMAIL,
    Letter.Way.IN_PERSON: Contact.Way.MEETING,
    Letter.Way.PHONE: Contact.Way.PHONE,
}


def on_record(by: Any, letter: Letter) -> None:
    """Put a letter that was sent to the family on the record of each to whom it went; part of the verb that sends it."""
    if letter.to != "family" or letter.sent_on is None:
        return
    kind = Contact.Kind.INVITED if letter.key == "family-invitation" else Contact.Kind.TOLD
    for person in letter.people.all():
        Contact.objects.create(
            person=person, kind=kind, happened_on=letter.sent_on, by_whom=str(by), letter=letter, recorded_by=by,
            way=WAYS.get(Letter.Way(letter.way), Contact.Way.LETTER), what=letter.told,
        )  # fmt: skip
