"""What stands in the way of actions, how far up it was taken, and what lifted it."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from findings.models.action import Action, OfAction
from reviews.models import Review
from scr_portal.lib.records import Record


class OfBarrier(OfAction):
    """Barriers; those that stand are not lifted yet."""

    def standing(self) -> Any:
        """Those that nobody has lifted yet."""
        return self.filter(lifted_on__isnull=True)


class Barrier(Record):
    """What stands in the way of an action: who can lift it, since when, how far up it has gone, and what lifted it."""

    class Kind(models.TextChoices):
        MONEY = "money", "Money"
        PEOPLE = "people", "Posts, people or their time"
        SYSTEMS = "systems", "Records systems and other technology"
        AGREEMENT = "agreement", "Agreement between agencies"
        INFORMATION = "information", "Law or rules on sharing information"
        POLICY = "policy", "Policy or procedure"
        CULTURE = "culture", "Habit, or people who do not want it"
        SUPPLIER = "supplier", "A supplier or contract"
        NATIONAL = "national", "Something that is decided nationally"
        OTHER = "other", "Something else"

    class Step(models.TextChoices):
        AGENCY = "agency", "With the agency that acts"
        LEAD = "lead", "With the agency’s lead"
        SPONSOR = "sponsor", "With the executive sponsor"
        BOARD = "board", "With the board’s business manager"
        CHAIR = "chair", "With the board’s chair"
        NATIONAL = "national", "Outside the area: national"

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="barriers")
    kind = models.CharField("what it is about", max_length=12, choices=Kind.choices, default=Kind.OTHER)
    what = models.TextField()
    who_can_lift = models.CharField("who can lift it", max_length=160)
    since = models.DateField()
    step = models.CharField(max_length=10, choices=Step.choices, default=Step.AGENCY)
    step_on = models.DateField()
    lifted_on = models.DateField(null=True, blank=True)
    lifted_by = models.TextField("what lifted it", blank=True)
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    objects = OfBarrier.as_manager()

    class Meta:
        ordering: ClassVar = ["since", "pk"]

    def __str__(self) -> str:
        return self.what

    @property
    def review(self) -> Review:
        """The review that its action came from."""
        return self.action.review

    @property
    def board(self):  # type: ignore[no-untyped-def]
        """The board that assures its action."""
        return self.action.board

    def belongs_to(self, user: Any) -> bool:
        """Whether it is the person's agency that acts."""
        return self.action.belongs_to(user)

    def days(self, today: date) -> int:
        """For how many days it stood, or has stood by `today`."""
        return ((self.lifted_on or today) - self.since).days
