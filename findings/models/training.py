"""Training that teaches what was found: courses, sessions, how many of whom came, and what their agencies do differently since.

Who came is kept as numbers by agency, level and role. No name of anybody who attended is kept, not even for a moment.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, Sum
from simple_history.models import HistoricalRecords

from agencies.models import Agency
from findings.attendance_lifecycle import AttendanceFileStatus
from findings.models.audience import Level
from findings.models.finding import Finding
from findings.models.recommendation import Recommendation
from reviews.access import boards_where
from reviews.clocks import due
from reviews.models import Board
from scr_portal.lib.records import Record


class CourseQuerySet(models.QuerySet[Any]):
    """Courses as each person may see them."""

    def visible_to(self, user: Any) -> Any:
        """Those of the boards whose learning `user` reads."""
        return self.filter(board__in=boards_where(user, "learning.see"))

    def trained(self) -> Any:
        """Each with `trained`, how many people came to its sessions."""
        return self.annotate(trained=Sum("sessions__attendees__number"))


class Course(Record):
    """What is taught, which findings and recommendations it answers, and the statements that people judge before and after."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="courses")
    title = models.CharField(max_length=160)
    about = models.TextField(blank=True)
    questions = models.JSONField(default=list, blank=True, help_text="Statements that people agree with or not.")
    ask_after = models.PositiveSmallIntegerField(default=3, help_text="Months until agencies are asked what changed.")
    findings = models.ManyToManyField(Finding, blank=True, related_name="courses")
    recommendations = models.ManyToManyField(Recommendation, blank=True, related_name="courses")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords(m2m_fields=[findings, recommendations])

    objects = CourseQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["title", "pk"]

    def __str__(self) -> str:
        return self.title


class SessionQuerySet(models.QuerySet[Any]):
    """Sessions as each person may see them."""

    def visible_to(self, user: Any) -> Any:
        """Those of the courses that `user` may see."""
        return self.filter(course__in=Course.objects.visible_to(user))

    def unasked(self, today: date) -> Any:
        """Those that were held, with an agency that came and was not asked yet what changed."""
        asked = Practice.objects.filter(session=OuterRef("session"), agency=OuterRef("agency"))
        came = Attendees.objects.filter(session=OuterRef("pk")).filter(~Exists(asked))
        return self.filter(Exists(came), held_on__lte=today)


class TrainingSession(Record):
    """One session of a course: its day, its place or that it is online, and the numbers of a small questionnaire."""

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="sessions")
    held_on = models.DateField()
    online = models.BooleanField(default=False)
    place = models.CharField(max_length=160, blank=True)
    places = models.PositiveIntegerField(null=True, blank=True)
    trainer = models.CharField(max_length=160)
    # One for each statement of the course: [agreed before, did not, agreed after, did not].
    answers = models.JSONField(default=list, blank=True)
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-held_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.course}, {self.held_on.day} {self.held_on:%B %Y}"

    @property
    def board(self) -> Board:
        """The board that offers it."""
        return self.course.board

    @property
    def ask_on(self) -> date:
        """The day on which the agencies that came are asked what they do differently."""
        return due(self.held_on, length=self.course.ask_after, unit="months")


class AttendanceFile(Record):
    """What an attendance sheet said, without its names: the file itself is not kept."""

    session = models.ForeignKey(TrainingSession, on_delete=models.PROTECT, related_name="files")
    filename = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    status = models.CharField(max_length=12, choices=AttendanceFileStatus.choices, default=AttendanceFileStatus.PREVIEW)
    # [{"sheet", "row", "agency", "role", "number", "reason"}]: every row, those with a reason are not counted.
    rows = models.JSONField(default=list)
    # {"agencies": {words: key, or 0 for one that is left out}, "levels": {role: level}}
    answers = models.JSONField(default=dict)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords(excluded_fields=["rows"])

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return self.filename

    @property
    def board(self) -> Board:
        """The board that offers the session."""
        return self.session.board

    @property
    def counting(self) -> list[dict[str, Any]]:
        """The rows that count somebody."""
        return [row for row in self.rows if row["number"]]

    def people(self, name: str) -> dict[str, int]:
        """How many people its rows count by their "agency" or "role", in the order in which these come."""
        found: Counter[str] = Counter()
        for row in self.counting:
            found[row[name]] += row["number"]
        return dict(found)


class AttendeesQuerySet(models.QuerySet[Any]):
    """Numbers of who came, as each person may see them."""

    def visible_to(self, user: Any) -> Any:
        """All of a board for who reads its numbers; each agency its own."""
        board = Q(session__course__board__in=boards_where(user, "training.count"))
        own = Q(session__course__board__in=boards_where(user, "training.count", own=True))
        return self.filter(board | (own & Q(agency=user.agency_id or 0)))


class Attendees(Record):
    """How many people of one agency, level and role came to a session; never who."""

    session = models.ForeignKey(TrainingSession, on_delete=models.PROTECT, related_name="attendees")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="attendees")
    level = models.CharField(max_length=12, choices=Level.choices)
    role = models.CharField(max_length=120, blank=True)
    number = models.PositiveIntegerField()
    file = models.ForeignKey(AttendanceFile, on_delete=models.PROTECT, null=True, blank=True, related_name="attendees")
    counted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    objects = AttendeesQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["agency__name", "level", "role", "pk"]
        verbose_name_plural = "attendees"

    def __str__(self) -> str:
        return f"{self.agency.label}, {self.role or self.get_level_display()}"

    @property
    def board(self) -> Board:
        """The board that offers the session."""
        return self.session.board

    def belongs_to(self, user: Any) -> bool:
        """Whether they are of the person's agency."""
        return bool(user.agency_id) and self.agency_id == user.agency_id


class PracticeQuerySet(models.QuerySet[Any]):
    """What agencies were asked, as each person may see it."""

    def visible_to(self, user: Any) -> Any:
        """All of a board for who reads its numbers; each agency its own, whoever of it may answer."""
        board = Q(session__course__board__in=boards_where(user, "training.count"))
        return self.filter(board) | self.answerable_by(user)

    def unanswered(self) -> Any:
        """Those that the agency has not answered."""
        return self.filter(answered_on__isnull=True)

    def answerable_by(self, user: Any) -> Any:
        """Those that are `user`'s to answer, for their agency."""
        boards = boards_where(user, "learning.answer", own=True)
        return self.filter(session__course__board__in=boards, agency=user.agency_id or 0)


class Practice(Record):
    """What an agency that came to a session does differently some months later: asked on a day, answered once or anew."""

    class Differs(models.TextChoices):
        YES = "yes", "Yes"
        IN_PART = "in_part", "In part, or in some teams"
        NO = "no", "Not yet"

    session = models.ForeignKey(TrainingSession, on_delete=models.PROTECT, related_name="practice")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="practice")
    asked_on = models.DateField()
    answer_by = models.DateField()
    differs = models.CharField(max_length=10, choices=Differs.choices, blank=True)
    what = models.TextField(blank=True)
    shown_by = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    history = HistoricalRecords()

    objects = PracticeQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["answer_by", "pk"]
        verbose_name_plural = "practice"
        constraints: ClassVar = [models.UniqueConstraint(fields=["session", "agency"], name="practice_is_asked_once")]

    def __str__(self) -> str:
        return f"{self.agency.label}, {self.session}"

    @property
    def board(self) -> Board:
        """The board that asks."""
        return self.session.board

    def belongs_to(self, user: Any) -> bool:
        """Whether it is the person's agency that is asked."""
        return bool(user.agency_id) and self.agency_id == user.agency_id
