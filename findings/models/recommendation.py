"""Recommendations and the board's response."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from agencies.models import Agency
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
