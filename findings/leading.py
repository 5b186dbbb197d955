"""What is shown of leaders: commitments in the order in which somebody has to look at them, and attendance by member."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from findings.models import BoardAttendance, BoardMeeting, Commitment
from reviews.models import Board

LAST = 6  # meetings that are shown
THERE = (BoardAttendance.Way.THERE, BoardAttendance.Way.DEPUTY)


@dataclass(frozen=True, slots=True)
class Promise:
    """One commitment, and how late it is."""

    commitment: Commitment
    late: int

    @property
    def state(self) -> str:
        """The key of where it stands, for its tag."""
        if not self.commitment.kept:
            return "overdue" if self.late else "running"
        return {"yes": "met", "partly": "in_part", "no": "not_shown"}[self.commitment.kept]

    @property
    def label(self) -> str:
        """Where it stands, in words."""
        open_ = f"{self.late} day{'' if self.late == 1 else 's'} late" if self.late else "Not due yet"
        return self.commitment.get_kept_display() if self.commitment.kept else open_


def promised(rows: Iterable[Commitment], today: date) -> list[Promise]:
    """Those that nobody has judged first, the longest due first; then the others, the latest first."""
    found = [Promise(each, (today - each.due_on).days if each.late(today) else 0) for each in rows]
    waiting = [each for each in found if not each.commitment.kept]
    return waiting + [each for each in reversed(found) if each.commitment.kept]


@dataclass(frozen=True, slots=True)
class Attended:
    """The last meetings, and for each member where it stood at each of them: None where nothing is set down."""

    meetings: Sequence[BoardMeeting]
    members: Sequence[tuple[str, Sequence[BoardAttendance | None], int]]


def attended(board: Board, today: date, first: date | None = None) -> Attended:
    """Who came to the last meetings before `today`, that day included; from `first` on to all of them."""
    meetings = board.board_meetings.filter(held_on__lte=today).order_by("-held_on")
    held = [*(meetings.filter(held_on__gte=first) if first else meetings[:LAST])]
    places = {each.pk: place for place, each in enumerate(held)}
    by_member: dict[str, list[Any]] = {}
    for each in BoardAttendance.objects.filter(meeting__in=places).select_related("agency"):
        by_member.setdefault(each.agency.label, [None] * len(held))[places[each.meeting_id]] = each
    rows = [
        (name, said, sum(each is not None and each.way in THERE for each in said)) for name, said in by_member.items()
    ]
    return Attended(held, sorted(rows, key=lambda row: row[0].casefold()))
