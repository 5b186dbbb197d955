"""Action plans that boards kept elsewhere: the file as it came, what was read from it, and what its rows became."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from findings.models.action import Action
from findings.models.recommendation import Recommendation
from findings.plan_lifecycle import PlanFileStatus
from reviews.models import Review
from scr_portal.lib.records import Record

# The reader gives up after three minutes: whoever is not done after five has stopped.
PATIENCE = timedelta(minutes=5)


def stored_as(plan: PlanFile, filename: str) -> str:
    """Where a file is kept: under its review, by its checksum, never by the name that it came with."""
    return f"plans/{plan.review_id}/{plan.sha256}"


class OfReview(models.QuerySet[Any]):
    """What hangs on a review, for those who may open it."""

    def visible_to(self, user: Any) -> Any:
        """Those of reviews that `user` may open."""
        return self.filter(review__in=Review.objects.visible_to(user))


class PlanFile(Record):
    """One action plan as a file, what was read from it, and what became of it."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="plan_files")
    # Empty for a file that was turned away: what is no action plan is not kept.
    file = models.FileField(upload_to=stored_as, max_length=200, blank=True)
    filename = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    status = models.CharField(max_length=12, choices=PlanFileStatus.choices, default=PlanFileStatus.READING)
    reading_since = models.DateTimeField(null=True, blank=True)
    refusal = models.CharField(max_length=400, blank=True, help_text="Why it was turned away.")
    # What the reader gave: {"tables": […], "rows": […], "skipped": […], "notices": […]}; rows carry their fixes beside.
    parsed = models.JSONField(default=dict)
    columns = models.JSONField(default=dict, help_text="Heading → field, as it was confirmed.")
    # {"agencies": {name: [keys]}, "recommendations": {words: number or 0 for a new one}, "agreed_on": day, "review_on": day}
    answers = models.JSONField(default=dict)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords(excluded_fields=["parsed"])

    objects = OfReview.as_manager()

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return self.filename

    @property
    def stopped(self) -> bool:
        """Whether nobody reads it any more although it was never read to its end, by a clock that may have been set."""
        since = self.reading_since or self.created_at
        return self.status == PlanFileStatus.READING and abs(timezone.now() - since) > PATIENCE


class PlanLine(models.Model):
    """What one row of an imported plan became, and its words as they were written; written once.

    `action` is empty for a recommendation without any.
    """

    plan = models.ForeignKey(PlanFile, on_delete=models.PROTECT, related_name="lines")
    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="plan_lines")
    action = models.OneToOneField(Action, on_delete=models.PROTECT, null=True, related_name="plan_line")
    # Whether the recommendation came in with this row.
    new = models.BooleanField(default=False)
    sheet = models.CharField(max_length=120, blank=True)
    row = models.PositiveIntegerField()
    sub = models.PositiveSmallIntegerField(default=1)
    # That of the action when it came in: one that was changed since is no longer undone.
    version = models.PositiveIntegerField(default=1)
    # The fields of findings.plan.ActionRow that say more than the action itself has places for.
    written = models.JSONField(default=dict)

    # Until something is reported the import can be undone as a whole; no line is ever changed.
    append_only = ("UPDATE",)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"Row {self.row} of {self.plan}"

    @property
    def review(self) -> Review:
        """The review that the plan is of."""
        return self.plan.review
