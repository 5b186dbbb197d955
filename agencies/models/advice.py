"""What an agency answers to the advice about its return: silences that it explains, and what it lets stand."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from agencies.models.chronology import OfRequest
from agencies.models.request import Request
from scr_portal.lib.records import Record


class Silence(Record):
    """A period without contact, declared by the agency with its reason."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="silences")
    first = models.DateField()
    last = models.DateField()
    why = models.CharField(max_length=400)
    declared_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    objects = OfRequest.as_manager()

    class Meta:
        ordering: ClassVar = ["first", "pk"]

    def __str__(self) -> str:
        return f"{self.first:%d/%m/%Y} to {self.last:%d/%m/%Y}"


class Standing(Record):
    """One piece of advice that the agency lets stand, for the reason that it gives."""

    class Kind(models.TextChoices):
        SOURCE = "source", "Without a source"
        ABBREVIATION = "abbreviation", "Abbreviation"
        OPINION = "opinion", "Words of opinion"
        SILENCE = "silence", "Silence"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="let_stand")
    kind = models.CharField(max_length=14, choices=Kind.choices)
    about = models.CharField(
        max_length=40, help_text="The key of the entry, the short form, or the first and last day."
    )
    reason = models.CharField(max_length=300, blank=True)
    let_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    objects = OfRequest.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["request", "kind", "about"], name="one_answer_per_advice")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.about}"
