"""What the panel says about the draft: comments, and words that it would put in the place of others."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from findings.anchoring import place
from findings.models.report import ReportSection
from reviews.models import Review
from scr_portal.lib.records import Record


class RemarkQuerySet(models.QuerySet[Any]):
    """Remarks as the readers of a draft see them."""

    def visible_to(self, user: Any) -> Any:
        """Those on reports whose drafts `user` may read."""
        return self.filter(section__report__review__in=Review.objects.visible_to(user, "report.see"))


class Remark(Record):
    """One comment or suggestion on a section, or on a passage of it, and how it was answered."""

    class Kind(models.TextChoices):
        COMMENT = "comment", "Comment"
        SUGGESTION = "suggestion", "Suggestion"

    class Answer(models.TextChoices):
        ACCEPTED = "accepted", "Accepted"
        ANSWERED = "answered", "Answered"
        DECLINED = "declined", "Declined"
        WITHDRAWN = "withdrawn", "Withdrawn"

    section = models.ForeignKey(ReportSection, on_delete=models.PROTECT, related_name="remarks")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    on_version = models.PositiveIntegerField(help_text="The version of the section that was read.")
    # The words it is about, as they stood, and what stood before them. Empty: the whole section.
    quote = models.TextField(blank=True)
    lead = models.CharField(max_length=120, blank=True)
    text = models.TextField(blank=True)
    words = models.TextField(blank=True, help_text="Of a suggestion: what should stand there instead.")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=12, choices=Answer.choices, blank=True)
    reason = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_on = models.DateField(null=True, blank=True)
    made_version = models.PositiveIntegerField(null=True, blank=True, help_text="The version that its words made.")
    history = HistoricalRecords()

    objects = RemarkQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["section__order", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"

    @property
    def review(self) -> Review:
        """The review that is reported on."""
        return self.section.review

    @property
    def moved(self) -> bool:
        """Whether the words that it is about do not stand in the section any more."""
        return bool(self.quote) and place(self.section.text, self.quote, self.lead) is None
