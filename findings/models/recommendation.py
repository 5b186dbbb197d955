"""Recommendations, the board's response, agencies' actions, and whether anything changed."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from agencies.models import Agency
from findings.lifecycle import ActionStatus
from findings.models.finding import Finding
from reviews.access import boards_where
from reviews.models import Review
from reviews.stages import Stage
from scr_portal.lib.records import Record

# From sign-off on, what is recommended is the board's to answer and agencies' to do.
AFTER_SIGN_OFF = (Stage.PUBLICATION, Stage.MONITORING, Stage.CLOSED)


class Planned(models.QuerySet[Any]):
    """Recommendations and actions as each person may see them; `to_review` and `to_agency` are the ways there."""

    to_review = "review"
    to_agency = "agencies"

    def visible_to(self, user: Any) -> Any:
        """The review's readers; after sign-off the board's officers, and each agency what is addressed to it."""
        reading = Q(**{f"{self.to_review}__in": Review.objects.visible_to(user, "finding.see")})
        signed_off = Q(**{f"{self.to_review}__stage__in": AFTER_SIGN_OFF})
        board = Q(**{f"{self.to_review}__board_id__in": boards_where(user, "plan.see")})
        own = Q(**{f"{self.to_review}__board_id__in": boards_where(user, "plan.see", own=True)})
        own &= Q(**{self.to_agency: user.agency_id or 0})
        return self.filter(reading | (signed_off & (board | own))).distinct()


class Recommendation(Record):
    """What should change, resting on at least one finding, addressed to agencies, with a measure of its impact."""

    class Scope(models.TextChoices):
        SINGLE = "single", "One agency"
        MULTI = "multi", "Several agencies"
        REGIONAL = "regional", "Regional"
        NATIONAL = "national", "National"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="recommendations")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    findings = models.ManyToManyField(Finding, related_name="recommendations")
    agencies = models.ManyToManyField(Agency, related_name="recommendations")
    scope = models.CharField(max_length=10, choices=Scope.choices, default=Scope.MULTI)
    measure = models.TextField("How we will know that it has worked", blank=True)
    baseline = models.TextField("How things stand today", blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords(m2m_fields=[findings, agencies])

    objects = Planned.as_manager()

    class Meta:
        ordering: ClassVar = ["review", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "number"], name="one_recommendation_per_number")
        ]

    def __str__(self) -> str:
        return f"Recommendation {self.number}"

    @property
    def board(self):  # type: ignore[no-untyped-def]
        """The board that answers for it."""
        return self.review.board

    def belongs_to(self, user: Any) -> bool:
        """Whether it is addressed to the person's agency."""
        return bool(user.agency_id) and any(agency.pk == user.agency_id for agency in self.agencies.all())


class Response(Record):
    """The board's answer to a recommendation; not accepting one needs the reason (Care Act 2014, Schedule 2 paragraph 4)."""

    class Answer(models.TextChoices):
        ACCEPTED = "accepted", "Accepted"
        IN_PART = "in_part", "Accepted in part"
        NOT_ACCEPTED = "not_accepted", "Not accepted"

    recommendation = models.OneToOneField(Recommendation, on_delete=models.PROTECT, related_name="response")
    answer = models.CharField(max_length=20, choices=Answer.choices)
    reason = models.TextField(blank=True)
    responded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    responded_on = models.DateField()
    history = HistoricalRecords()

    def __str__(self) -> str:
        return self.get_answer_display()


class ActionQuerySet(Planned):
    """Actions follow their recommendation's review and their own agency."""

    to_review = "recommendation__review"
    to_agency = "agency"

    def overdue(self, today: date) -> Any:
        """Those past their target that are not done."""
        return self.filter(target_on__lt=today, status__in=ActionStatus.unfinished())


class Action(Record):
    """What one agency does about a recommendation, by when, and who answers for it."""

    class Rag(models.TextChoices):
        RED = "red", "Red"
        AMBER = "amber", "Amber"
        GREEN = "green", "Green"
        BLUE = "blue", "Blue"

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="actions")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="actions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="actions_owned"
    )
    target_on = models.DateField()
    status = models.CharField(max_length=20, choices=ActionStatus.choices, default=ActionStatus.PLANNED)
    rag = models.CharField(max_length=8, choices=Rag.choices, blank=True)
    assured_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    assured_on = models.DateField(null=True, blank=True)
    assurance_note = models.TextField(blank=True)
    history = HistoricalRecords()

    objects = ActionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["recommendation__number", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["recommendation", "number"], name="one_action_per_number")
        ]

    def __str__(self) -> str:
        return f"Action {self.recommendation.number}.{self.number}"

    @property
    def review(self) -> Review:
        """The review that it came from."""
        return self.recommendation.review

    @property
    def board(self):  # type: ignore[no-untyped-def]
        """The board that assures it."""
        return self.review.board

    def belongs_to(self, user: Any) -> bool:
        """Whether it is the person's agency that acts."""
        return bool(user.agency_id) and self.agency_id == user.agency_id

    def overdue(self, today: date) -> bool:
        """Whether it is past its target and not done."""
        return self.target_on < today and self.status in ActionStatus.unfinished()


class ActionUpdate(models.Model):
    """One report of progress, with evidence where there is some; written once."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="updates")
    note = models.TextField()
    rag = models.CharField(max_length=8, choices=Action.Rag.choices, blank=True)
    evidence = models.FileField(upload_to="evidence/", max_length=200, blank=True)
    evidence_name = models.CharField(max_length=200, blank=True)
    evidence_sha256 = models.CharField(max_length=64, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(auto_now_add=True)

    append_only = ("UPDATE", "DELETE")

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"Progress on {self.action}"


class Impact(Record):
    """Whether an action made the difference it was meant to: measure, baseline, result, and the day it was tested."""

    class Shown(models.TextChoices):
        YES = "yes", "It made the difference"
        PARTLY = "partly", "It made some difference"
        NO = "no", "It made no difference yet"

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="impacts")
    measure = models.TextField()
    baseline = models.TextField(blank=True)
    result = models.TextField()
    shown = models.CharField(max_length=10, choices=Shown.choices)
    tested_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["-tested_on", "-pk"]

    @property
    def review(self) -> Review:
        """The review that it came from."""
        return self.action.review
