"""Criteria answered one by one, and the decision as a record."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from reviews.models.meeting import Meeting
from reviews.models.review import Review
from scr_portal.lib.records import Record


class CriterionAnswer(Record):
    """One limb of the criteria: met, not met or not yet known, with its own reason and evidence."""

    class Answer(models.TextChoices):
        MET = "met", "Met"
        NOT_MET = "not_met", "Not met"
        NOT_KNOWN = "not_known", "Not yet known"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="criterion_answers")
    criterion = models.CharField(max_length=60, help_text="The criterion's key in the review's rule set.")
    answer = models.CharField(max_length=10, choices=Answer.choices)
    reason = models.TextField()
    evidence = models.TextField(blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "criterion"], name="one_answer_per_criterion")
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.get_answer_display()}"


class Decision(Record):
    """What was recommended and what the chair decided. Written once; a later decision is a new record beside it."""

    class Agreement(models.TextChoices):
        AGREES = "agrees", "Agrees with the recommendation"
        DEPARTS = "departs", "Departs from the recommendation"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="decisions")
    recommended_outcome = models.CharField(max_length=40)
    recommendation = models.TextField()
    recommended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="decisions")
    abuse_types = models.JSONField(default=list, blank=True)
    delay_reason = models.TextField(blank=True)
    equality = models.TextField(blank=True)
    dissent = models.TextField(blank=True)
    outcome = models.CharField(max_length=40, blank=True)
    agreement = models.CharField(max_length=10, choices=Agreement.choices, blank=True)
    rationale = models.TextField(blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_on = models.DateField(null=True, blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"Decision on {self.review.ref}"

    @property
    def made(self) -> bool:
        """Whether the chair has decided; from then on the record does not change."""
        return self.decided_on is not None
