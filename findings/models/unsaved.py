"""What somebody typed in a section of the report and has not saved yet."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from findings.models.report import ReportSection
from reviews.models import Review


class Unsaved(models.Model):
    """One person's text of one section, kept while they type. Nobody else reads it; it goes when it is saved."""

    section = models.ForeignKey(ReportSection, on_delete=models.PROTECT, related_name="unsaved")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    seen_version = models.PositiveIntegerField(help_text="The version of the section at which they began.")
    kept_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "unsaved"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["section", "writer"], name="one_unsaved_text_per_person_and_section")
        ]

    def __str__(self) -> str:
        return f"Unsaved {self.pk}"

    @property
    def review(self) -> Review:
        """The review that is reported on."""
        return self.section.review
