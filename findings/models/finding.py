"""Findings, and what they rest on."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from simple_history.models import HistoricalRecords

from agencies.models import Entry, Hold, ImrSection
from findings.models.theme import Theme
from reviews.models import Contribution, LineOfEnquiry, Review
from reviews.stages import RELEASED
from scr_portal.lib.records import Record


class OfReview(models.QuerySet[Any]):
    """What hangs on a review's findings is seen by whoever may read its findings."""

    def visible_to(self, user: Any) -> Any:
        """The rows of reviews whose findings `user` may read."""
        return self.filter(review__in=Review.objects.visible_to(user, "finding.see"))


class EvidenceQuerySet(models.QuerySet[Any]):
    """Evidence as each person may see it."""

    def visible_to(self, user: Any) -> Any:
        """That of findings which `user` may read, while the chronology is released or for who prepares it, and without
        entries on hold unless they may read these."""
        held = Exists(Hold.objects.standing().filter(entry=OuterRef("entry")))
        holding = Q(finding__review__in=Review.objects.visible_to(user, "chronology.held"))
        released = Q(finding__review__stage__in=RELEASED)
        preparing = Q(finding__review__in=Review.objects.visible_to(user, "chronology.prepare"))
        readable = self.filter(finding__review__in=Review.objects.visible_to(user, "finding.see"))
        return readable.filter(released | preparing).filter(~held | holding)


class Finding(Record):
    """What was found and why it happened. It rests on evidence: entries, passages of agencies' reports, words of the family."""

    class Outcome(models.TextChoices):
        CONTRIBUTED = "contributed", "It contributed to the outcome"
        MAY_HAVE = "may_have", "It may have contributed"
        DID_NOT = "did_not", "It did not contribute"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="findings")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    what = models.TextField("What happened")
    expected = models.TextField("What good practice would have been", blank=True)
    why = models.TextField("Why it happened")
    sense = models.TextField("Why it made sense at the time", blank=True)
    impact = models.TextField("What it meant for the person", blank=True)
    outcome = models.CharField("Its part in the outcome", max_length=12, choices=Outcome.choices, blank=True)
    outcome_why = models.TextField("Why it is judged so", blank=True)
    lines_of_enquiry = models.ManyToManyField(LineOfEnquiry, blank=True, related_name="findings")
    themes = models.ManyToManyField(Theme, blank=True, related_name="findings")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords(m2m_fields=[lines_of_enquiry, themes])

    objects = OfReview.as_manager()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["review", "number"], name="one_finding_per_number")]

    def __str__(self) -> str:
        return f"Finding {self.number}: {self.title}"

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that its author wrote in it."""
        return (self.title, self.expected, self.what, self.why, self.sense, self.impact, self.outcome_why)

    @property
    def left_open(self) -> list[str]:
        """What a finding says and this one does not yet."""
        told = {
            "what good practice would have been": self.expected,
            "why it made sense at the time": self.sense,
            "its part in the outcome": self.outcome,
        }
        return [name for name, text in told.items() if not text]


class Evidence(Record):
    """One thing that a finding rests on: an entry, a section of an agency's report, or what the family said."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="evidence")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence_for")
    imr_section = models.ForeignKey(
        ImrSection, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence_for"
    )
    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence_for"
    )
    note = models.TextField(blank=True)
    removed = models.BooleanField(default=False)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        verbose_name_plural = "evidence"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(entry__isnull=False, imr_section__isnull=True, contribution__isnull=True)
                | Q(entry__isnull=True, imr_section__isnull=False, contribution__isnull=True)
                | Q(entry__isnull=True, imr_section__isnull=True, contribution__isnull=False),
                name="evidence_is_one_thing",
            )
        ]

    @property
    def review(self) -> Review:
        """The review of the finding."""
        return self.finding.review

    @property
    def words(self) -> str:
        """What the agency wrote, with real names; the family's words stand on a page of their own, whose reading is recorded."""
        return self.entry.event if self.entry else self.imr_section.text if self.imr_section else ""
