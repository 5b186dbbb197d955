"""Processes that run beside the review: what they are, who leads them, and what they ask the review to wait with."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from reviews.models.review import Review
from reviews.restrictions import Limit, Material
from scr_portal.lib.records import Record


class ParallelProcess(Record):
    """A criminal case, an inquest, care proceedings …: a dated fact, never a state of the review."""

    class Kind(models.TextChoices):
        CRIMINAL = "criminal", "Criminal investigation or trial"
        CORONER = "coroner", "Coroner's inquest"
        CARE = "care", "Care proceedings"
        DARDR = "dardr", "Domestic abuse related death review"
        CHILD_DEATH = "child_death", "Child death review"
        LEDER = "leder", "LeDeR"
        PSIRF = "psirf", "Patient safety incident response"
        MENTAL_HEALTH_HOMICIDE = "mental_health_homicide", "Mental health homicide review"
        S42 = "s42", "Section 42 enquiry"
        HR = "hr", "Employment or professional regulator"
        OTHER = "other", "Other"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="parallel_processes")
    kind = models.CharField(max_length=30, choices=Kind.choices)
    lead_body = models.CharField(max_length=160, blank=True)
    reference = models.CharField(max_length=80, blank=True)
    contact = models.CharField(max_length=160, blank=True)
    note = models.TextField(blank=True)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["started_on"]
        verbose_name_plural = "parallel processes"

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def named(self) -> str:
        """What it is and who leads it, within a sentence."""
        name = str(self)
        name = name if name.split()[0].isupper() or name == "LeDeR" else name[0].lower() + name[1:]
        return f"{name} ({self.lead_body})" if self.lead_body else name

    @property
    def ended(self) -> bool:
        """Whether it is over, and with it all that it asked for."""
        return self.ended_on is not None and self.ended_on <= timezone.localdate()


class Restriction(Record):
    """One thing that a process asks the review to wait with; it ends by its day, when it is lifted, or with its process."""

    process = models.ForeignKey(ParallelProcess, on_delete=models.PROTECT, related_name="restrictions")
    limit = models.CharField(max_length=20, choices=Limit.choices)
    material = models.CharField(max_length=20, choices=Material.choices, blank=True)
    detail = models.CharField(max_length=300, blank=True)
    asked_by = models.CharField(max_length=160)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    lifted_on = models.DateField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    lifted_why = models.TextField(blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["since", "pk"]

    def __str__(self) -> str:
        of = f" ({self.get_material_display().lower()})" if self.material and self.material != Material.OTHER else ""
        return f"{self.get_limit_display()}{of}"

    @property
    def review(self) -> Review:
        """The review that waits."""
        return self.process.review

    @property
    def ended_on(self) -> date | None:
        """The day on which it ended, if it has: lifted, with its process, or past its last day."""
        over = self.until if self.until and self.until < timezone.localdate() else None
        return self.lifted_on or (self.process.ended_on if self.process.ended else None) or over

    @property
    def stands(self) -> bool:
        """Whether it holds today."""
        return self.since <= timezone.localdate() and self.ended_on is None
