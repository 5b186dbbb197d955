"""A person's own link to the dates of their reviews, for the calendar that they use anyway."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from reviews.models.board import Board
from scr_portal.lib.records import Record


class CalendarLink(Record):
    """One link of one person on one board. Only the hash of its key is kept, so a copy of the database opens nothing."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="calendar_links")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="calendar_links")
    key_sha256 = models.CharField(max_length=64, unique=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    history = HistoricalRecords(excluded_fields=["key_sha256"])

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"Calendar link of {self.created_at:%d/%m/%Y}"
