"""When a board meets: what has changed is told since the last time."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from reviews.access import boards_where
from reviews.models import Board
from scr_portal.lib.records import Record


class BoardMeetingQuerySet(models.QuerySet["BoardMeeting"]):
    """Meetings as each person may see them."""

    def visible_to(self, user: Any) -> BoardMeetingQuerySet:
        """Those of the boards whose pages `user` may open."""
        return self.filter(board__in=boards_where(user, "board.see"))

    def last_before(self, today: date) -> BoardMeeting | None:
        """The last meeting before `today`: on its own day a meeting is still to come."""
        return self.filter(held_on__lt=today).order_by("-held_on").first()

    def next_from(self, today: date) -> BoardMeeting | None:
        """The next meeting, today's among them."""
        return self.filter(held_on__gte=today).order_by("held_on").first()


class BoardMeeting(Record):
    """One meeting of a whole board, held or planned. (A `Meeting` is about one review.)"""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="board_meetings")
    held_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    objects = BoardMeetingQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-held_on"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["board", "held_on"], name="one_board_meeting_per_day")]

    def came(self) -> dict[int, tuple[str, bool]]:
        """The key of each member's agency → how it took part, and whether it signed off what was decided."""
        return {each.agency_id: (each.way, each.signed_off) for each in self.attendance.all()}

    def __str__(self) -> str:
        return f"Board meeting on {self.held_on.day} {self.held_on:%B %Y}"
