"""Who came to a session, in numbers: counted by hand, or from an attendance sheet whose names are not kept."""

from __future__ import annotations

import hashlib
import tempfile
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from agencies.models import Agency
from findings.attendance_lifecycle import ATTENDANCE_LIFECYCLE, AttendanceFileStatus
from findings.attendance_sheet import SheetRefused, read
from findings.models import AttendanceFile, Attendees, Practice, TrainingSession
from findings.services.course import held
from reviews.access import check
from reviews.services.events import record
from scr_portal.lib.records import Refused, locked

MOST = 5 * 1024 * 1024
ASKED = "An agency that came was asked what it does differently, so the count stays."


@transaction.atomic
def count(*, by: Any, session: TrainingSession, values: dict[str, Any]) -> Attendees:
    """Count people of one agency, level and role by hand."""
    check(by, "training.keep", session)
    held(session)
    if values["agency"].board_id != session.board.pk:
        raise Refused("Choose an agency of this board.")
    made = Attendees.objects.create(session=session, counted_by=by, **values)
    record(by, "attendees.counted", session, facts={"agency": made.agency_id, "number": made.number})
    return made


@transaction.atomic
def take_off(*, by: Any, attendees: Attendees) -> None:
    """Take off a count that was wrong. Raises Refused where the agency was asked about the session for it."""
    check(by, "training.keep", attendees)
    found = locked(attendees)
    others = found.session.attendees.filter(agency=found.agency).exclude(pk=found.pk)
    if not others.exists() and Practice.objects.filter(session=found.session, agency=found.agency).exists():
        raise Refused(ASKED)
    record(by, "attendees.taken_off", found.session, facts={"agency": found.agency_id, "number": found.number})
    found.delete()


@transaction.atomic
def receive(*, by: Any, session: TrainingSession, file: UploadedFile, agency: str = "", role: str = "") -> AttendanceFile:  # fmt: skip
    """Read an attendance sheet and keep what it counts, never its names; the file is gone when this returns.

    Raises Refused with the reader's sentence for a file that nothing can be counted from.
    """
    check(by, "training.keep", session)
    held(session)
    if not file.size or file.size > MOST:
        raise Refused("This file is empty, or larger than 5 MB: check it, and choose it again.")
    content = file.read()
    with tempfile.NamedTemporaryFile(suffix=Path(file.name or "").suffix[:10]) as kept:
        kept.write(content)
        kept.flush()
        try:
            lines = read(Path(kept.name), {"agency": agency, "role": role})
        except SheetRefused as refused:
            raise Refused(str(refused)) from None
    digest = hashlib.sha256(content).hexdigest()
    if session.files.filter(sha256=digest, status=AttendanceFileStatus.IMPORTED).exists():
        raise Refused("This file was counted at this session already.")
    made = AttendanceFile.objects.create(
        session=session, filename=Path(file.name or "sheet").name[:200], sha256=digest, uploaded_by=by,
        rows=[asdict(line) for line in lines],
    )  # fmt: skip
    record(by, "attendance_file.read", made, facts={"rows": len(lines), "people": sum(line.number for line in lines)})
    return made


@transaction.atomic
def confirm(*, by: Any, file: AttendanceFile, agencies: dict[str, Agency | None], levels: dict[str, str]) -> AttendanceFile:  # fmt: skip
    """Count the rows of a file by agency, level and role.

    `agencies` says which agency each of its words for one means (None: its rows are left out), `levels` at which level
    each of its roles works. Raises Refused where a word is left open.
    """
    found = ATTENDANCE_LIFECYCLE.advance(file, "confirm", by=by)
    counted: Counter[tuple[Agency, str, str]] = Counter()
    for row in found.counting:
        if row["agency"] not in agencies or row["role"] not in levels:
            raise Refused("Say which agency each name means, and at which level each role works.")
        if agency := agencies[row["agency"]]:
            counted[agency, levels[row["role"]], row["role"]] += row["number"]
    if any(agency.board_id != found.board.pk for agency, _, _ in counted):
        raise Refused("Choose agencies of this board.")
    found.answers = {"agencies": {words: each.pk if each else 0 for words, each in agencies.items()}, "levels": levels}
    found.save()
    for (agency, level, role), number in counted.items():
        Attendees.objects.create(
            session=found.session, agency=agency, level=level, role=role, number=number, file=found, counted_by=by
        )
    record(by, "attendance_file.counted", found, facts={"people": counted.total(), "lines": len(counted)})
    return found


@transaction.atomic
def discard(*, by: Any, file: AttendanceFile) -> AttendanceFile:
    """Put a file aside that was not counted."""
    found = ATTENDANCE_LIFECYCLE.advance(file, "discard", by=by)
    record(by, "attendance_file.discarded", found)
    return found


@transaction.atomic
def undo(*, by: Any, file: AttendanceFile) -> AttendanceFile:
    """Undo the count of a file in one step. Raises Refused once an agency that came by it was asked about the session."""
    found = ATTENDANCE_LIFECYCLE.advance(file, "undo", by=by)
    counted = found.attendees.all()
    if Practice.objects.filter(session=found.session, agency__in=counted.values("agency")).exists():
        raise Refused(ASKED)
    people = sum(each.number for each in counted)
    for each in counted:
        each.delete()
    record(by, "attendance_file.undone", found, facts={"people": people})
    return found
