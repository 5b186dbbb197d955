"""Agencies' actions: set, reported on, assured, opened again, and what difference they made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from agencies.services.upload import checksum
from findings.lifecycle import ACTION_LIFECYCLE, ActionStatus
from findings.models import Action, ActionUpdate, EvidenceFile, Impact, Recommendation, Response
from reviews.access import allowed, check
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed


@transaction.atomic
def set_action(*, by: Any, recommendation: Recommendation, values: dict[str, Any]) -> Action:
    """Set an action for one agency, with an owner and a target."""
    check(by, "action.set", recommendation.review)
    response = getattr(recommendation, "response", None)
    if response is None or response.answer == Response.Answer.NOT_ACCEPTED:
        raise Refused("Actions follow once the board has accepted the recommendation, in full or in part.")
    works_there(values.get("owner"), values["agency"])
    number = (recommendation.actions.aggregate(last=Max("number"))["last"] or 0) + 1
    made = Action.objects.create(recommendation=recommendation, number=number, **values)
    record(by, "action.set", made, facts={"agency": made.agency_id, "target": made.target_on})
    return made


def works_there(owner: Any, agency: Any) -> None:
    """Pass when the owner is one of the agency's own people, or nobody is named yet."""
    if owner is not None and owner.agency_id != agency.pk:
        raise Refused("The owner has to work for the agency that acts.")


@transaction.atomic
def report_progress(
    *, by: Any, action: Action, note: str, rag: str = "", evidence: Sequence[UploadedFile] = (), done: bool = False
) -> Action:
    """Report progress, with files where there are some; with `done`, report the action as done."""
    found = ACTION_LIFECYCLE.advance(action, "progress", by=by)
    update = ActionUpdate.objects.create(action=found, note=note, rag=rag, written_by=by)
    kept = [keep(update, file).sha256 for file in evidence]
    found, _ = changed(found, {"rag": rag or found.rag, "last_word_on": timezone.localdate()})
    if done:
        found = ACTION_LIFECYCLE.advance(found, "claim_done", by=by)
    facts = {"rag": rag, "evidence": kept}
    record(by, "action.reported_done" if done else "action.progressed", found, facts=facts)
    return found


def keep(update: ActionUpdate, file: UploadedFile) -> EvidenceFile:
    """Keep one file of evidence under its digest, with the name that it came with beside it."""
    digest, name = checksum(file), Path(file.name or "evidence").name[:200]
    made = EvidenceFile(update=update, name=name, sha256=digest)
    made.file.save(digest, file, save=False)
    made.save()
    return made


@transaction.atomic
def assure(*, by: Any, action: Action, note: str) -> Action:
    """The board is satisfied that it was done. Whoever owns the action cannot assure it."""
    if action.owner_id == by.pk:
        raise Refused("Somebody other than its owner has to assure an action.")
    found = ACTION_LIFECYCLE.advance(action, "assure", by=by)
    found, _ = changed(found, {"assured_by": by, "assured_on": timezone.localdate(), "assurance_note": note})
    record(by, "action.assured", found, why=note)
    return found


@transaction.atomic
def reopen(*, by: Any, action: Action, why: str) -> Action:
    """Open an action again."""
    found = ACTION_LIFECYCLE.advance(action, "reopen", by=by)
    found, _ = changed(found, {"assured_by": None, "assured_on": None})
    record(by, "action.reopened", found, why=why)
    return found


@transaction.atomic
def record_impact(*, by: Any, action: Action, values: dict[str, Any]) -> Impact:
    """Record what difference an assured action made; one that shows a difference closes it."""
    check(by, "impact.record", action.review)
    if action.status not in {ActionStatus.ASSURED, ActionStatus.CLOSED}:
        raise Refused("Impact is recorded once the action has been assured.")
    made = Impact.objects.create(action=action, recorded_by=by, **values)
    if made.shown != Impact.Shown.NO and action.status == ActionStatus.ASSURED:
        ACTION_LIFECYCLE.advance(action, "close", by=by)
    record(by, "impact.recorded", action, facts={"shown": made.shown, "tested_on": made.tested_on})
    return made


@transaction.atomic
def evidence_read(*, by: Any, file: EvidenceFile) -> EvidenceFile:
    """Keep on record that a file of evidence was downloaded."""
    if not allowed(by, "finding.see", file.action.review):
        check(by, "plan.see", file.action)
    record(by, "action.evidence_downloaded", file.action, facts={"file": file.pk, "sha256": file.sha256})
    return file
