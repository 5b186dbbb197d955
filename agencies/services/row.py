"""What an agency does to one row of a file before it is imported: puts it right, leaves it out, puts it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.utils import timezone

from agencies.chronology.dates import read_date
from agencies.chronology.times import read_time
from agencies.lifecycle import UploadStatus
from agencies.models import Upload
from agencies.services.request import writable
from reviews.services.events import record
from scr_portal.lib.records import Refused, as_seen, locked

PLACE = ("sheet", "row", "sub")


def changeable(upload: Upload, index: int) -> tuple[Upload, dict[str, Any]]:
    """The upload, locked, and the row of it that is to be changed. Raises Refused once the file was imported."""
    found = locked(upload)
    if found.status != UploadStatus.PREVIEW or not 0 <= index < len(found.parsed["rows"]):
        raise Refused("This row can no longer be changed here.")
    found.version += 1
    return found, found.parsed["rows"][index]


def where(upload: Upload, row: Mapping[str, Any]) -> dict[str, Any]:
    """Which row of which file, for the record."""
    return {"upload": upload.pk, "sheet": row["sheet"], "row": row["row"]}


def as_it_stands(row: Mapping[str, Any]) -> dict[str, Any]:
    """What a row says now, with what was put right in it; where it stands in its file; and why it is left out."""
    said = {**row, **(row.get("fix") or {})}
    return {name: said.get(name) for name in ("date_text", "time", "event", "source", "action", *PLACE, "left_out")}


@transaction.atomic
def fix(
    *, by: Any, upload: Upload, index: int, date_text: str, event: str, time: str = "", source: str | None = None,
    action: str | None = None, seen: str | None = None,
) -> Upload:  # fmt: skip
    """Put a row right; the agency's first words stay beside it. Raises Refused without words, with a day that does not exist or a time that is none.

    `source` and `action` stay as the file has them where they are not given. Raises Stale where somebody else changed the
    row, or had the file read anew, since a form with the stamp `seen` was opened.
    """
    writable(by, upload.request)
    found, row = changeable(upload, index)
    as_seen(as_it_stands(row), seen)
    if not event.strip():
        raise Refused("An entry needs words that say what happened.")
    understood, clock = read_date(date_text, today=timezone.localdate()), read_time(time, time)
    if not clock.understood:
        raise Refused(f"“{time}” is not plainly a time of day: write it as in 14:15.")
    kinds = {problem.kind for problem in understood.problems}
    if "impossible" in kinds:
        raise Refused(f"“{date_text}” is not a day that exists: check it and write the day that is meant.")
    row["fix"] = {
        "date_text": date_text,
        "event": event,
        "source": row["source"] if source is None else source,
        "action": row["action"] if action is None else action,
        "date_from": understood.date_from.isoformat() if understood.date_from else None,
        "date_to": understood.date_to.isoformat() if understood.date_to else None,
        "precision": understood.precision,
        "certain": understood.certain,
        "time": clock.time or understood.time,
        "end_time": clock.end_time or understood.end_time,
        "problems": [asdict(problem) for problem in understood.problems],
        "status": "needs-attention" if kinds else "ok",
        "by": by.pk,
    }
    row.pop("left_out", None)
    found.save()
    record(by, "upload.row_fixed", found.request, facts=where(found, row))
    return found


@transaction.atomic
def leave_out(*, by: Any, upload: Upload, index: int, reason: str) -> Upload:
    """Leave a row out of the import; it stays in sight in the preview, with the reason."""
    writable(by, upload.request)
    found, row = changeable(upload, index)
    row["left_out"] = {"reason": reason, "by": by.pk}
    found.save()
    record(by, "upload.row_left_out", found.request, why=reason, facts=where(found, row))
    return found


@transaction.atomic
def put_back(*, by: Any, upload: Upload, index: int) -> Upload:
    """Take a row in again that was left out."""
    writable(by, upload.request)
    found, row = changeable(upload, index)
    if not row.pop("left_out", None):
        raise Refused("This row was not left out.")
    found.save()
    record(by, "upload.row_put_back", found.request, facts=where(found, row))
    return found
