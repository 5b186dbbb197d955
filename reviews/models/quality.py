"""The self-assessment of a review against the quality markers."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from reviews.models.review import Review
from scr_portal.lib.records import Record


class QualityJudgement(Record):
    """One marker as one side judges it today, with the reason; earlier judgements are in its history."""

    class Side(models.TextChoices):
        BOARD = "board", "Board"
        SUBGROUP = "subgroup", "Case review group"
        REVIEWER = "reviewer", "Reviewer"
        MANAGER = "manager", "Business manager"

    class Verdict(models.TextChoices):
        SHOWN = "shown", "Shown"
        IN_PART = "in_part", "Shown in part"
        NOT_SHOWN = "not_shown", "Not shown"
        TOO_EARLY = "too_early", "Too early to say"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="quality_judgements")
    markers = models.CharField(max_length=60, help_text="The stamp of the list of markers.")
    marker = models.CharField(max_length=40)
    side = models.CharField(max_length=12, choices=Side.choices)
    verdict = models.CharField(max_length=12, choices=Verdict.choices)
    reason = models.TextField()
    judged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "marker", "side"], name="one_judgement_per_marker_and_side")
        ]

    def __str__(self) -> str:
        return f"{self.marker}, {self.get_side_display().lower()}"
