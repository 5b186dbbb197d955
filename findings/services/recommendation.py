"""Recommendations, the board's response, agencies' actions, assurance and impact."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from findings.lifecycle import ACTION_LIFECYCLE, ActionStatus
from findings.models import Action, ActionUpdate, Finding, Impact, Recommendation, Response
from reviews.access import allowed, check
from reviews.models import Review
from reviews.services.events import record
from reviews.stages import Stage
from scr_portal.lib.records import Refused, changed

MANY = ("findings", "agencies")


def writable(by: Any, review: Review) -> None:
    """Pass while recommendations can change, or raise Refused with why not."""
    check(by, "recommendation.write", review)
    if review.stage not in {Stage.ANALYSIS, Stage.DRAFTING}:
        raise Refused(
            "Recommendations are written while findings are analysed and the report is drafted; this review is not there."
        )


def rests_on_something(findings: Sequence[Finding], review: Review) -> None:
    """Pass when there is at least one finding, and all of them are this review's."""
    if not findings:
        raise Refused("Choose at least one finding that this recommendation rests on.")
    if any(finding.review_id != review.pk for finding in findings):
        raise Refused("A recommendation rests on findings of its own review.")


@transaction.atomic
def add(*, by: Any, review: Review, values: dict[str, Any]) -> Recommendation:
    """Write a recommendation under the next number; `values` holds its findings and the agencies it addresses."""
    writable(by, review)
    rests_on_something(values["findings"], review)
    number = (review.recommendations.aggregate(last=Max("number"))["last"] or 0) + 1
    plain = {name: value for name, value in values.items() if name not in MANY}
    made = Recommendation.objects.create(review=review, number=number, written_by=by, **plain)
    for name in MANY:
        getattr(made, name).set(values[name])
    record(
        by,
        "recommendation.written",
        made,
        facts={"number": number, "findings": [finding.pk for finding in values["findings"]]},
    )
    return made


@transaction.atomic
def write(
    *, by: Any, recommendation: Recommendation, values: dict[str, Any], seen_version: int | None = None
) -> Recommendation:
    """Change a recommendation."""
    writable(by, recommendation.review)
    rests_on_something(values["findings"], recommendation.review)
    plain = {name: value for name, value in values.items() if name not in MANY}
    found, differing = changed(recommendation, plain, seen_version=seen_version)
    for name in MANY:
        getattr(found, name).set(values[name])
    record(by, "recommendation.changed", found, facts={"number": found.number, "fields": differing})
    return found


@transaction.atomic
def respond(*, by: Any, recommendation: Recommendation, answer: str, reason: str) -> Response:
    """The board's response; refusing one, whole or in part, wants the reason (Care Act 2014, Schedule 2, paragraph 4)."""
    check(by, "recommendation.respond", recommendation.review)
    if recommendation.review.stage not in {Stage.PUBLICATION, Stage.MONITORING}:
        raise Refused("The board responds once the report has been signed off.")
    if answer != Response.Answer.ACCEPTED and not reason.strip():
        raise Refused("Say why it is not accepted in full: the law asks for the reason.")
    values = {"answer": answer, "reason": reason, "responded_by": by, "responded_on": timezone.localdate()}
    found = Response.objects.filter(recommendation=recommendation).first()
    if found is None:
        found = Response.objects.create(recommendation=recommendation, **values)
    else:
        found, _ = changed(found, values)
    record(by, "recommendation.responded", recommendation, why=reason, facts={"answer": answer})
    return found


@transaction.atomic
def set_action(*, by: Any, recommendation: Recommendation, values: dict[str, Any]) -> Action:
    """Set an action for one agency, with an owner and a target."""
    check(by, "action.set", recommendation.review)
    response = getattr(recommendation, "response", None)
    if response is None or response.answer == Response.Answer.NOT_ACCEPTED:
        raise Refused("Actions follow once the board has accepted the recommendation, in full or in part.")
    owner, agency = values.get("owner"), values["agency"]
    if owner is not None and owner.agency_id != agency.pk:
        raise Refused("The owner has to work for the agency that acts.")
    number = (recommendation.actions.aggregate(last=Max("number"))["last"] or 0) + 1
    made = Action.objects.create(recommendation=recommendation, number=number, **values)
    record(by, "action.set", made, facts={"agency": made.agency_id, "target": made.target_on})
    return made


@transaction.atomic
def report_progress(
    *, by: Any, action: Action, note: str, rag: str = "", evidence: UploadedFile | None = None, done: bool = False
) -> Action:
    """Report progress, with a file where there is one; with `done`, report the action as done."""
    found = ACTION_LIFECYCLE.advance(action, "progress", by=by)
    kept: dict[str, Any] = {}
    if evidence is not None:
        digest = hashlib.sha256(b"".join(evidence.chunks())).hexdigest()
        name = (evidence.name or "evidence")[:200]
        evidence.name = digest
        kept = {"evidence": evidence, "evidence_name": name, "evidence_sha256": digest}
    ActionUpdate.objects.create(action=found, note=note, rag=rag, written_by=by, **kept)
    if rag:
        found.rag = rag
        found.save()
    if done:
        found = ACTION_LIFECYCLE.advance(found, "claim_done", by=by)
    record(
        by,
        "action.reported_done" if done else "action.progressed",
        found,
        facts={"rag": rag, "evidence": kept.get("evidence_sha256", "")},
    )
    return found


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
def evidence_read(*, by: Any, update: ActionUpdate) -> ActionUpdate:
    """Keep on record that a file of evidence was downloaded."""
    if not allowed(by, "finding.see", update.action.review):
        check(by, "plan.see", update.action)
    record(by, "action.evidence_downloaded", update.action, facts={"update": update.pk})
    return update
