"""A chronology's way in: upload, columns, preview, import, undo. All or nothing; the file itself is kept as it came."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from agencies.chronology import ChronologyRefused, Parsed, parse
from agencies.chronology.dates import read_date
from agencies.lifecycle import UPLOAD_LIFECYCLE, UploadStatus
from agencies.models import Entry, Request, Upload
from agencies.services.entry import WORKED_ON, clock, last_sequence
from agencies.services.repeat import KEEP, LEFT_OUT, REPLACED, day, decide, fates, state
from agencies.services.request import begun, writable
from reviews.access import check
from reviews.services.events import record
from scr_portal.lib.records import Refused, locked

DAYS = ("date_from", "date_to")
# What is turned away before it is read, and the sentence that says so.
UNREAD = {
    "empty": "This file is empty: check that it was saved, and choose it again.",
    "too-big": "This file is larger than 60 MB: hand it in as several smaller files.",
}


def receive(*, by: Any, request: Request, file: UploadedFile) -> Upload:
    """Keep an uploaded file and read it. Raises Refused with the reader's sentence for a file that is refused whole.

    A refusal is an event too: who tried to hand in what, and why it was turned away.
    """
    writable(by, request)
    digest = checksum(file)
    if sentence := UNREAD.get(
        kind := "empty" if not file.size else "too-big" if file.size > settings.UPLOAD_LIMIT else ""
    ):
        refuse(by=by, request=request, digest=digest, kind=kind)
        raise Refused(sentence)
    name = Path(file.name or "chronology").name[:200]
    upload = Upload(request=request, filename=name, sha256=digest, size=file.size or 0, uploaded_by=by)
    upload.file.save(digest, file, save=False)
    try:
        parsed = read(upload, {})
    except ChronologyRefused as refusal:
        if not Upload.objects.filter(file=upload.file.name).exists():
            upload.file.delete(save=False)
        refuse(by=by, request=request, digest=digest, kind=refusal.kind)
        raise Refused(refusal.message) from None
    upload.parsed = stored(parsed)
    upload.columns = remembered(request, parsed)
    if upload.columns:
        upload.parsed = stored(read(upload, upload.columns))
    return keep(by=by, upload=upload)


def checksum(file: UploadedFile) -> str:
    """The SHA-256 of a file, in hexadecimal; read in pieces, whatever its size."""
    digest = hashlib.sha256()
    for piece in file.chunks():
        digest.update(piece)
    return digest.hexdigest()


@transaction.atomic
def keep(*, by: Any, upload: Upload) -> Upload:
    """Save an upload that was read, for its agency to look at."""
    check(by, "request.write", upload.request)
    upload.save()
    record(
        by,
        "upload.received",
        upload.request,
        facts={"upload": upload.pk, "sha256": upload.sha256, **counts(upload.parsed)},
    )
    return upload


@transaction.atomic
def refuse(*, by: Any, request: Request, digest: str, kind: str) -> None:
    """Keep on record that a file was turned away."""
    check(by, "request.write", request)
    record(by, "upload.refused", request, facts={"sha256": digest, "kind": kind})


def read(upload: Upload, columns: Mapping[str, str]) -> Parsed:
    """Read the kept file again with the given columns. Raises ChronologyRefused."""
    # The name that it came with tells nothing that the content does not; the reader looks at the content.
    return parse(Path(upload.file.path), columns=dict(columns) or None, today=timezone.localdate())


def stored(parsed: Parsed) -> dict[str, Any]:
    """What was read, as JSON holds it: days as ISO text."""
    found = asdict(parsed)
    for row in found["rows"]:
        for name in DAYS:
            row[name] = row[name].isoformat() if row[name] else None
    return found


def headings(parsed: Mapping[str, Any] | Parsed) -> frozenset[str]:
    """The headings of all tables: by these an agency's way of writing is known again."""
    tables = stored(parsed)["tables"] if isinstance(parsed, Parsed) else parsed.get("tables", [])
    return frozenset(column["heading"] for table in tables for column in table["columns"])


def remembered(request: Request, parsed: Parsed) -> dict[str, str]:
    """The columns as this agency confirmed them for the same headings last time; empty when it never did."""
    wanted = headings(parsed)
    earlier = Upload.objects.filter(request__agency=request.agency_id, status=UploadStatus.IMPORTED).exclude(columns={})
    return next((dict(upload.columns) for upload in earlier[:20] if headings(upload.parsed) == wanted), {})


def counts(parsed: Mapping[str, Any]) -> dict[str, int]:
    """How many rows are ok, need attention, are refused, and were passed over."""
    rows = parsed.get("rows", [])
    states = [state(row) for row in rows]
    return {
        "ok": states.count("ok"),
        "attention": states.count("needs-attention"),
        "refused": states.count("reject"),
        "skipped": len(parsed.get("skipped", [])),
    }


@transaction.atomic
def map_columns(*, by: Any, upload: Upload, columns: dict[str, str]) -> Upload:
    """Read the file again with other columns; fixes made so far fall, because the rows are new ones."""
    writable(by, upload.request)
    found = locked(upload)
    if found.status != UploadStatus.PREVIEW:
        raise Refused("This file was imported or put aside, so its columns stay as they are.")
    try:
        found.parsed = stored(read(found, columns))
    except ChronologyRefused as refusal:
        raise Refused(refusal.message) from None
    found.columns = columns
    found.version += 1
    found.save()
    record(by, "upload.columns_mapped", found.request, facts={"upload": found.pk, **counts(found.parsed)})
    return found


