"""Agencies' actions: set, changed, reported on, assured, opened again, and what difference they made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from agencies.services.upload import checksum
from findings.lifecycle import ACTION_LIFECYCLE, ActionStatus
from findings.models import (
    Action,
    ActionUpdate,
    CriticalFriendComment,
    EvidenceFile,
    Impact,
    Recommendation,
    Response,
    TargetRevision,
)
from findings.services.action_reminder import KIND, about, handed_to_owner
from reviews.access import allowed, check, roles_on
from reviews.policy import rule
from reviews.services import message
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed, locked


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
    handed_to_owner(made, but=by)
    return made


@transaction.atomic
def edit(*, by: Any, action: Action, values: dict[str, Any], seen_version: int | None = None) -> Action:
    """Change who answers for an action and when it starts; what is to be done is the board's to change."""
    check(by, "action.update", action)
    if values.get("text", action.text) != action.text:
        check(by, "action.set", action.review)
    works_there(values.get("owner"), action.agency)
    found, differing = changed(action, values, seen_version=seen_version)
    if differing:
        record(by, "action.changed", found, facts={"fields": differing})
    if "owner" in differing:
        handed_to_owner(found, but=by)
    return found


@transaction.atomic
def move_target(*, by: Any, action: Action, to_on: date, reason: str) -> Action:
    """Set another target, with the reason; the earlier ones stay on record, and its reminders begin anew."""
    check(by, "action.set", action.review)
    found = locked(action)
    if found.status not in ActionStatus.unfinished():
        raise Refused("This action has been reported done: reopen it first if it needs another target.")
    if to_on == found.target_on:
        raise Refused("That is its target already: choose another day.")
    TargetRevision.objects.create(action=found, from_on=found.target_on, to_on=to_on, reason=reason, revised_by=by)
    facts = {"from": found.target_on, "to": to_on}
    found, _ = changed(found, {"target_on": to_on})
    message.call_off(about=about(found), kind=KIND)
    record(by, "action.target_moved", found, why=reason, facts=facts)
    return found


@transaction.atomic
def comment(*, by: Any, action: Action, text: str) -> CriticalFriendComment:
    """Ask or say something as a critical friend: somebody who does not work for the agency that acts."""
    check(by, "action.comment", action)
    if action.belongs_to(by):
        raise Refused("A critical friend does not work for the agency that acts: report progress instead.")
    made = CriticalFriendComment.objects.create(action=action, text=text, written_by=by)
    record(by, "action.commented", action, facts={"comment": made.pk})
    return made


def works_there(owner: Any, agency: Any) -> None:
    """Pass when the owner is one of the agency's own people and may report on actions, or nobody is named yet."""
    if owner is not None and owner.agency_id != agency.pk:
        raise Refused("The owner has to work for the agency that acts.")
    if owner is not None and not roles_on(owner, agency.board_id) & rule("action.update").own:
        raise Refused("The owner needs the role of action owner or agency lead, to be able to report on it.")


@transaction.atomic
def report_progress(
    *, by: Any, action: Action, note: str, rag: str = "", evidence: Sequence[UploadedFile] = (), done: bool = False,
    done_on: date | None = None,
) -> Action:  # fmt: skip
    """Report progress, with files where there are some; with `done`, that it was done, on `done_on` or else today."""
    found = ACTION_LIFECYCLE.advance(action, "progress", by=by)
    update = ActionUpdate.objects.create(action=found, note=note, rag=rag, written_by=by)
    kept, today = [keep(update, file).sha256 for file in evidence], timezone.localdate()
    values: dict[str, Any] = {"rag": rag or found.rag, "last_word_on": today}
    if done:
        values["done_on"] = done_on or today
    found, _ = changed(found, values)
    if done:
        found = ACTION_LIFECYCLE.advance(found, "claim_done", by=by)
        message.call_off(about=about(found), kind=KIND)
    facts = {"rag": rag, "evidence": kept, "done_on": found.done_on}
    record(by, "action.reported_done" if done else "action.progressed", found, facts=facts)
    return found


def keep(update: ActionUpdate, file: UploadedFile) -> EvidenceFile:
    """Keep one file of evidence under its digest, with the name that it came with beside it."""
    digest, name = checksum(file), Path(file.name or "evidence").name[:200]
    made = EvidenceFile(update=update, name=name, sha256=digest)
    made.file.save(digest, file, save=False)
    made.save()
    return made


def independent(by: Any, action: Action) -> None:
    """Pass when somebody may assure an action: not its owner, not of the agency that acts, not who reported it done."""
    if action.owner_id == by.pk:
        raise Refused("Somebody other than its owner has to assure an action.")
    if action.belongs_to(by):
        raise Refused("Somebody who does not work for the agency that acts has to assure an action.")
    last = action.updates.first()
    if last is not None and last.written_by_id == by.pk:
        raise Refused("You reported this action done: somebody else has to assure it.")


@transaction.atomic
def assure(*, by: Any, action: Action, note: str, retest_on: date | None = None) -> Action:
    """The board is satisfied that it was done; its impact is to be tested on `retest_on`."""
    found = ACTION_LIFECYCLE.advance(action, "assure", by=by)
    independent(by, found)
    values = {"assured_by": by, "assured_on": timezone.localdate(), "assurance_note": note, "retest_on": retest_on}
    found, _ = changed(found, values)
    record(by, "action.assured", found, why=note, facts={"retest_on": retest_on})
    return found


@transaction.atomic
def reopen(*, by: Any, action: Action, why: str) -> Action:
    """Open an action again: it waits for its agency as before, and its reminders go on."""
    found = ACTION_LIFECYCLE.advance(action, "reopen", by=by)
    values = {"assured_by": None, "assured_on": None, "assurance_note": "", "done_on": None, "retest_on": None}
    found, _ = changed(found, {**values, "last_word_on": timezone.localdate()})
    record(by, "action.reopened", found, why=why)
    return found


@transaction.atomic
def record_impact(*, by: Any, action: Action, values: dict[str, Any], retest_on: date | None = None) -> Impact:
    """Record what difference an assured action made, and when to test again.

    A result that shows a difference closes the action; a later test that shows none takes that back.
    """
    check(by, "impact.record", action.review)
    found = locked(action)
    if found.status not in {ActionStatus.ASSURED, ActionStatus.CLOSED}:
        raise Refused("Impact is recorded once the action has been assured.")
    made = Impact.objects.create(action=found, recorded_by=by, **values)
    found, _ = changed(found, {"retest_on": retest_on})
    if made.shown != Impact.Shown.NO and found.status == ActionStatus.ASSURED:
        ACTION_LIFECYCLE.advance(found, "close", by=by)
    if made.shown == Impact.Shown.NO and found.status == ActionStatus.CLOSED:
        ACTION_LIFECYCLE.advance(found, "unclose", by=by)
    facts = {"shown": made.shown, "tested_on": made.tested_on, "retest_on": retest_on}
    record(by, "impact.recorded", found, facts=facts)
    return made


@transaction.atomic
def evidence_read(*, by: Any, file: EvidenceFile) -> EvidenceFile:
    """Keep on record that a file of evidence was downloaded."""
    if not allowed(by, "finding.see", file.action.review):
        check(by, "plan.see", file.action)
    record(by, "action.evidence_downloaded", file.action, facts={"file": file.pk, "sha256": file.sha256})
    return file
