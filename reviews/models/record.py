"""What stands beside a decision: the signed record, challenges to it, and the legal advice that is kept apart."""

from __future__ import annotations

import hashlib
import json
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from reviews.models.decision import Decision
from reviews.models.referral import Referral
from reviews.models.review import Review
from scr_portal.lib.records import Record
from scr_portal.lib.sealed_fields import SealedTextField


class DecisionRecord(models.Model):
    """One signed version of the record of a decision: its words as they stood, and their checksum. Never changed."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="records")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    why = models.TextField(blank=True)
    correction = models.TextField(blank=True)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()

    append_only = ("UPDATE", "DELETE")

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["decision", "number"], name="one_record_per_version")]

    def __str__(self) -> str:
        return f"Decision record of {self.review.ref}, version {self.number}"

    @property
    def review(self) -> Review:
        """The review that was decided about."""
        return self.decision.review

    @property
    def whole(self) -> bool:
        """Whether the words are those that were signed."""
        return digest(self.content) == self.sha256


def digest(content: Any) -> str:
    """The SHA-256, in hex, of a document's content in its one canonical spelling."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


class Challenge(Record):
    """Somebody holds that a decision is wrong, or refers the same case again; and how they were answered."""

    class Kind(models.TextChoices):
        CHALLENGE = "challenge", "Challenge to the decision"
        RE_REFERRAL = "re_referral", "The same case referred again"

    class Answer(models.TextChoices):
        STANDS = "stands", "The decision stands"
        AGAIN = "again", "The case is looked at again"

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="challenges")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    from_whom = models.CharField(max_length=160)
    received_on = models.DateField()
    why = models.TextField()
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, null=True, blank=True, related_name="challenges")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=12, choices=Answer.choices, blank=True)
    answer_reason = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_on = models.DateField(null=True, blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["received_on", "pk"]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def review(self) -> Review:
        """The review that was decided about."""
        return self.decision.review


class LegalAdvice(Record):
    """Advice of the board's lawyer about one case: privileged, read by few, and never part of a paper that leaves."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="legal_advice")
    given_by = models.CharField(max_length=160)
    given_on = models.DateField()
    question = SealedTextField()
    advice = SealedTextField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["given_on", "pk"]
        verbose_name_plural = "legal advice"

    def __str__(self) -> str:
        return f"Legal advice of {self.given_on}"
