"""An action plan's way in: upload, import, undo. All or nothing; the file itself is kept as it came."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max, ProtectedError
from django.utils import timezone
from kombu.exceptions import OperationalError

from agencies.services.upload import UNREAD, checksum
from findings import tasks
from findings.lifecycle import ACTION_LIFECYCLE
from findings.models import Action, PlanFile, PlanLine, Recommendation
from findings.models.recommendation import ANSWERABLE
from findings.plan.states import DONE
from findings.plan_lifecycle import PLAN_FILE_LIFECYCLE
from findings.plan_lines import WRITTEN
from findings.plan_matching import DAYS, NEW, Meant, Settled, Settling, tally
from reviews.access import check
from reviews.models import Review
from reviews.services.events import record
from scr_portal.lib.records import Refused, locked

REPORTED = "Something was reported or changed on what this file brought in, so it can no longer be undone as a whole."


def writable(by: Any, review: Review) -> None:
    """Pass while actions can be set in a review, or raise Refused with why not."""
    check(by, "action.set", review)
    if review.stage not in ANSWERABLE:
        raise Refused("An action plan is imported once the report has been signed off, until the review is closed.")


def receive(*, by: Any, review: Review, file: UploadedFile) -> PlanFile:
    """Keep an uploaded file and have it read off the request; it then says what came of that.

    Raises Refused for a file that is empty or too large. A refusal is an event too: who tried to hand in what, and why.
    """
    writable(by, review)
    digest = checksum(file)
    kind = "empty" if not file.size else "too-big" if file.size > settings.UPLOAD_LIMIT else ""
    if kind:
        refuse(by=by, review=review, digest=digest, kind=kind)
        raise Refused(UNREAD[kind])
    name = Path(file.name or "action plan").name[:200]
    plan = PlanFile(review=review, filename=name, sha256=digest, size=file.size or 0, uploaded_by=by)
    plan.file.save(digest, file, save=False)
    kept = keep(by=by, plan=plan)
    # The file is kept: where nobody can be found to read it, its page says so after a while, and offers to try again.
    with suppress(OperationalError):
        tasks.read_plan.delay(kept.pk, by.pk)
    return PlanFile.objects.defer("parsed").get(pk=kept.pk)


@transaction.atomic
def keep(*, by: Any, plan: PlanFile) -> PlanFile:
    """Save a file that is going to be read."""
    check(by, "action.set", plan.review)
    plan.reading_since = timezone.now()
    plan.save()
    record(by, "plan_file.received", plan.review, facts={"file": plan.pk, "sha256": plan.sha256})
    return plan


@transaction.atomic
def refuse(*, by: Any, review: Review, digest: str, kind: str) -> None:
    """Keep on record that a file was turned away."""
    check(by, "action.set", review)
    record(by, "plan_file.refused", review, facts={"sha256": digest, "kind": kind})


@transaction.atomic
def confirm(*, by: Any, plan: PlanFile) -> PlanFile:
    """Import every row that is new, all or none; a second person who confirms at the same time is told so.

    What the file says to be done comes in as reported done: the board assures it here.
    """
    writable(by, plan.review)
    found = PLAN_FILE_LIFECYCLE.advance(plan, "confirm", by=by)
    locked(found.review)
    settling = Settling(found)
    settled = settling.settle()
    if settling.questions.open:
        raise Refused("Answer first what is asked about this file.")
    coming = [each for each in settled if each.fate == NEW]
    if not coming:
        raise Refused("Nothing of this file is new: every row is here already, is refused or is left out.")
    kept = {each.number: each for each in (recommended(found, one, by) for one in used(coming))}
    lines = [line for each in coming if each.meant for line in take_in(found, each, kept[each.meant.number], by)]
    facts = {"file": found.pk, "actions": sum(line.action_id is not None for line in lines), **tally(settled, found.parsed["rows"])}  # fmt: skip
    record(by, "plan_file.imported", found.review, facts=facts)
    return found


def used(coming: Iterable[Settled]) -> list[Meant]:
    """The recommendations that rows mean, each once and in their order."""
    return sorted({each.meant.number: each.meant for each in coming if each.meant}.values(), key=lambda one: one.number)


def recommended(plan: PlanFile, meant: Meant, by: Any) -> Recommendation:
    """The recommendation that rows mean: the review's own, or a new one. It rests on no finding yet, which stands in sight
    until somebody says on which."""
    if meant.found is not None:
        return meant.found
    scope = meant.scope or (Recommendation.Scope.SINGLE if len(meant.agencies) == 1 else Recommendation.Scope.MULTI)
    made = Recommendation.objects.create(
        review=plan.review, number=meant.number, text=meant.text, scope=scope, measure=meant.measure, written_by=by
    )
    made.agencies.set(meant.agencies.values())
    return made


def take_in(plan: PlanFile, each: Settled, recommendation: Recommendation, by: Any) -> list[PlanLine]:
    """The actions of one row, one for each agency, with the words of the row beside them."""
    fresh = each.meant is not None and each.meant.found is None and not recommendation.plan_lines.exists()
    written = {name: getattr(each.row, name) for name in WRITTEN}
    written |= {name: value.isoformat() for name, value in written.items() if name in DAYS and value}
    place = {"sheet": (each.row.sheet or "")[:120], "row": each.row.row, "sub": each.row.sub}
    if not each.row.action:
        return [PlanLine.objects.create(plan=plan, recommendation=recommendation, new=fresh, written=written, **place)]
    assert each.due_on is not None
    lines: list[PlanLine] = []
    for agency in each.agencies:
        row, begun = each.row, each.row.declared == "in_progress"
        action = Action.objects.create(
            recommendation=recommendation, agency=agency, number=free_number(recommendation, row.number), text=row.action,
            lead_person=row.lead[:160], sponsor=row.sponsor[:160], start_on=row.start_on, target_on=each.due_on, rag=row.rag,
            done_on=row.completed_on if row.declared in DONE else None,
        )  # fmt: skip
        version = 2 if begun or row.declared in DONE else 1
        line = PlanLine.objects.create(
            plan=plan, recommendation=recommendation, action=action, new=fresh and not lines, version=version, written=written, **place
        )  # fmt: skip
        if version > 1:
            ACTION_LIFECYCLE.advance(action, "take_over_begun" if begun else "take_over_done", by=by)
        lines.append(line)
    return lines


def free_number(recommendation: Recommendation, written: str) -> int:
    """The number that a row gives to its action where it is free, or else the next."""
    first, _, last = written.partition(".")
    wanted = int(last) if first == str(recommendation.number) and last.isdigit() else 0
    if wanted and not recommendation.actions.filter(number=wanted).exists():
        return wanted
    return int(recommendation.actions.aggregate(last=Max("number"))["last"] or 0) + 1


@transaction.atomic
def discard(*, by: Any, plan: PlanFile) -> PlanFile:
    """Put a file aside that was not imported."""
    writable(by, plan.review)
    found = PLAN_FILE_LIFECYCLE.advance(plan, "discard", by=by)
    record(by, "plan_file.discarded", found.review, facts={"file": found.pk})
    return found


@transaction.atomic
def undo(*, by: Any, plan: PlanFile) -> PlanFile:
    """Undo an import in one step while nobody has reported or changed anything on it; the file stays."""
    writable(by, plan.review)
    found = PLAN_FILE_LIFECYCLE.advance(plan, "undo", by=by)
    lines = [*found.lines.select_related("action", "recommendation")]
    if any(line.action is not None and line.action.version != line.version for line in lines):
        raise Refused(REPORTED)
    try:
        for line in lines:
            line.delete()
        for line in lines:
            if line.action is not None:
                line.action.delete()
        for line in lines:
            if line.new:
                line.recommendation.delete()
    except ProtectedError:
        raise Refused(REPORTED) from None
    facts = {"file": found.pk, "actions": sum(line.action is not None for line in lines), "recommendations": sum(line.new for line in lines)}  # fmt: skip
    record(by, "plan_file.undone", found.review, facts=facts)
    return found


@transaction.atomic
def downloaded(*, by: Any, plan: PlanFile) -> PlanFile:
    """Keep on record that a file was downloaded."""
    check(by, "action.set", plan.review)
    record(by, "plan_file.downloaded", plan.review, facts={"file": plan.pk, "sha256": plan.sha256})
    return plan
