"""When the board meets: set down, corrected, taken out again."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from findings.models import BoardMeeting
from reviews.access import check
from reviews.models import Board
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed, locked

TAKEN = "There is a meeting of the board on that day already."


@transaction.atomic
def set_down(*, by: Any, board: Board, held_on: date) -> BoardMeeting:
    """Set down a day on which the board met or will meet. Raises Refused for a day that is set down already."""
    check(by, "board_meeting.record", board)
    locked(board)
    if BoardMeeting.objects.filter(board=board, held_on=held_on).exists():
        raise Refused(TAKEN)
    made = BoardMeeting.objects.create(board=board, held_on=held_on, recorded_by=by)
    record(by, "board_meeting.set_down", made, facts={"held_on": held_on})
    return made


@transaction.atomic
def correct(*, by: Any, meeting: BoardMeeting, held_on: date, seen_version: int | None = None) -> BoardMeeting:
    """Move a meeting to another day. Raises Refused for a day that is set down already."""
    check(by, "board_meeting.record", meeting.board)
    others = BoardMeeting.objects.filter(board=meeting.board, held_on=held_on).exclude(pk=meeting.pk)
    if others.exists():
        raise Refused(TAKEN)
    before = meeting.held_on
    found, _ = changed(meeting, {"held_on": held_on}, seen_version=seen_version)
    record(by, "board_meeting.moved", found, facts={"from": before, "to": held_on})
    return found


@transaction.atomic
def remove(*, by: Any, meeting: BoardMeeting) -> None:
    """Take out a meeting that was not held; its history and this event stay. Raises Refused where somebody came to it."""
    check(by, "board_meeting.record", meeting.board)
    found = locked(meeting)
    if found.attendance.exists():
        raise Refused("It is set down who came to this meeting, so it was held. Correct its day instead.")
    record(by, "board_meeting.removed", found, facts={"held_on": found.held_on})
    found.delete()
