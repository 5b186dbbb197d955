"""More time, asked for by an agency and answered by the board."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from agencies.models.chronology import OfRequest
from agencies.models.request import Request
from scr_portal.lib.records import Record


class Extension(Record):
    """An agency's request for a later date: why, until when, and what the board said; an empty answer waits."""

    class Answer(models.TextChoices):
        GRANTED = "granted", "Granted: the date asked for"
        OTHER = "other", "Another date"
        REFUSED = "refused", "Refused: the date stays"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="extensions")
    until = models.DateField()
    reason = models.TextField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    given_until = models.DateField(null=True, blank=True)
    answer_reason = models.TextField(blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    answered_on = models.DateField(null=True, blank=True)
    history = HistoricalRecords()

    objects = OfRequest.as_manager()

    class Meta:
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["request"], condition=Q(answer=""), name="one_extension_waits_per_request")
        ]

    def __str__(self) -> str:
        return f"More time until {self.until}"
