"""What each agency answers to a recommendation addressed to it, and what the board thinks of the answer."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Case, CharField, Count, F, IntegerField, Value, When
from simple_history.models import HistoricalRecords

from agencies.models import Agency
from findings.models.recommendation import Planned, Recommendation, Response
from reviews.models import Review
from scr_portal.lib.records import Record


class Verdict(models.TextChoices):
    """The classes of a judgement, in the manner of those of the United States' National Transportation Safety Board."""

    ACCEPTABLE = "acceptable", "Acceptable response"
    ALTERNATIVE = "alternative", "Acceptable alternative"
    EXCEEDS = "exceeds", "Exceeds the recommendation"
    UNACCEPTABLE = "unacceptable", "Unacceptable response"
    NONE_RECEIVED = "none_received", "No response received"
    SUPERSEDED = "superseded", "Superseded"


# What a judgement of an answer can be, and of an answer that did not come; anything can be superseded.
OF_AN_ANSWER = (Verdict.ACCEPTABLE, Verdict.ALTERNATIVE, Verdict.EXCEEDS, Verdict.UNACCEPTABLE, Verdict.SUPERSEDED)
OF_SILENCE = (Verdict.NONE_RECEIVED, Verdict.SUPERSEDED)
WAITING, LATE, TO_JUDGE = "waiting", "late", "to_judge"
STANDINGS: dict[str, str] = {
    LATE: "No response by the date",
    TO_JUDGE: "Waiting for the board’s judgement",
    WAITING: "Waiting for the agency",
    **dict(Verdict.choices),
}


class AgencyResponseQuerySet(Planned):
    """Answers as board and agency may see them: an agency sees its own."""

    to_review = "recommendation__review"
    to_agency = "agency"

    def visible_to(self, user: Any) -> Any:
        """As of recommendations; each of them once, so that a long list need not be looked through for doubles."""
        return self.filter(pk__in=super().visible_to(user).order_by().values("pk"))

    def standing_on(self, today: date) -> Any:
        """Each with `standing`, a key of STANDINGS: the board's last judgement of the last answer, or what is waited for."""
        return self.annotate(
            standing=Case(
                When(judged_answer=F("answers"), then=F("verdict")),
                When(answers__gt=0, then=Value(TO_JUDGE)),
                When(due_on__lt=today, then=Value(LATE)),
                default=Value(WAITING),
                output_field=CharField(),
            )
        )

    def waiting_first(self) -> Any:
        """What the board or an agency has to do something about first; of those that were fetched by `standing_on`."""
        first = [When(standing=key, then=Value(place)) for place, key in enumerate(STANDINGS)]
        return self.order_by(
            Case(*first, output_field=IntegerField()), F("due_on").asc(nulls_last=True), *self.model._meta.ordering
        )

    def to_judge(self, today: date) -> Any:
        """Those about which the board has something to judge: an answer, or that none came by the date."""
        return self.standing_on(today).filter(standing__in=(TO_JUDGE, LATE))

    def counts(self, today: date) -> dict[str, int]:
        """How many stand at each key of STANDINGS; one query."""
        rows = self.model.objects.filter(pk__in=self.order_by().values("pk")).standing_on(today).order_by()
        found = dict(rows.values_list("standing").annotate(number=Count("pk")))
        return {key: found.get(key, 0) for key in STANDINGS}

    def at_odds(self) -> Any:
        """Answers that refuse, in full or in part, what the board accepted."""
        refused = (Response.Answer.IN_PART, Response.Answer.NOT_ACCEPTED)
        return self.filter(answer__in=refused, recommendation__response__answer=Response.Answer.ACCEPTED)


class AgencyResponse(Record):
    """One agency's answer to one recommendation; without an answer yet, that it was asked for one, and by when.

    Not accepting it in full needs the reason: where a board decides not to implement a finding of a safeguarding adult
    review, its annual report gives the reasons (Care Act 2014, Schedule 2, paragraph 4(1)(g)).
    """

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="agency_responses")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="recommendation_responses")
    asked_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answer = models.CharField(max_length=20, choices=Response.Answer.choices, blank=True)
    reason = models.TextField(blank=True)
    undertaking = models.TextField("What the agency will do", blank=True)
    responded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    responded_on = models.DateField(null=True, blank=True)
    # How often it answered: a judgement is of one of these answers, and a later answer waits for another.
    answers = models.PositiveSmallIntegerField(default=0)
    # The last of its judgements, and of which answer it was; kept here so that a board's long list can be asked for it.
    verdict = models.CharField(max_length=14, choices=Verdict.choices, blank=True)
    judged_answer = models.PositiveSmallIntegerField(null=True, blank=True)
    history = HistoricalRecords()

    objects = AgencyResponseQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["recommendation__review", "recommendation__number", "agency__name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["recommendation", "agency"], name="one_response_per_agency")
        ]

    def __str__(self) -> str:
        return f"{self.agency.label} on {self.recommendation}"

    @property
    def review(self) -> Review:
        """The review that it came from."""
        return self.recommendation.review

    @property
    def board(self):  # type: ignore[no-untyped-def]
        """The board that judges it."""
        return self.review.board

    def belongs_to(self, user: Any) -> bool:
        """Whether it is the answer of the person's agency."""
        return bool(user.agency_id) and self.agency_id == user.agency_id

    @property
    def standing_label(self) -> str:
        """Where it stands, in words; of one that was fetched by `standing_on`."""
        return STANDINGS[self.standing]  # type: ignore[attr-defined]


class ResponseJudgement(models.Model):
    """What the board thinks of one answer, or of its absence; written once, so that earlier judgements stay."""

    response = models.ForeignKey(AgencyResponse, on_delete=models.PROTECT, related_name="judgements")
    verdict = models.CharField(max_length=14, choices=Verdict.choices)
    reason = models.TextField()
    judged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    judged_on = models.DateField()
    # Which of the agency's answers it is about; 0: that there was none.
    on_answer = models.PositiveSmallIntegerField(default=0)

    append_only = ("UPDATE", "DELETE")

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_verdict_display()}: {self.response}"

    @property
    def review(self) -> Review:
        """The review that it came from."""
        return self.response.review
