"""A request to one agency in one review, and the grants that hang on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from agencies.lifecycle import AWAITED, SETTLED, RequestStatus
from reviews.access import Carrier, Grant, ScopedQuerySet
from reviews.models import Membership, Review
from reviews.policy import AGENCY_ROLES, REQUEST, permissions
from scr_portal.lib.records import Record


class RequestQuerySet(ScopedQuerySet):
    """Requests as each person may see them, and as whoever chases them does."""

    def awaited(self) -> RequestQuerySet:
        """Those whose return is neither in nor given up."""
        return self.exclude(status__in=SETTLED)


class Request(Carrier, Record):
    """What one agency is asked for in one review: a chronology and a report, by a date."""

    class Wanted(models.TextChoices):
        CHRONOLOGY_AND_IMR = "chronology_and_imr", "Chronology and agency report (IMR)"
        CHRONOLOGY = "chronology", "Chronology only"
        IMR = "imr", "Agency report (IMR) only"
        SUMMARY = "summary", "Agency summary (scoping)"
        RAPID_RETURN = "rapid_return", "Rapid review return"
        ANSWERS = "answers", "Answers to questions only"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="requests")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="requests")
    round = models.PositiveSmallIntegerField(default=1)
    wanted = models.CharField(max_length=30, choices=Wanted.choices, default=Wanted.CHRONOLOGY_AND_IMR)
    note = models.TextField(blank=True)
    period_from = models.DateField(null=True, blank=True)
    period_to = models.DateField(null=True, blank=True)
    secure = models.TextField(blank=True, help_text="Which records the agency is asked to secure.")
    sent_on = models.DateField()
    due_on = models.DateField()
    status = models.CharField(max_length=20, choices=RequestStatus.choices, default=RequestStatus.SENT)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="returns_written"
    )
    submitted_on = models.DateField(null=True, blank=True)
    signed_off_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="returns_signed"
    )
    signed_off_on = models.DateField(null=True, blank=True)
    nil_return = models.BooleanField(default=False)
    nil_return_reason = models.TextField(blank=True)
    closed_on = models.DateField(null=True, blank=True, help_text="The day of a refusal or withdrawal.")
    closed_reason = models.TextField(blank=True)
    history = HistoricalRecords()

    objects = RequestQuerySet.as_manager()
    carrier = REQUEST

    class Meta:
        ordering: ClassVar = ["due_on", "agency__name"]
        default_permissions = ()
        permissions = permissions(REQUEST)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "agency", "round"], name="one_request_per_round"),
            models.UniqueConstraint(
                fields=["review", "agency"],
                condition=models.Q(status__in=[state.value for state in AWAITED]),
                name="one_open_request_per_agency",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.review.ref} · {self.agency.label}"

    @property
    def board(self):  # type: ignore[no-untyped-def]
        """The board whose review this is."""
        return self.review.board

    @property
    def open(self) -> bool:
        """Whether the agency can still write."""
        return self.status in {RequestStatus.SENT, RequestStatus.IN_PROGRESS, RequestStatus.SENT_BACK}

    def overdue(self, today: date) -> bool:
        """Whether the return is late on `today`."""
        return self.due_on < today and self.awaited

    @property
    def awaited(self) -> bool:
        """Whether its return is neither in nor given up."""
        return self.status not in SETTLED

    @property
    def asks_chronology(self) -> bool:
        """Whether entries are asked for; a short return may hold them too, and answers alone do not."""
        return self.wanted not in {self.Wanted.IMR, self.Wanted.ANSWERS}

    @property
    def asks_summary(self) -> bool:
        """Whether the report that goes with it is the short one."""
        return self.wanted in {self.Wanted.SUMMARY, self.Wanted.RAPID_RETURN}

    @property
    def report_title(self) -> str:
        """What the report that goes with it is called; nothing where none is asked for."""
        if self.asks_summary:
            return "Agency summary" if self.wanted == self.Wanted.SUMMARY else "Rapid review return"
        asked = self.wanted in {self.Wanted.CHRONOLOGY_AND_IMR, self.Wanted.IMR}
        return "Agency report (IMR)" if asked or self.report_begun() else ""

    @property
    def next_step(self) -> str:
        """What the agency does next, in a few words."""
        return {
            RequestStatus.SENT: "Begin the return" if self.author_id else "Appoint the author",
            RequestStatus.IN_PROGRESS: "Finish the return and pass it on",
            RequestStatus.WITH_SENIOR: "Read and sign off",
            RequestStatus.SENT_BACK: "Put it right and pass it on again",
        }.get(RequestStatus(self.status), "")

    def appointed(self) -> dict[str, Any]:
        """The key of the author whom the agency appointed, by the name of the field."""
        return {"author": self.author_id}

    def report_begun(self) -> bool:
        """Whether any section of the agency's report holds words."""
        imr = getattr(self, "imr", None)
        return imr is not None and imr.sections.exclude(text="").exists()

    @classmethod
    def holders_of(cls, records: Iterable[Request]) -> dict[int, list[Membership]]:
        """The memberships that reach each request: the review's own people, and the agency's."""
        rows = Membership.objects.active().filter(board__in={asked.review.board_id for asked in records})
        held = [*rows.select_related("user")]
        return {asked.pk: [each for each in held if asked.reached_by(each)] for asked in records}

    def reached_by(self, held: Membership) -> bool:
        """Whether a membership bears on this request; the agencies' own roles do on what their own agency was asked."""
        own = held.role not in AGENCY_ROLES or held.user.agency_id == self.agency_id
        return own and held.reaches(self.review)


class RequestGrant(Grant):
    """One person's object permission on one request, until a date; written by `reviews.access.regrant` alone."""

    content_object = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="grants")
