"""Reading an action plan that was handed in: off the request, once, whoever asks for it and however often."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from agencies.models import Agency
from findings.models import PlanFile
from findings.plan import Parsed, PlanRefused, parse
from findings.plan_lifecycle import PLAN_FILE_LIFECYCLE, PlanFileStatus
from findings.plan_matching import DAYS
from findings.services.plan_file import writable
from reviews.services.events import record
from scr_portal.lib.columns import chosen, proposed
from scr_portal.lib.later import later
from scr_portal.lib.records import Refused, as_seen, locked
from scr_portal.lib.sealed_files import laid_out


def read_kept(*, by: Any, plan: PlanFile) -> PlanFile:
    """Read a file that was kept, and say on it what came of that. Raises MoveRefused where somebody read it before."""
    try:
        found = read_as_asked(plan, {})
        columns = remembered(plan, found)
        if columns:
            found = read_as_asked(plan, columns)
    except PlanRefused as refusal:
        return turn_away(by=by, plan=plan, refusal=refusal)
    return accept(by=by, plan=plan, parsed=found, columns=columns)


@transaction.atomic
def accept(*, by: Any, plan: PlanFile, parsed: dict[str, Any], columns: dict[str, str]) -> PlanFile:
    """Keep what was read, to be looked at."""
    found = PLAN_FILE_LIFECYCLE.advance(plan, "read", by=by)
    found.parsed, found.columns = parsed, columns
    found.save()
    record(by, "plan_file.read", found.review, facts={"file": found.pk, "rows": len(parsed["rows"]), "passed_over": len(parsed["skipped"])})  # fmt: skip
    return found


@transaction.atomic
def turn_away(*, by: Any, plan: PlanFile, refusal: PlanRefused) -> PlanFile:
    """Keep the reader's sentence about a file that is refused whole; the file itself is not kept."""
    found = PLAN_FILE_LIFECYCLE.advance(plan, "refuse", by=by)
    kept = found.file.name
    found.refusal, found.file = refusal.message, ""
    found.save()
    transaction.on_commit(partial(found.file.storage.delete, kept))
    record(by, "plan_file.refused", found.review, facts={"file": found.pk, "sha256": found.sha256, "kind": refusal.kind})  # fmt: skip
    return found


@transaction.atomic
def read_again(*, by: Any, plan: PlanFile) -> PlanFile:
    """Begin again with a file whose reading stopped half way. Raises Refused while it is read, and once it was."""
    writable(by, plan.review)
    found = locked(plan)
    if not found.stopped:
        raise Refused(f"This file is at “{found.get_status_display()}”, so it need not be read again.")
    found.reading_since = timezone.now()
    found.save()
    record(by, "plan_file.begun_again", found.review, facts={"file": found.pk})
    later("findings.tasks.read_plan", found.pk, by.pk)
    return found


@transaction.atomic
def map_columns(*, by: Any, plan: PlanFile, columns: dict[str, str], seen: str | None = None) -> PlanFile:
    """Read the file again with other columns; what was done to rows that still say the same stays.

    Raises Stale where somebody else chose other columns since a form with the stamp `seen` was opened.
    """
    writable(by, plan.review)
    found = in_preview(plan)
    as_seen(chosen(found.parsed, found.columns), seen)
    try:
        found.parsed = carried(found.parsed, read_as_asked(found, columns))
    except PlanRefused as refusal:
        raise Refused(refusal.message) from None
    found.columns = columns
    found.save()
    record(by, "plan_file.columns_mapped", found.review, facts={"file": found.pk, "rows": len(found.parsed["rows"])})
    return found


@transaction.atomic
def answer(*, by: Any, plan: PlanFile, answers: dict[str, Any], seen: str | None = None) -> PlanFile:
    """Keep what was answered about names, recommendations and days, once for all rows that ask the same.

    Raises Stale where somebody else answered since a form with the stamp `seen` was opened.
    """
    writable(by, plan.review)
    found = in_preview(plan)
    as_seen(found.answers, seen)
    for name in ("agencies", "recommendations"):
        found.answers[name] = {**found.answers.get(name, {}), **answers.get(name, {})}
    found.answers |= {name: answers[name] for name in ("agreed_on", "review_on") if answers.get(name)}
    found.save()
    record(by, "plan_file.answered", found.review, facts={"file": found.pk, **answers})
    return found


def in_preview(plan: PlanFile) -> PlanFile:
    """The file, locked, while it waits to be checked. Raises Refused once it was imported or put aside."""
    found = locked(plan)
    if found.status != PlanFileStatus.PREVIEW:
        raise Refused("This file was imported or put aside, so it stays as it is.")
    found.version += 1
    return found


def read_as_asked(plan: PlanFile, columns: Mapping[str, str]) -> dict[str, Any]:
    """What a kept file says with the given columns, as JSON holds it. Raises PlanRefused."""
    with laid_out(plan.file) as path:
        return stored(parse(path, columns=columns, known=names(plan), today=timezone.localdate()))


def names(plan: PlanFile) -> set[str]:
    """The names of the board's agencies, long and short: no cell is cut inside one."""
    found = Agency.objects.filter(board=plan.review.board_id, active=True).values_list("name", "short_name")
    return {name for pair in found for name in pair if name}


def stored(parsed: Parsed) -> dict[str, Any]:
    """What was read, as JSON holds it: days as ISO text."""
    found = asdict(parsed)
    for row in found["rows"]:
        row.update({name: row[name].isoformat() for name in DAYS if row[name]})
    return found


def carried(before: Mapping[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """What was read anew, with what was done to the rows that still say the same."""
    done = {place(row): row for row in before["rows"] if row.get("fix") or row.get("left_out")}
    for row in after["rows"] if done else ():
        old = done.get(place(row))
        if old and (old["recommendation"], old["action"]) == (row["recommendation"], row["action"]):
            row.update({name: old[name] for name in ("fix", "left_out") if old.get(name)})
    return after


def place(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """Where a row stands in its file."""
    return row["sheet"], row["row"], row["sub"]


def remembered(plan: PlanFile, parsed: Mapping[str, Any]) -> dict[str, str]:
    """The columns as this board confirmed them for the same headings last time; empty when it never did."""
    wanted = proposed(parsed).keys()
    earlier = PlanFile.objects.filter(review__board=plan.review.board_id, status=PlanFileStatus.IMPORTED)
    kept = earlier.exclude(columns={})[:20]
    return next((dict(each.columns) for each in kept if proposed(each.parsed).keys() == wanted), {})
