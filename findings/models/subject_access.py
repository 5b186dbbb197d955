"""What somebody asked to have of what is held on one person, and what is decided about each record before it is given."""

from __future__ import annotations

import calendar
from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from reviews.models import Person, Review
from scr_portal.lib.records import Record


class SubjectAccess(Record):
    """One subject access request, or an order to disclose, about one entry of the register."""

    class Kind(models.TextChoices):
        REQUEST = "request", "Subject access request"
        ORDER = "order", "Order of a court, or another request for disclosure"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="subject_accesses")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="subject_accesses")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    asked_by = models.CharField(max_length=160)
    asked_on = models.DateField()
    identity = models.CharField(max_length=300)
    answered_on = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["-pk"]
        verbose_name_plural = "subject accesses"

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"

    @property
    def due_on(self) -> date | None:
        """One month after it came, for a subject access request (UK GDPR, Article 12(3)); an order says its own day."""
        return month_after(self.asked_on) if self.kind == self.Kind.REQUEST else None


def month_after(day: date) -> date:
    """The same day of the next month, or its last day."""
    year, month = (day.year + 1, 1) if day.month == len(calendar.month_name) - 1 else (day.year, day.month + 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


class SubjectAccessMark(Record):
    """What is decided about one record: given, given with parts taken out, or withheld, and on which ground."""

    class Choice(models.TextChoices):
        GIVE = "give", "Give it as it is"
        REDACT = "redact", "Give it with parts taken out"
        WITHHOLD = "withhold", "Withhold it"

    class Ground(models.TextChoices):
        THIRD_PARTY = "third_party", "It tells of somebody else (Data Protection Act 2018, Schedule 2, paragraph 16)"
        PRIVILEGE = "privilege", "Legal professional privilege (Schedule 2, paragraph 19)"
        HARM = "harm", "Serious harm test: health, social work or education data (Schedule 3)"
        CHILD_ABUSE = "child_abuse", "Child abuse data, not in the child’s interests (Schedule 3, paragraph 21)"
        CRIME = "crime", "Crime or legal proceedings (Schedule 2, paragraphs 2 and 5)"

    access = models.ForeignKey(SubjectAccess, on_delete=models.PROTECT, related_name="marks")
    record_kind = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    choice = models.CharField(max_length=10, choices=Choice.choices)
    ground = models.CharField(max_length=12, choices=Ground.choices, blank=True)
    reason = models.TextField(blank=True)
    marked_by: Any = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["access", "record_kind", "record_id"], name="one_mark_of_a_record")
        ]

    def __str__(self) -> str:
        return f"{self.get_choice_display()} ({self.record_kind} {self.record_id})"

    @property
    def review(self) -> Review:
        """The review of what was asked."""
        return self.access.review
