"""The round of factual accuracy: which agency saw which passage of the draft, what it said, what was decided."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from agencies.models import Request
from findings.models.report import Report, ReportSection
from reviews.models import Review
from scr_portal.lib.records import Record


class AccuracyRound(Record):
    """One round in which agencies check what the draft says about them; a report has one open at a time."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="accuracy_rounds")
    due_on = models.DateField()
    note = models.TextField(blank=True)
    sent_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["report"], condition=Q(closed_on__isnull=True), name="one_open_accuracy_round"
            )
        ]

    def __str__(self) -> str:
        return f"Round of factual accuracy, {self.report.review.ref}"

    @property
    def review(self) -> Review:
        """The review that is reported on."""
        return self.report.review


class OfInvitation(models.QuerySet[Any]):
    """Invitations as the agency and as the review may see them; an agency sees its own once the round was sent."""

    def visible_to(self, user: Any) -> Any:
        """The invitations that `user` answers, and those of reports that they may read."""
        answering = Request.objects.visible_to(user, "accuracy.see")
        reading = Review.objects.visible_to(user, "report.see")
        own = Q(request__in=answering, round__sent_on__isnull=False)
        return self.filter(own | Q(round__report__review__in=reading))


class AccuracyInvitation(Record):
    """One agency in a round: `chosen` are the passages that it will see, [section key, number of the paragraph]."""

    round = models.ForeignKey(AccuracyRound, on_delete=models.PROTECT, related_name="invitations")
    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="accuracy_invitations")
    chosen = models.JSONField(default=list)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    history = HistoricalRecords()

    objects = OfInvitation.as_manager()

    class Meta:
        ordering: ClassVar = ["request__agency__name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "request"], name="agency_once_per_accuracy_round")
        ]

    def __str__(self) -> str:
        return f"{self.round} · {self.request.agency.label}"

    @property
    def review(self) -> Review:
        """The review that is reported on."""
        return self.round.review

    @property
    def open(self) -> bool:
        """Whether the agency can still say something."""
        return self.round.sent_on is not None and self.round.closed_on is None

    def late(self, today: date) -> bool:
        """Whether an answer is still missing after the day it was asked for."""
        return self.open and self.answered_on is None and self.round.due_on < today


class AccuracyPassage(models.Model):
    """A passage as the agency saw it, names covered; kept as it was sent, whatever becomes of the draft."""

    invitation = models.ForeignKey(AccuracyInvitation, on_delete=models.PROTECT, related_name="passages")
    section = models.ForeignKey(ReportSection, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()

    # What was shown is evidence of what was asked.
    append_only = ("UPDATE",)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.section}: {self.text[:60]}"

    @property
    def review(self) -> Review:
        """The review that is reported on."""
        return self.invitation.review

    @property
    def request(self) -> Request:
        """The request whose agency is asked."""
        return self.invitation.request


class AccuracyComment(Record):
    """What an agency says is wrong with a passage, and what was decided about it, with the reason."""

    class Kind(models.TextChoices):
        FACT = "fact", "A fact is wrong"
        MISSING = "missing", "Something is missing"
        WORDING = "wording", "The wording is unfair or unclear"

    class Decision(models.TextChoices):
        ACCEPTED = "accepted", "Accepted: the text is changed"
        IN_PART = "in_part", "Accepted in part"
        NOT_ACCEPTED = "not_accepted", "Not accepted: the text stands"

    passage = models.ForeignKey(AccuracyPassage, on_delete=models.PROTECT, related_name="comments")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    text = models.TextField()
    evidence = models.TextField(blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decision = models.CharField(max_length=14, choices=Decision.choices, blank=True)
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_on = models.DateField(null=True, blank=True)
    # The agency's words where it stands by its comment after the decision: they go into the addendum.
    dispute = models.TextField(blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.request.agency.label})"

    @property
    def review(self) -> Review:
        """The review that is reported on."""
        return self.passage.review

    @property
    def request(self) -> Request:
        """The request whose agency said it."""
        return self.passage.request