@transaction.atomic
def fix_row(*, by: Any, upload: Upload, index: int, date_text: str, event: str) -> Upload:
    """Put a row right before it is imported; the agency's first words stay beside the fix."""
    writable(by, upload.request)
    found = locked(upload)
    if found.status != UploadStatus.PREVIEW or not 0 <= index < len(found.parsed["rows"]):
        raise Refused("This row can no longer be changed here.")
    if not event.strip():
        raise Refused("An entry needs words that say what happened.")
    row = found.parsed["rows"][index]
    understood = read_date(date_text, today=timezone.localdate())
    impossible = any(problem.kind == "impossible" for problem in understood.problems)
    row["fix"] = {
        "date_text": date_text,
        "event": event,
        "date_from": understood.date_from.isoformat() if understood.date_from else None,
        "date_to": understood.date_to.isoformat() if understood.date_to else None,
        "precision": understood.precision,
        "certain": understood.certain,
        "time": understood.time or row["time"],
        "problems": [asdict(problem) for problem in understood.problems],
        "status": "reject" if impossible else "needs-attention" if understood.problems else "ok",
        "by": by.pk,
    }
    found.version += 1
    found.save()
    record(by, "upload.row_fixed", found.request, facts={"upload": found.pk, "sheet": row["sheet"], "row": row["row"]})
    return found


@transaction.atomic
def confirm(*, by: Any, upload: Upload, repeats: str = KEEP) -> Upload:
    """Import every row that is not refused, all or none; a second person who confirms at the same time is told so.

    `repeats` is the one answer for the rows that repeat what the return holds: KEEP leaves them out, REPLACE lets them
    take the place of what they repeat, ADD imports them beside it.
    """
    writable(by, upload.request)
    found = UPLOAD_LIFECYCLE.advance(upload, "confirm", by=by)
    request = locked(found.request)
    rows = [row for row in found.parsed["rows"] if state(row) != "reject"]
    if not rows:
        raise Refused("No row of this file can be imported as it is: put the rows right first, or discard the file.")
    if repeated := decide(found, repeats):
        found.save()
    last = last_sequence(request)
    new = [row for row in rows if row.get("repeats", {}).get("fate") != LEFT_OUT]
    made = [entry(found, request, row, last + order, by) for order, row in enumerate(new, start=1)]
    Entry.objects.bulk_create(made, batch_size=500)
    begun(request, by)
    facts = {"upload": found.pk, "entries": len(made), **counts(found.parsed), **fates(found.parsed)}
    record(by, "upload.imported", request, facts={**facts, "answer": repeats} if repeated else facts)
    return found


def entry(upload: Upload, request: Request, row: Mapping[str, Any], sequence: int, by: Any) -> Entry:
    """The entry that a row of the preview becomes; a fix goes over what was read, and the first words go beside it."""
    said = {**row, **(row.get("fix") or {})}
    extra, repeated = dict(row["extra"]), row.get("repeats") or {}
    if row.get("fix"):
        extra["As first written"] = f"{row['date_text']} · {row['event']}"
    return Entry(
        request=request, upload=upload, review_id=request.review_id, agency_id=request.agency_id, sequence=sequence,
        sheet=(row["sheet"] or "")[:120], row=row["row"], sub=row["sub"], date_text=said["date_text"][:200],
        date_from=day(said["date_from"]), date_to=day(said["date_to"]),
        precision=said["precision"], certain=said["certain"], time=clock(said["time"]), end_time=clock(row["end_time"]),
        source=row["source"], event=said["event"], action=row["action"], extra=extra, problems=said["problems"], recorded_by=by,
        replaces_id=repeated["entry"] if repeated.get("fate") == REPLACED else None,
    )  # fmt: skip


@transaction.atomic
def discard(*, by: Any, upload: Upload) -> Upload:
    """Put a file aside that was not imported."""
    writable(by, upload.request)
    found = UPLOAD_LIFECYCLE.advance(upload, "discard", by=by)
    record(by, "upload.discarded", found.request, facts={"upload": found.pk})
    return found


@transaction.atomic
def undo(*, by: Any, upload: Upload) -> Upload:
    """Undo an import in one step, while the return is still open; the file stays, and can be handed in again.

    What its rows had replaced stands again by itself, because nothing replaces it any more.
    """
    writable(by, upload.request)
    found = UPLOAD_LIFECYCLE.advance(upload, "undo", by=by)
    if found.entries.filter(WORKED_ON).exists():
        raise Refused(
            "The review has marked entries of this file or rests findings on them, so it can no longer be undone."
        )
    if found.entries.filter(replaced_by__isnull=False).exists():
        raise Refused("A later file replaced entries of this one: undo that import first.")
    restored = found.entries.filter(replaces__isnull=False).count()
    removed, _ = found.entries.all().delete()
    record(by, "upload.undone", found.request, facts={"upload": found.pk, "entries": removed, "restored": restored})
    return found


@transaction.atomic
def downloaded(*, by: Any, upload: Upload) -> Upload:
    """Keep on record that an agency's file was downloaded."""
    check(by, "request.see", upload.request)
    record(by, "upload.downloaded", upload.request, facts={"upload": upload.pk, "sha256": upload.sha256})
    return upload
