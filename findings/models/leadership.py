"""What leaders promise and keep, whether they come, and what each member says of its year."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from agencies.models import Agency
from findings.lifecycle import AnnualStatus
from findings.models.annual_report import AnnualReport
from findings.models.board_meeting import BoardMeeting
from reviews.access import boards_where
from reviews.models import Board
from scr_portal.lib.records import Record


class OfLeaders(models.QuerySet[Any]):
    """What is recorded of leaders, for those who read it."""

    def visible_to(self, user: Any) -> Any:
        """Those of boards whose leadership `user` may read."""
        return self.filter(board__in=boards_where(user, "leadership.see"))


class Commitment(Record):
    """What a leader promised: what, by when, with which money or people, and whether it was kept."""

    class Kept(models.TextChoices):
        YES = "yes", "Kept"
        PARTLY = "partly", "Kept in part"
        NO = "no", "Not kept"

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="commitments")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="commitments")
    leader = models.CharField(max_length=160)
    what = models.TextField()
    resources = models.TextField(blank=True)
    made_on = models.DateField()
    due_on = models.DateField()
    kept = models.CharField(max_length=8, choices=Kept.choices, blank=True)
    evidence = models.TextField(blank=True)
    judged_on = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    objects = OfLeaders.as_manager()

    class Meta:
        ordering: ClassVar = ["due_on", "pk"]

    def __str__(self) -> str:
        return f"Commitment of {self.agency.label}"

    def late(self, today: date) -> bool:
        """Whether its day has passed and nobody has said what became of it."""
        return not self.kept and self.due_on < today


class BoardAttendance(Record):
    """One member at one meeting of the board: who came, or did not, and whether they signed off what was decided."""

    class Way(models.TextChoices):
        THERE = "there", "The member came"
        DEPUTY = "deputy", "A deputy came"
        APOLOGIES = "apologies", "Sent apologies"
        ABSENT = "absent", "Nobody came"

    meeting = models.ForeignKey(BoardMeeting, on_delete=models.PROTECT, related_name="attendance")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="board_attendance")
    way = models.CharField(max_length=10, choices=Way.choices)
    signed_off = models.BooleanField(default=False)
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["agency__name"]
        verbose_name_plural = "board attendance"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "agency"], name="one_attendance_per_meeting_and_member")
        ]

    def __str__(self) -> str:
        return f"{self.agency.label} at {self.meeting}"

    @property
    def board(self) -> Board:
        """The board that met."""
        return self.meeting.board


class StatementQuerySet(models.QuerySet["MemberStatement"]):
    """Statements as each person may see them."""

    def visible_to(self, user: Any) -> StatementQuerySet:
        """All of a board for who reads its yearly report, and those of one's own agency for who gives them."""
        own = Q(report__board__in=boards_where(user, "statement.give", own=True), agency=user.agency_id or 0)
        return self.filter(Q(report__board__in=boards_where(user, "annual_report.see")) | own)

    def awaited(self) -> StatementQuerySet:
        """Those that were asked for and not given, of reports that are still written."""
        return self.filter(text="", report__status=AnnualStatus.DRAFT)


class MemberStatement(Record):
    """What one member says of its year for the yearly report; without words yet, that it was asked, and by when."""

    report = models.ForeignKey(AnnualReport, on_delete=models.PROTECT, related_name="statements")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="statements")
    asked_on = models.DateField()
    due_on = models.DateField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    given_on = models.DateField(null=True, blank=True)
    history = HistoricalRecords()

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["agency__name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "agency"], name="one_statement_per_report_and_member")
        ]

    def __str__(self) -> str:
        return f"Statement of {self.agency.label}"

    @property
    def board(self) -> Board:
        """The board that reports."""
        return self.report.board

    def belongs_to(self, user: Any) -> bool:
        """Whether it is the person's agency that gives it."""
        return bool(user.agency_id) and self.agency_id == user.agency_id
