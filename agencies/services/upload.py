"""A chronology's way in: upload, columns, preview, import, undo. All or nothing; the file itself is kept as it came."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from kombu.exceptions import OperationalError

from agencies import tasks
from agencies.chronology import ChronologyRefused
from agencies.chronology.garbage import uncollected
from agencies.copying import copy_in
from agencies.lifecycle import UPLOAD_LIFECYCLE, UploadStatus
from agencies.models import Entry, Request, Upload
from agencies.services.entry import WORKED_ON, clock, corrections, last_sequence
from agencies.services.reading import carried, counts, questions, read_as_asked
from agencies.services.repeat import COMING, KEEP, LEFT_OUT, REPLACED, day, decide, fates, state
from agencies.services.request import begun, writable
from reviews.access import check
from reviews.services.events import record
from scr_portal.lib.columns import chosen
from scr_portal.lib.records import Refused, as_seen, locked

# Of a row that was put right these first words are kept beside it: date and event always, the others where they differ.
FIRST, BOTH = ("date_text", "event", "source", "action"), {"date_text", "event"}
# What is turned away before it is read, and the sentence that says so.
UNREAD = {
    "empty": "This file is empty: check that it was saved, and choose it again.",
    "too-big": "This file is larger than 60 MB: hand it in as several smaller files.",
}


def receive(*, by: Any, request: Request, file: UploadedFile) -> Upload:
    """Keep an uploaded file and have it read off the request; the upload then says what came of it.

    Raises Refused for a file that is empty or too large. A refusal is an event too: who tried to hand in what, and why.
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
    kept = keep(by=by, upload=upload)
    # The file is kept: where nobody can be found to read it, its page says so after a while, and offers to try again.
    with suppress(OperationalError):
        tasks.read_upload.delay(kept.pk, by.pk)
    # What was read can be very long, and who handed it in goes on to a page of its own.
    return Upload.objects.defer("parsed").get(pk=kept.pk)


def checksum(file: UploadedFile) -> str:
    """The SHA-256 of a file, in hexadecimal; read in pieces, whatever its size."""
    digest = hashlib.sha256()
    for piece in file.chunks():
        digest.update(piece)
    return digest.hexdigest()


@transaction.atomic
def keep(*, by: Any, upload: Upload) -> Upload:
    """Save an upload that is going to be read."""
    check(by, "request.write", upload.request)
    upload.reading_since = timezone.now()
    upload.save()
    record(by, "upload.received", upload.request, facts={"upload": upload.pk, "sha256": upload.sha256})
    return upload


@transaction.atomic
def refuse(*, by: Any, request: Request, digest: str, kind: str) -> None:
    """Keep on record that a file was turned away."""
    check(by, "request.write", request)
    record(by, "upload.refused", request, facts={"sha256": digest, "kind": kind})


@transaction.atomic
def map_columns(*, by: Any, upload: Upload, columns: dict[str, str], seen: str | None = None) -> Upload:
    """Read the file again with other columns; what was done to rows that still say the same stays.

    Raises Stale where somebody else chose other columns since a form with the stamp `seen` was opened.
    """
    writable(by, upload.request)
    found = locked(upload)
    if found.status != UploadStatus.PREVIEW:
        raise Refused("This file was imported or put aside, so its columns stay as they are.")
    as_seen(chosen(found.parsed, found.columns), seen)
    try:
        found.parsed = carried(found.parsed, read_as_asked(found, columns, found.orders))
    except ChronologyRefused as refusal:
        raise Refused(refusal.message) from None
    found.columns = columns
    found.version += 1
    found.save()
    record(by, "upload.columns_mapped", found.request, facts={"upload": found.pk, **counts(found.parsed)})
    return found


@uncollected()
@transaction.atomic
def confirm(*, by: Any, upload: Upload, repeats: str = KEEP) -> Upload:
    """Import every row that is not refused, all or none; a second person who confirms at the same time is told so.

    `repeats` is the one answer for the rows that repeat what the return holds: KEEP leaves them out, REPLACE lets them
    take the place of what they repeat, ADD imports them beside it.
    """
    writable(by, upload.request)
    found = UPLOAD_LIFECYCLE.advance(upload, "confirm", by=by)
    request = locked(found.request)
    if any(asked["answer"] is None for asked in questions(found)):
        raise Refused("Say first in which order the dates of this file are written.")
    rows = [row for row in found.parsed["rows"] if state(row) in COMING]
    if not rows:
        raise Refused("No row of this file can be imported as it is: put the rows right first, or discard the file.")
    if repeated := decide(found, repeats):
        found.save()
    last = last_sequence(request)
    new = [row for row in rows if row.get("repeats", {}).get("fate") != LEFT_OUT]
    made = [entry(found, request, row, last + order, by) for order, row in enumerate(new, start=1)]
    copy_in(made)
    begun(request, by)
    facts = {"upload": found.pk, "entries": len(made), **counts(found.parsed), **fates(found.parsed)}
    record(by, "upload.imported", request, facts={**facts, "answer": repeats} if repeated else facts)
    return found


def entry(upload: Upload, request: Request, row: Mapping[str, Any], sequence: int, by: Any) -> Entry:
    """The entry that a row of the preview becomes; a fix goes over what was read, and the first words go beside it."""
    said = {**row, **row["fix"]} if row.get("fix") else row
    extra, repeated = dict(row["extra"]), row.get("repeats") or {}
    if row.get("fix"):
        extra["As first written"] = " · ".join(row[name] for name in FIRST if name in BOTH or row[name] != said[name])
    return Entry(
        request_id=request.pk, upload_id=upload.pk, review_id=request.review_id, agency_id=request.agency_id, sequence=sequence,
        sheet=(row["sheet"] or "")[:120], row=row["row"], sub=row["sub"], date_text=said["date_text"][:200],
        date_from=day(said["date_from"]), date_to=day(said["date_to"]),
        precision=said["precision"], certain=said["certain"], time=clock(said["time"]), end_time=clock(said["end_time"]),
        source=said["source"], event=said["event"], action=said["action"], seen=said.get("seen", ""), extra=extra, problems=said["problems"], recorded_by_id=by.pk,
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

    What its rows had replaced stands again by itself, because nothing replaces it any more; corrections of its entries go
    with them.
    """
    writable(by, upload.request)
    found = UPLOAD_LIFECYCLE.advance(upload, "undo", by=by)
    keys = corrections(found.entries.all())
    both = Entry.objects.filter(Q(upload=found) | Q(pk__in=keys))
    if both.filter(WORKED_ON).exists():
        raise Refused(
            "Entries of this file are on hold, marked or evidence in the review, so it can no longer be undone."
        )
    if both.filter(replaced_by__upload__isnull=False).exists():
        raise Refused("A later file replaced entries of this one: undo that import first.")
    restored = found.entries.filter(replaces__isnull=False).count()
    corrected = [Entry.objects.get(pk=key).delete() for key in keys]
    _, gone = found.entries.all().delete()
    removed = gone.get("agencies.Entry", 0)
    facts = {"upload": found.pk, "entries": removed, "restored": restored, "corrections": len(corrected)}
    record(by, "upload.undone", found.request, facts=facts)
    return found


@transaction.atomic
def downloaded(*, by: Any, upload: Upload) -> Upload:
    """Keep on record that an agency's file was downloaded."""
    check(by, "request.file", upload.request)
    record(by, "upload.downloaded", upload.request, facts={"upload": upload.pk, "sha256": upload.sha256})
    return upload
