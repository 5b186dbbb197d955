"""Terms of reference: the period in scope, the method, the lines of enquiry, the agencies; versions and signatures."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
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


class Participation(Record):
    """One agency in the terms, and what it is asked to bring."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="participations")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="participations")
    asked = models.TextField()
    removed = models.BooleanField(default=False)
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["agency__name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "agency"], name="one_participation_per_agency")
        ]

    def __str__(self) -> str:
        return f"{self.agency} in {self.review.ref}"


class TermsVersion(Record):
    """The terms as they were issued, whole and for good; later changes make the next version beside it."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="terms_versions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField(help_text="What the terms said: title of each part → its text.")
    why = models.TextField()
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "number"], name="one_terms_version_per_number")
        ]

    def __str__(self) -> str:
        return f"Terms of reference of {self.review.ref}, version {self.number}"


class TermsSignature(Record):
    """One partner's or panel member's word on a version of the terms."""

    class Answer(models.TextChoices):
        AGREES = "agrees", "Agrees"
        DISAGREES = "disagrees", "Does not agree"

    issue = models.ForeignKey(TermsVersion, on_delete=models.PROTECT, related_name="signatures")
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    on_behalf_of = models.CharField(max_length=160)
    answer = models.CharField(max_length=10, choices=Answer.choices)
    note = models.TextField(blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["issue", "signed_by"], name="one_signature_per_person")
        ]

    def __str__(self) -> str:
        return f"{self.on_behalf_of}: {self.get_answer_display()}"

    @property
    def review(self) -> Review:
        """The review whose terms were signed."""
        return self.issue.review
