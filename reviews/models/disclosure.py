"""The log of disclosures: what was given to whom, when, why and under which power; never what it says."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from reviews.models.review import Review


class Disclosure(models.Model):
    """One document or part of one that somebody was given. Written by the verb that gives it out, or by hand; never changed."""

    class Kind(models.TextChoices):
        LETTER = "letter", "Letter"
        DECISION = "decision", "Record of the decision"
        CHRONOLOGY = "chronology", "Merged chronology"
        PASSAGES = "passages", "Passages of the draft report"
        REPORT = "report", "Report or a draft of it"
        PACK = "pack", "Pack for the national body"
        COPY = "copy", "Copy that law or guidance asks for"
        PUBLICATION = "publication", "Publication"
        SUBJECT_ACCESS = "subject_access", "Answer to a subject access request"
        OTHER = "other", "Something else"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="disclosures")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    what = models.CharField(max_length=200)
    edition = models.CharField(max_length=80, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    to = models.CharField(max_length=200)
    given_on = models.DateField()
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=300)
    power = models.CharField(max_length=300)
    by_hand = models.BooleanField(default=False)
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections")
    recorded_at = models.DateTimeField(auto_now_add=True)

    append_only = ("UPDATE", "DELETE")

    class Meta:
        ordering: ClassVar = ["-given_on", "-pk"]

    def __str__(self) -> str:
        return f"Disclosure {self.pk} of {self.review.ref}"
