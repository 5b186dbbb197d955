"""Entries typed by hand, one after another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import time
from typing import Any

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q
from django.utils import timezone

from agencies.chronology.dates import read_date
from agencies.drafting import understand
from agencies.models import Entry, Hold, Request
from agencies.services.request import begun, writable
from reviews.services.events import record
from scr_portal.lib.records import Refused, locked

# What the review made of entries, and entries on hold: none of these is taken away, or put aside for another that would
# not be on hold.
WORKED_ON = (
    Q(marks__isnull=False)
    | Q(evidence_for__isnull=False)
    | Q(namings__decided_by__isnull=False)
    | Exists(Hold.objects.standing().filter(entry=OuterRef("pk")))
)


def clock(text: str | None) -> time | None:
    """A text such as 14:05 as a time of day."""
    return time.fromisoformat(text) if text else None


def last_sequence(request: Request) -> int:
    """The number of the entry that was written last in a return; 0 in an empty one."""
    return request.entries.aggregate(last=Max("sequence"))["last"] or 0


@transaction.atomic
def enter_by_hand(
    *, by: Any, request: Request, date_text: str, event: str, source: str = "", action: str = "", seen: str = ""
) -> Entry:
    """One entry typed by hand; its date is read as any other, and an impossible one is refused."""
    writable(by, request)
    understood = read_date(date_text, today=timezone.localdate())
    if any(problem.kind == "impossible" for problem in understood.problems):
        raise Refused(f"“{date_text}” is not a day that exists: check it.")
    held = locked(request)
    made = Entry.objects.create(
        request=held, review_id=held.review_id, agency_id=held.agency_id, sequence=last_sequence(held) + 1, date_text=date_text[:200],
        date_from=understood.date_from, date_to=understood.date_to, precision=understood.precision, certain=understood.certain,
        time=clock(understood.time), end_time=clock(understood.end_time), source=source, event=event, action=action, seen=seen,
        problems=[asdict(problem) for problem in understood.problems], recorded_by=by,
    )  # fmt: skip
    begun(held, by)
    record(by, "entry.entered", held, facts={"entry": made.pk})
    return made


@transaction.atomic
def correct(*, by: Any, entry: Entry, values: Mapping[str, str], why: str) -> Entry:
    """Put an entry right that is in the return: a new one takes its place, and the first stays as it was written.

    `values` are the cells of a line (`agencies.drafting.FIELDS`). Raises Refused for one that was replaced already, that the
    review works on, or that would say the same.
    """
    writable(by, entry.request)
    held = locked(entry.request)
    if Entry.objects.filter(replaces=entry).exists():
        raise Refused("This entry was replaced already: correct the one that stands in its place.")
    if Entry.objects.filter(WORKED_ON, pk=entry.pk).exists():
        raise Refused(
            "The review has marked this entry or rests findings on it, so it can no longer be corrected here."
        )
    found = understand(values, timezone.localdate())
    if found.wrong:
        raise Refused(" ".join(found.wrong))
    read = found.date
    texts = {name: values[name] for name in ("date_text", "source", "event", "action")}
    days = {name: getattr(read, name) for name in ("date_from", "date_to", "precision", "certain")}
    hours = {"time": clock(read.time), "end_time": clock(read.end_time)}
    said = {**texts, **days, **hours, "seen": values.get("seen", entry.seen)}
    if all(getattr(entry, name) == value for name, value in said.items()):
        raise Refused("Nothing here differs from the entry as it is.")
    made = Entry.objects.create(
        request=held, review_id=entry.review_id, agency_id=entry.agency_id, sequence=entry.sequence, sheet=entry.sheet,
        row=entry.row, sub=entry.sub, extra=entry.extra, replaces=entry, why_corrected=why, recorded_by=by,
        problems=[asdict(problem) for problem in read.problems], **said,
    )  # fmt: skip
    record(by, "entry.corrected", held, why=why, facts={"entry": made.pk, "replaces": entry.pk})
    return made


def corrections(entries: Any) -> list[int]:
    """The keys of what was typed in the place of `entries`, and in the place of that, the last first."""
    found: list[int] = []
    level = list(Entry.objects.filter(replaces__in=entries, upload=None).values_list("pk", flat=True))
    while level:
        found = [*level, *found]
        level = list(Entry.objects.filter(replaces__in=level, upload=None).values_list("pk", flat=True))
    return found


def versions(entry: Entry) -> list[Entry]:
    """An entry as it stands, and what it replaced, the latest first."""
    rows = Entry.objects.select_related("recorded_by", "upload")
    while later := rows.filter(replaces=entry).first():
        entry = later
    found = [entry]
    while found[-1].replaces_id is not None:
        found.append(rows.get(pk=found[-1].replaces_id))
    return found


@transaction.atomic
def remove_by_hand(*, by: Any, entry: Entry) -> Request:
    """Take out an entry that was typed by hand, while the return is open."""
    writable(by, entry.request)
    if entry.upload_id is not None:
        raise Refused("This entry came from a file: undo that import instead.")
    if Entry.objects.filter(replaces=entry).exists():
        raise Refused("This entry was replaced or corrected: undo that first.")
    if Entry.objects.filter(WORKED_ON, pk=entry.pk).exists():
        raise Refused(
            "The review has marked this entry, put it on hold or rests findings on it, so it can no longer be taken out."
        )
    request, key = entry.request, entry.pk
    entry.delete()
    record(by, "entry.removed", request, facts={"entry": key})
    return request
