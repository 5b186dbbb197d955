"""Whom the learning reaches: the plan by level and agency, what each team made of it, and who says that they read it."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from agencies.models import Agency
from findings.models.product import Edition, Product
from reviews.access import boards_where
from reviews.models import Board, Review
from scr_portal.lib.records import Record


class Level(models.TextChoices):
    """For whom learning is meant within an organisation."""

    EXECUTIVE = "executive", "Executive"
    MANAGER = "manager", "Manager"
    FRONT_LINE = "front_line", "Front line"
    SCHOOL = "school", "School"
    PROVIDER = "provider", "Commissioned provider"


class Channel(models.TextChoices):
    """The way by which it reaches them."""

    MEETING = "meeting", "Team meeting"
    SUPERVISION = "supervision", "Supervision"
    TRAINING = "training", "Training"
    EVENT = "event", "Learning event"
    EMAIL = "email", "E-mail"
    NEWSLETTER = "newsletter", "Newsletter or intranet"
    OTHER = "other", "Another way"


class AudienceQuerySet(models.QuerySet[Any]):
    """Lines of the plan as each person may see them."""

    def visible_to(self, user: Any) -> Any:
        """All of reviews whose report `user` may read; each agency its own, once they were sent."""
        reading = Q(product__report__review__in=Review.objects.visible_to(user, "report.see"))
        own = Q(product__report__review__board_id__in=boards_where(user, "learning.answer", own=True))
        own &= Q(agency=user.agency_id or 0, sent_on__isnull=False)
        return self.filter(reading | own, dropped=False)

    def answerable_by(self, user: Any) -> Any:
        """Those that are `user`'s to answer, for their agency."""
        boards = boards_where(user, "learning.answer", own=True)
        return self.filter(product__report__review__board__in=boards, agency=user.agency_id or 0)

    def unanswered(self) -> Any:
        """Those that were sent and whose team has not said how it used the learning."""
        return self.filter(sent_on__isnull=False, answer__isnull=True, dropped=False)


class Audience(Record):
    """One line of the plan: one product for one level of one agency, by which way, when, and how many it should reach."""

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="audiences")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="audiences")
    level = models.CharField(max_length=12, choices=Level.choices)
    channel = models.CharField(max_length=12, choices=Channel.choices)
    planned_on = models.DateField()
    answer_by = models.DateField()
    expected = models.PositiveIntegerField(null=True, blank=True, help_text="How many people it should reach.")
    sent_on = models.DateField(null=True, blank=True)
    dropped = models.BooleanField(default=False)
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    objects = AudienceQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["planned_on", "pk"]

    def __str__(self) -> str:
        return f"{self.product.get_kind_display()}, {self.agency.label}, {self.get_level_display().lower()}"

    @property
    def review(self) -> Review:
        """The review whose learning it is."""
        return self.product.review

    @property
    def board(self) -> Board:
        """The board that sends it."""
        return self.product.review.board

    def belongs_to(self, user: Any) -> bool:
        """Whether it is the person's agency that is reached."""
        return bool(user.agency_id) and self.agency_id == user.agency_id

    def late(self, today: date) -> bool:
        """Whether its team should have said by now how it used the learning."""
        return self.sent_on is not None and self.answer_by < today and getattr(self, "answer", None) is None


class TeamAnswer(Record):
    """How one team used the learning: when, in which way, with how many people, and what will be different."""

    audience = models.OneToOneField(Audience, on_delete=models.PROTECT, related_name="answer")
    used_on = models.DateField()
    channel = models.CharField(max_length=12, choices=Channel.choices)
    reached = models.PositiveIntegerField()
    different = models.TextField()
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"Answer of {self.audience.agency.label}"

    @property
    def review(self) -> Review:
        """The review whose learning it is."""
        return self.audience.review


class Receipt(models.Model):
    """That somebody read an edition, and what they answered; the board is told numbers only."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="receipts")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    level = models.CharField(max_length=12, choices=Level.choices)
    answers = models.JSONField(
        default=list, blank=True, help_text="The place of each answer, in the order of the questions."
    )
    read_at = models.DateTimeField(auto_now_add=True)

    append_only = ("UPDATE", "DELETE")

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["edition", "reader"], name="one_receipt_per_reader")]

    def __str__(self) -> str:
        return f"Receipt for {self.edition}"

    @property
    def review(self) -> Review:
        """The review that it tells of."""
        return self.edition.review
