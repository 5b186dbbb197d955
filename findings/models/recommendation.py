"""Recommendations and the board's response."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from simple_history.models import HistoricalRecords

from agencies.models import Agency
from findings.models.finding import Finding
from reviews.access import boards_where
from reviews.models import Review
from reviews.stages import Stage
from scr_portal.lib.records import Record

# From sign-off on, what is recommended is the board's to answer and agencies' to do.
AFTER_SIGN_OFF = (Stage.PUBLICATION, Stage.MONITORING, Stage.CLOSED)
ANSWERABLE = (Stage.PUBLICATION, Stage.MONITORING)


class Planned(models.QuerySet[Any]):
    """Recommendations and actions as each person may see them; `to_review` and `to_agency` are the ways there."""

    to_review = "review"
    to_agency = "agencies"
    several = True  # A recommendation of several agencies is found once for each of them.

    def visible_to(self, user: Any) -> Any:
        """The review's readers; after sign-off the board's officers, and each agency what is addressed to it."""
        reading = Q(**{f"{self.to_review}__in": Review.objects.visible_to(user, "finding.see")})
        signed_off = Q(**{f"{self.to_review}__stage__in": AFTER_SIGN_OFF})
        board = Q(**{f"{self.to_review}__board_id__in": boards_where(user, "plan.see")})
        own = Q(**{f"{self.to_review}__board_id__in": boards_where(user, "plan.see", own=True)})
        own &= Q(**{self.to_agency: user.agency_id or 0})
        found = self.filter(reading | (signed_off & (board | own)))
        return found.distinct() if self.several else found


class RecommendationQuerySet(Planned):
    """Recommendations, and those in which a link of the chain is missing."""

    def signed_off(self) -> Any:
        """Those of reviews whose report was signed off."""
        return self.filter(review__stage__in=AFTER_SIGN_OFF)

    def answerable(self) -> Any:
        """Those that board and agencies can answer now: after sign-off, until the review is closed."""
        return self.filter(review__stage__in=ANSWERABLE)

    def without_finding(self) -> Any:
        """Those that rest on no finding; the verbs let none arise."""
        return self.filter(findings__isnull=True)

    def without_addressee(self) -> Any:
        """Those that are addressed to no agency."""
        return self.filter(agencies__isnull=True)

    def without_measure(self) -> Any:
        """Those of which nobody has said how it will be known that they worked."""
        return self.filter(measure="")

    def without_response(self) -> Any:
        """Those that the board could answer and has not."""
        return self.answerable().filter(response__isnull=True)

    def accepted(self) -> Any:
        """Those that the board accepted, in full or in part, and that can be acted on now."""
        accepted = (Response.Answer.ACCEPTED, Response.Answer.IN_PART)
        return self.answerable().filter(response__answer__in=accepted)

    def without_action(self) -> Any:
        """Those that were accepted, and about which no action is set."""
        return self.accepted().filter(actions__isnull=True)

    def without_agency_response(self) -> Any:
        """Those that an agency could answer and has not."""
        return self.answerable().filter(Exists(self.links().filter(~Exists(self.answers().filter(answers__gt=0)))))

    def unasked(self) -> Any:
        """Those with an agency that could be asked for its answer, was not, and has not answered by itself."""
        return self.answerable().filter(Exists(self.links().filter(~Exists(self.answers()))))

    def unanswered_by(self, agency: Any) -> Any:
        """Those that are addressed to an agency and wait for its answer."""
        answered = self.model.agency_responses.rel.related_model.objects.filter(agency=agency, answers__gt=0)
        return self.answerable().filter(agencies=agency).exclude(pk__in=answered.values("recommendation"))

    def due_for(self, agency: Any) -> Any:
        """Each with `due_on`, the day by which an agency was asked to answer; None where it was not asked."""
        asked = self.model.agency_responses.rel.related_model.objects.filter(agency=agency)
        return self.annotate(due_on=Subquery(asked.filter(recommendation=OuterRef("pk")).values("due_on")[:1]))

    def not_sent_on(self) -> Any:
        """Those that are not in local gift and were sent to no national body yet."""
        return self.signed_off().filter(beyond_gift=True, escalations__isnull=True)

    def links(self) -> Any:
        """The agencies of a recommendation, for a question within a question."""
        return self.model.agencies.through.objects.filter(recommendation=OuterRef("pk"))

    def answers(self) -> Any:
        """What stands for the answer of the agency of a link."""
        kept = self.model.agency_responses.rel.related_model.objects
        return kept.filter(recommendation=OuterRef("recommendation"), agency=OuterRef("agency"))


class Recommendation(Record):
    """What should change, resting on at least one finding, addressed to agencies, with a measure of its impact."""

    class Change(models.TextChoices):
        BEHAVIOUR = "behaviour", "What people do"
        SYSTEM = "system", "How the system works: records, tools, ways of working together"
        POLICY = "policy", "What policy or procedure says"
        RESOURCES = "resources", "Money, people or time"

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
    # Keys of Change, in its order.
    changes = models.JSONField(default=list, blank=True)
    scope = models.CharField(max_length=10, choices=Scope.choices, default=Scope.MULTI)
    beyond_gift = models.BooleanField("Not in local gift", default=False)
    measure = models.TextField("How we will know that it has worked", blank=True)
    baseline = models.TextField("How things stand today", blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords(m2m_fields=[findings, agencies])

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["review", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "number"], name="one_recommendation_per_number")
        ]

    def __str__(self) -> str:
        return f"Recommendation {self.number}"

    @property
    def change_labels(self) -> list[str]:
        """What it should change, in words."""
        return [label for key, label in self.Change.choices if key in self.changes]

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
