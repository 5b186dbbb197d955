"""What the person, the family and practitioners say, in their own words: taken down, revised beside, and read on record."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Max

from reviews.access import check
from reviews.models import Consent, Contribution, Person
from reviews.services.events import record
from reviews.services.family import reachable

# What the board and the person do together; a letter that comes is stopped by nothing.
W = Contribution.Way
TOGETHER = (W.MEETING, W.CALL, W.RECORDING, W.EVENT)
ASKED = ("choice", "in_confidence", "note")


@transaction.atomic
def add(*, by: Any, person: Person, values: dict[str, Any]) -> Contribution:
    """Take down what somebody said as they said it, with what they agree to (`choice`, `in_confidence`, `note`).

    Raises Refused while a restriction stops meeting the family, or practitioners, on that day, and for what is no person.
    """
    writable(by, person, values)
    made = Contribution.objects.create(person=person, recorded_by=by, **said(values))
    agreed(by, made, values)
    record(by, "contribution.added", made, facts=told(made, values))
    return made


@transaction.atomic
def revise(*, by: Any, contribution: Contribution, values: dict[str, Any]) -> Contribution:
    """Take down a later version beside the earlier ones, which stay as they are; what may be done is asked anew."""
    writable(by, contribution.person, values)
    head = contribution.head
    last = head.later.aggregate(last=Max("number"))["last"] or head.number
    made = Contribution.objects.create(person=head.person, first=head, number=last + 1, recorded_by=by, **said(values))
    agreed(by, made, values)
    record(by, "contribution.revised", made, facts=told(made, values))
    return made


@transaction.atomic
def opened(*, by: Any, contribution: Contribution) -> None:
    """Keep on record that somebody's words were read."""
    check(by, "contribution.read", contribution.review)
    record(by, "contribution.read", contribution, facts={"number": contribution.number})


def writable(by: Any, person: Person, values: dict[str, Any]) -> None:
    """Pass when words may be taken down in that way on that day."""
    check(
        by,
        "contribution.record",
        person.review,
        deed=meeting(person) if values["way"] in TOGETHER else "",
        on=values["given_on"],
    )
    reachable(person)


def meeting(person: Person) -> str:
    """The deed of meeting somebody, which a restriction can stop."""
    return "practitioners.meet" if person.professional else "family.meet"


def said(values: dict[str, Any]) -> dict[str, Any]:
    """What is kept of the words themselves."""
    return {name: value for name, value in values.items() if name not in ASKED}


def told(made: Contribution, values: dict[str, Any]) -> dict[str, Any]:
    """What the record says of it; never the words."""
    return {"number": made.number, "way": made.way, "on": made.given_on, "consent": values["choice"]}


def agreed(by: Any, made: Contribution, values: dict[str, Any]) -> Consent:
    """Keep what they agreed to when they gave the words; part of the verb that takes them down."""
    return Consent.objects.create(
        contribution=made.head, choice=values["choice"], in_confidence=values.get("in_confidence", False),
        note=values.get("note", ""), given_on=made.given_on, said_to=made.with_whom, recorded_by=by,
    )  # fmt: skip
