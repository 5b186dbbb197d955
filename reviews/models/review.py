"""The review itself, the dated facts that its clocks start from, and its grants."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from reviews import regimes
from reviews.access import Carrier, Grant, ScopedQuerySet
from reviews.models.board import Board, Membership
from reviews.policy import AGENCY_ROLES, REVIEW, permissions
from reviews.regimes.local import localised
from reviews.stages import Stage
from scr_portal.lib.records import Record


class Review(Carrier, Record):
    """One review of one case, under the rule set that it was stamped with when it began."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="reviews")
    ref = models.CharField(max_length=20, unique=True)
    title = models.CharField(max_length=120, help_text="A title that names nobody, such as “Child A”.")
    rule_set = models.CharField(max_length=60, help_text="The rule set and its version, such as england-child@2023.")
    stage = models.CharField(max_length=20, choices=Stage.choices, default=Stage.SCREENING)
    history = HistoricalRecords()

    objects = ScopedQuerySet.as_manager()
    carrier = REVIEW

    class Meta:
        ordering: ClassVar = ["-ref"]
        default_permissions = ()
        permissions = permissions(REVIEW)

    def __str__(self) -> str:
        return f"{self.ref} · {self.title}"

    @property
    def review(self) -> Review:
        """Itself, so that a record that hangs on a review and the review can be asked alike."""
        return self

    @property
    def rules(self) -> regimes.RuleSet:
        """The rule set that this review was stamped with, under its board's own labels."""
        rules, labels = regimes.get(self.rule_set), self.board.labels.get(self.rule_set)
        return localised(rules, labels) if labels else rules

    @property
    def restrictions_standing(self) -> list[Any]:
        """What parallel processes ask this review to wait with today."""
        restrictions: Any = self._meta.apps.get_model("reviews", "Restriction")
        asked = restrictions.objects.filter(process__review=self).select_related("process")
        return [each for each in asked if each.stands]

    def planned_days(self) -> dict[str, date]:
        """Stage → the day by which it is planned to be reached; stages without a plan are left out."""
        return {each.stage_key: each.planned_on for each in self.planned_stages.all() if each.planned_on}

    @classmethod
    def holders_of(cls, records: Iterable[Review]) -> dict[int, list[Any]]:
        """What reaches each review: memberships, but the agencies' own roles, which reach requests only; and guests."""
        rows = Membership.objects.active().filter(board__in={review.board_id for review in records})
        held: list[Any] = [*rows.exclude(role__in=AGENCY_ROLES)]
        sharings: Any = cls.sharings.rel.related_model
        held += [guest for guest in sharings.objects.filter(review__in=records).guests() if guest.active]
        return {review.pk: [each for each in held if each.reaches(review)] for review in records}


class ReviewGrant(Grant):
    """One person's object permission on one review, until a date; written by `reviews.access.regrant` alone."""

    content_object = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="grants")


class Milestone(Record):
    """A dated fact of a review: what happened and on which day. Clocks start and stop with these."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="milestones")
    event = models.CharField(max_length=40, help_text="One of the rule sets' events, such as referral_received.")
    happened_on = models.DateField()
    note = models.TextField(blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    class Meta:
        verbose_name = "date of the review"
        verbose_name_plural = "dates of the review"
        ordering: ClassVar = ["happened_on", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["review", "event"], name="one_date_per_event")]

    def __str__(self) -> str:
        return f"{self.event} on {self.happened_on}"


class ClockSlip(Record):
    """A later date for one clock of one review, with the reason, who approved it, and who put it on record."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="clock_slips")
    clock = models.CharField(max_length=40)
    new_due_on = models.DateField()
    reason = models.TextField()
    approver = models.CharField(max_length=160, blank=True, help_text="Who approved it, by name and role.")
    recorded_by: Any = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["pk"]


class PlannedStage(Record):
    """The day by which a review is planned to reach a stage; the real days are in the review's own history."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="planned_stages")
    stage_key = models.CharField(max_length=20, choices=Stage.choices)
    planned_on = models.DateField(null=True, blank=True, help_text="Empty once a plan was taken back.")
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["planned_on", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["review", "stage_key"], name="one_plan_per_stage")]

    def __str__(self) -> str:
        return f"{self.get_stage_key_display()} by {self.planned_on}"
