"""What a request asks in so many words, each answered by the agency in its own."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from agencies.models.chronology import OfRequest
from agencies.models.request import Request
from scr_portal.lib.records import Record


class Question(Record):
    """One question of one request, and the agency's answer to it; an empty answer is none yet."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="questions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    history = HistoricalRecords()

    objects = OfRequest.as_manager()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["request", "number"], name="one_question_per_number_of_request")
        ]

    def __str__(self) -> str:
        return f"Question {self.number}"
