"""Lines that an agency types by hand: kept as they were typed until they are confirmed, all at once."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from agencies.models.chronology import Entry, OfRequest
from agencies.models.request import Request
from scr_portal.lib.records import Record


class Draft(Record):
    """One line as it was typed, whatever it says; `batch` is the step that made an entry of it, None while it waits."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="drafts")
    key = models.UUIDField(help_text="Which line of the page it is: a line that is sent twice is kept once.")
    order = models.PositiveIntegerField()
    date_text = models.CharField(max_length=200, blank=True)
    time_text = models.CharField(max_length=60, blank=True)
    source = models.TextField(blank=True)
    event = models.TextField(blank=True)
    action = models.TextField(blank=True)
    seen = models.CharField(max_length=3, choices=Entry.Seen.choices, blank=True, default="")
    batch = models.PositiveIntegerField(null=True, blank=True)
    entry = models.OneToOneField(Entry, on_delete=models.SET_NULL, null=True, blank=True, related_name="draft")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    objects = OfRequest.as_manager()

    class Meta:
        ordering: ClassVar = ["order", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["request", "key"], name="one_draft_per_line")]

    def __str__(self) -> str:
        return f"Line {self.order}"
