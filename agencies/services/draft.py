"""Lines typed by hand: each kept as it is left, all of them made entries in one step, and that step undone as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from agencies.drafting import FIELDS, cells_of, understand
from agencies.models import Draft, Entry, Request
from agencies.services.entry import WORKED_ON, clock, last_sequence
from agencies.services.request import begun, writable
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed, locked

# More lines than anybody types: who has more of them has them in a file.
MOST = 500


@transaction.atomic
def write(*, by: Any, request: Request, lines: Sequence[tuple[UUID, Mapping[str, str]]]) -> list[Draft]:
    """Keep lines as they were typed, right or wrong: known ones (by their key) are changed, and go where they were emptied.

    Gives those that stand. Raises Refused where there would be too many, or a line has become an entry meanwhile.
    """
    writable(by, request)
    held = locked(request)
    if held.nil_return:
        raise Refused("This is a nil return: take that back before you type entries.")
    known = {draft.key: draft for draft in held.drafts.all()}
    made = [put(held, known, key, {name: line[name] for name in FIELDS}, by) for key, line in lines]
    if held.drafts.filter(batch=None).count() > MOST:
        raise Refused(f"More than {MOST} lines are better handed in as a file.")
    if touched := [draft for draft, differs in made if differs]:
        record(by, "draft.written", held, facts={"lines": [draft.order for draft in touched if draft]})
    return [draft for draft, _ in made if draft and draft.pk]


def put(
    request: Request, known: dict[UUID, Draft], key: UUID, values: dict[str, str], by: Any
) -> tuple[Draft | None, bool]:
    """One line as it stands after this, where it stands, and whether anything of it is different."""
    draft = known.get(key)
    if draft is None:
        if not any(values.values()):
            return None, False
        last = max((each.order for each in known.values()), default=0)
        known[key] = Draft.objects.create(request=request, key=key, order=last + 1, written_by=by, **values)
        return known[key], True
    if draft.batch is not None and values != cells_of(draft):
        raise Refused("This line is an entry of the return already: correct the entry.")
    if draft.batch is None and not any(values.values()):
        draft.delete()
        return draft, True
    found, differing = changed(draft, values)
    return found, bool(differing)


def numbered(lines: Sequence[Mapping[str, str]]) -> list[tuple[UUID, Mapping[str, str]]]:
    """Lines that no page has sent before, each with a key of its own."""
    return [(uuid4(), line) for line in lines]


@transaction.atomic
def confirm(*, by: Any, request: Request) -> int:
    """Make entries of all lines that wait, or of none; gives how many. Raises Refused with what is wrong in which line."""
    writable(by, request)
    held = locked(request)
    waiting = [*held.drafts.select_for_update().filter(batch=None)]
    if not waiting:
        raise Refused("There is no line here to make an entry of.")
    read = [(draft, understand(cells_of(draft), timezone.localdate())) for draft in waiting]
    if wrong := [f"Line {number}: {found.wrong[0]}" for number, (_, found) in enumerate(read, start=1) if found.wrong]:
        raise Refused(" ".join(wrong[:3]))
    batch = (held.drafts.aggregate(last=Max("batch"))["last"] or 0) + 1
    last = last_sequence(held)
    for number, (draft, found) in enumerate(read, start=1):
        made = Entry.objects.create(
            request=held, review_id=held.review_id, agency_id=held.agency_id, sequence=last + number,
            date_text=draft.date_text, date_from=found.date.date_from, date_to=found.date.date_to,
            precision=found.date.precision, certain=found.date.certain, time=clock(found.date.time),
            end_time=clock(found.date.end_time), source=draft.source, event=draft.event, action=draft.action, seen=draft.seen,
            problems=[asdict(problem) for problem in found.date.problems], recorded_by=by,
        )  # fmt: skip
        changed(draft, {"entry": made, "batch": batch})
    begun(held, by)
    record(by, "draft.confirmed", held, facts={"entries": len(read), "batch": batch})
    return len(read)


@transaction.atomic
def undo(*, by: Any, request: Request) -> int:
    """Undo the last step that made entries of lines; they are lines again. Gives how many entries that took out."""
    writable(by, request)
    held = locked(request)
    batch = held.drafts.filter(entry__isnull=False).aggregate(last=Max("batch"))["last"]
    drafts = [*held.drafts.filter(batch=batch, entry__isnull=False)] if batch else []
    if not drafts:
        raise Refused("There is no step to undo: no line was made an entry.")
    entries = Entry.objects.filter(draft__in=drafts)
    if entries.filter(WORKED_ON).exists():
        raise Refused(
            "The review has marked one of these entries or rests a finding on it, so they can no longer be undone."
        )
    if entries.filter(replaced_by__isnull=False).exists():
        raise Refused("One of these entries was replaced or corrected: undo that first.")
    keys = [draft.entry_id for draft in drafts if draft.entry_id]
    for draft in drafts:
        changed(draft, {"entry": None, "batch": None})
    Entry.objects.filter(pk__in=keys).delete()
    record(by, "draft.undone", held, facts={"entries": len(keys), "batch": batch})
    return len(keys)
