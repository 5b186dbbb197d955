"""What an agency's short forms mean."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from agencies.models.chronology import OfRequest
from agencies.models.request import Request
from scr_portal.lib.records import Record


class Abbreviation(Record):
    """What an agency means by a short form, in one of its returns; proposed again in its next ones."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="abbreviations")
    short = models.CharField(max_length=12)
    meaning = models.CharField(max_length=200)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    objects = OfRequest.as_manager()

    class Meta:
        ordering: ClassVar = ["short"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["request", "short"], name="one_meaning_per_return")]

    def __str__(self) -> str:
        return self.short
