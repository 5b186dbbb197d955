"""Answering who asks what is held on one person: begun, marked record by record, exported for redaction, answered."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from django.db import transaction

from findings.models import SubjectAccess, SubjectAccessMark
from reviews.access import check
from reviews.models import Disclosure, Review
from reviews.services.disclosure import log
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed, locked

RIGHT = "subject_access.answer"


@transaction.atomic
def begin(*, by: Any, review: Review, values: dict[str, Any]) -> SubjectAccess:
    """Put a request on record, with who asks and how their identity was checked."""
    check(by, RIGHT, review)
    made = SubjectAccess.objects.create(review=review, recorded_by=by, **values)
    record(by, "subject_access.begun", made, facts={"kind": made.kind, "person": made.person_id, "on": made.asked_on})
    return made


@transaction.atomic
def opened(*, by: Any, access: SubjectAccess) -> None:
    """Keep on record that everything held on the person was read together."""
    check(by, RIGHT, access)
    record(by, "subject_access.read", access, facts={"person": access.person_id})


@transaction.atomic
def mark(
    *, by: Any, access: SubjectAccess, kind: str, pk: int, values: dict[str, Any], seen_version: int | None = None
) -> SubjectAccessMark:
    """Decide about one record. Raises Refused once the request is answered."""
    check(by, RIGHT, access)
    standing(locked(access))
    found, made = SubjectAccessMark.objects.get_or_create(
        access=access, record_kind=kind, record_id=pk, defaults={**values, "marked_by": by}
    )
    if not made:
        found, _ = changed(found, {**values, "marked_by": by}, seen_version=seen_version, by=by, why=values["reason"])
    facts = {"kind": kind, "record": pk, "choice": found.choice, "ground": found.ground}
    record(by, "subject_access.marked", access, why=found.reason, facts=facts)
    return found


@transaction.atomic
def exported(*, by: Any, access: SubjectAccess, kind: str, number: int, content: bytes) -> None:
    """Keep on record that it left the portal as a file, to be redacted."""
    check(by, RIGHT, access)
    facts = {"format": kind, "records": number, "sha256": hashlib.sha256(content).hexdigest()}
    record(by, "subject_access.exported", access, facts=facts)


@transaction.atomic
def finish(*, by: Any, access: SubjectAccess, answered_on: date, answer: str, unmarked: int) -> SubjectAccess:
    """Record what was given, or refused and why; it stands in the disclosure log. Raises Refused while records are not decided about."""
    check(by, RIGHT, access)
    standing(locked(access))
    if unmarked:
        raise Refused(f"{unmarked} records are not decided about yet: decide about each, then record the answer.")
    found, _ = changed(access, {"answered_on": answered_on, "answer": answer}, by=by)
    log(
        by, found.review, Disclosure.Kind.SUBJECT_ACCESS, what=str(found), to=found.asked_by, why="Answer to who asked what is held on a person",
        on=answered_on, power="UK GDPR, Article 15; Data Protection Act 2018",
    )  # fmt: skip
    record(by, "subject_access.answered", found, facts={"on": answered_on})
    return found


def standing(access: SubjectAccess) -> None:
    """Pass while it waits for its answer."""
    if access.answered_on:
        raise Refused("This was answered already, and stands as it was answered.")
