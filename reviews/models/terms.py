"""Terms of reference: the period in scope, the method, and the lines of enquiry."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from simple_history.models import HistoricalRecords

from reviews.models.review import Review
from scr_portal.lib.records import Record


class Terms(Record):
    """What the review is to find out, over which period and by which method."""

    review = models.OneToOneField(Review, on_delete=models.PROTECT, related_name="terms")
    purpose = models.TextField(blank=True)
    scope_from = models.DateField(null=True, blank=True)
    scope_to = models.DateField(null=True, blank=True)
    method = models.CharField(max_length=60, blank=True)
    method_reason = models.TextField(blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "terms"

    def __str__(self) -> str:
        return f"Terms of reference of {self.review.ref}"


class LineOfEnquiry(Record):
    """One key line of enquiry: a question that every return and the analysis answer."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="lines_of_enquiry")
    number = models.PositiveSmallIntegerField()
    question = models.TextField()
    removed = models.BooleanField(default=False)
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["number"]
        verbose_name_plural = "lines of enquiry"
        constraints: ClassVar = [models.UniqueConstraint(fields=["review", "number"], name="one_line_per_number")]

    def __str__(self) -> str:
        return f"{self.number}. {self.question}"
