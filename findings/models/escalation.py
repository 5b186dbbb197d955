"""Recommendations that are not in local gift: to which national body they were sent, and what it answered."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from findings.models.recommendation import Recommendation, Response
from reviews.access import boards_where
from reviews.models import Review
from scr_portal.lib.records import Record


class EscalationQuerySet(models.QuerySet[Any]):
    """What a board sent to national bodies."""

    def visible_to(self, user: Any) -> Any:
        """Those of the boards whose escalations `user` reads."""
        return self.filter(recommendation__review__board_id__in=boards_where(user, "escalation.see"))

    def waiting(self) -> Any:
        """Those without an answer."""
        return self.filter(answered_on__isnull=True)


class Escalation(Record):
    """One recommendation sent to one national body: why, when, by whom; when it was last written to; its answer."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="escalations")
    body = models.CharField(max_length=160)
    why = models.TextField()
    reference = models.CharField(max_length=80, blank=True)
    sent_on = models.DateField()
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_on = models.DateField(help_text="The last day on which the body was written to.")
    chased = models.PositiveSmallIntegerField(default=0)
    outcome = models.CharField(max_length=20, choices=Response.Answer.choices, blank=True)
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answer_recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    history = HistoricalRecords()

    objects = EscalationQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["sent_on", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["recommendation", "body"], name="one_escalation_per_body")
        ]

    def __str__(self) -> str:
        return f"{self.recommendation} to {self.body}"

    @property
    def review(self) -> Review:
        """The review that it came from."""
        return self.recommendation.review

    @property
    def board(self):  # type: ignore[no-untyped-def]
        """The board that sent it."""
        return self.review.board

    def age(self, today: date) -> int:
        """For how many days it has waited, or waited until it was answered."""
        return ((self.answered_on or today) - self.sent_on).days

    def overdue(self, today: date) -> bool:
        """Whether the body was last written to longer ago than the board waits, and has not answered."""
        return self.answered_on is None and (today - self.written_on).days > self.board.escalation_days
