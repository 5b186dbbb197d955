"""Processes that run beside the review: what they are, who leads them, and what they hold up."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from simple_history.models import HistoricalRecords

from reviews.models.review import Review
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
    holds_publication = models.BooleanField("Publication must wait for it", default=False)
    note = models.TextField(blank=True)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["started_on"]
        verbose_name_plural = "parallel processes"

    def __str__(self) -> str:
        return self.get_kind_display()
