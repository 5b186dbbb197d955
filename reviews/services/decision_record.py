"""Signing the record of a decision, and giving it out."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from reviews.access import check
from reviews.decision_content import content_of
from reviews.models import Decision, DecisionRecord, Disclosure
from reviews.models.record import digest
from reviews.services.disclosure import taken
from reviews.services.events import record
from scr_portal.lib.records import Refused, locked


@transaction.atomic
def sign(*, by: Any, decision: Decision, why: str = "", correction: str = "", seen: str = "") -> DecisionRecord:
    """Freeze the record of a decision as it stands now; a later version says what is corrected and why.

    `seen`: the checksum of what the signer read. Raises Refused before the decision was made, for a later version without
    a reason, and where the record is no longer what was read.
    """
    check(by, "review.decide", decision.review)
    found = locked(decision)
    if not found.made or not found.outcome or found.outcome == "withdrawn":
        raise Refused("There is no decision yet, so there is nothing to sign.")
    earlier = found.records.count()
    if earlier and not (why and correction):
        raise Refused("This record is signed already: say what the new version corrects or adds, and why.")
    if seen and seen != digest(shown(found, by)):
        raise Refused("This record has changed since you opened it: read it again below, then sign.")
    corrections = [
        (each.number, each.correction, each.why) for each in found.records.order_by("number") if each.correction
    ]
    if correction:
        corrections.append((earlier + 1, correction, why))
    moment = timezone.now()
    content = content_of(found, corrections, number=earlier + 1, signed=f"{by}", on=timezone.localdate())
    made = DecisionRecord.objects.create(
        decision=found, number=earlier + 1, content=content, sha256=digest(content), why=why, correction=correction,
        signed_by=by, signed_at=moment,
    )  # fmt: skip
    record(by, "decision_record.signed", made, why=why, facts={"number": made.number, "sha256": made.sha256})
    return made


def shown(decision: Decision, by: Any) -> dict[str, Any]:
    """What somebody reads who is about to sign: the record as it would stand, before a correction is written."""
    return content_of(decision, (), number=decision.records.count() + 1, signed=f"{by}", on=timezone.localdate())


@transaction.atomic
def downloaded(*, by: Any, signed: DecisionRecord, kind: str) -> None:
    """Keep on record that a signed record left the portal as a file."""
    check(by, "review.see", signed.review)
    what = f"Decision record, version {signed.number}"
    taken(by, signed.review, Disclosure.Kind.DECISION, what=what, sha256=signed.sha256)
    record(by, "decision_record.downloaded", signed, facts={"format": kind, "sha256": signed.sha256})
