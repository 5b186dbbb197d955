"""The plan by which a clock is met, as it is ticked off, and the notification that starts it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from reviews.models.review import Review
from scr_portal.lib.records import Record


class PlanTick(Record):
    """One task of the rule set's plan that was done: who said so, on which day. `standing` is false once it was taken back."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="plan_ticks")
    task = models.CharField(max_length=40)
    standing = models.BooleanField(default=True)
    ticked_on = models.DateField()
    ticked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["review", "task"], name="one_tick_per_task")]

    def __str__(self) -> str:
        return self.task


class Notification(Record):
    """That the national body and the partners were told of a serious incident: when, by whom, under which reference.

    Children Act 2004, section 16C(1): the local authority notifies; guidance gives it five working days from becoming
    aware. The two days are kept as the review's milestones, because clocks start and stop with them.
    """

    review = models.OneToOneField(Review, on_delete=models.PROTECT, related_name="notification")
    sent_by = models.CharField(max_length=160)
    reference = models.CharField(max_length=80, blank=True)
    partners_told = models.TextField(blank=True)
    note = models.TextField(blank=True)
    history = HistoricalRecords()

    def __str__(self) -> str:
        return f"Notification of {self.review.ref}"
