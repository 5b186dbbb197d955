"""What somebody typed in a section of a report, or in a part of a yearly report, and has not saved yet."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from findings.models.annual_report import AnnualPart
from findings.models.report import ReportSection
from reviews.models import Review


class Unsaved(models.Model):
    """One person's text of one section or part, kept while they type. Nobody else reads it; it goes when it is saved."""

    section = models.ForeignKey(ReportSection, on_delete=models.PROTECT, null=True, blank=True, related_name="unsaved")
    part = models.ForeignKey(AnnualPart, on_delete=models.PROTECT, null=True, blank=True, related_name="unsaved")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    seen_version = models.PositiveIntegerField(help_text="The version of the section at which they began.")
    kept_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "unsaved"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["section", "writer"], name="one_unsaved_text_per_person_and_section"),
            models.UniqueConstraint(fields=["part", "writer"], name="one_unsaved_text_per_person_and_part"),
            models.CheckConstraint(
                condition=Q(section__isnull=True) ^ Q(part__isnull=True), name="unsaved_is_of_one_text"
            ),
        ]

    def __str__(self) -> str:
        return f"Unsaved {self.pk}"

    @property
    def review(self) -> Review | None:
        """The review that is reported on; none for a yearly report."""
        return self.section.review if self.section else None

    @property
    def board(self) -> Any:
        """The board that reports."""
        return self.part.board if self.part else self.section.review.board if self.section else None
