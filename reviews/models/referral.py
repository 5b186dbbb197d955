"""A worried person's referral: saved half-finished, sent later, then screened."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from reviews.access import boards_where
from reviews.models.board import Board
from reviews.models.review import Review
from scr_portal.lib.records import Record
from scr_portal.lib.sealed_fields import SealedCharField, SealedDateField, SealedTextField

BORN = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def read_line(line: str) -> tuple[str, date | None]:
    """The name and the date of birth in a line such as "Amara Okafor, 27/3/2019"; what is no real day is none."""
    name = BORN.sub("", line).strip(" ,;()\t")
    match = BORN.search(line)
    try:
        return name, date(int(match[3]), int(match[2]), int(match[1])) if match else None
    except ValueError:
        return name, None


class ReferralStatus(models.TextChoices):
    DRAFT = "draft", "Draft"
    SENT = "sent", "Sent"
    ACKNOWLEDGED = "acknowledged", "Acknowledged"
    TAKEN_FORWARD = "taken_forward", "Taken forward"
    NOT_TAKEN_FORWARD = "not_taken_forward", "Not taken forward"


class ReferralQuerySet(models.QuerySet["Referral"]):
    """Referrals as each person may see them."""

    def visible_to(self, user: Any) -> ReferralQuerySet:
        """A referrer's own and their agency's; the board's officers see all that were sent."""
        own = Q(referrer=user)
        if user.agency_id:
            own |= Q(agency_id=user.agency_id) & ~Q(status=ReferralStatus.DRAFT)
        own &= Q(board_id__in=boards_where(user, "referral.see", own=True) + boards_where(user, "referral.see"))
        sent = Q(board_id__in=boards_where(user, "referral.see")) & ~Q(status=ReferralStatus.DRAFT)
        return self.filter(own | sent)


class Referral(Record):
    """What a referrer tells the board about one incident. Its words stay as they were sent."""

    class Outcome(models.TextChoices):
        DIED = "died", "The person has died"
        SERIOUS_HARM = "serious_harm", "The person is alive and was seriously harmed"
        OTHER = "other", "Something else, such as a near miss"

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="referrals")
    ref = models.CharField(max_length=20, unique=True)
    status = models.CharField(max_length=20, choices=ReferralStatus.choices, default=ReferralStatus.DRAFT)
    referrer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="referrals"
    )
    agency = models.ForeignKey(
        "agencies.Agency", on_delete=models.PROTECT, null=True, blank=True, related_name="referrals"
    )
    rule_set = models.CharField(max_length=60)
    subject_name = SealedCharField(max_length=160, blank=True)
    subject_born_on = SealedDateField(null=True, blank=True)
    subject_sex = models.CharField(max_length=20, blank=True)
    also_concerned = SealedTextField(
        blank=True, help_text="Others in the same incident, one a line: name, date of birth."
    )
    other_areas = models.TextField(blank=True, help_text="Other boards, areas or forces that are concerned.")
    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True)
    happened_on = models.DateField(null=True, blank=True)
    aware_on = models.DateField(null=True, blank=True)
    circumstances = models.TextField(blank=True)
    agencies_involved = models.TextField(blank=True)
    concern = models.TextField(blank=True)
    safety = models.TextField(blank=True)
    answers = models.JSONField(default=dict, blank=True, help_text="Answers to the rule set’s own questions, by key.")
    sent_at = models.DateTimeField(null=True, blank=True)
    screening_note = models.TextField(blank=True)
    review = models.OneToOneField(Review, on_delete=models.PROTECT, null=True, blank=True, related_name="referral")
    history = HistoricalRecords()

    objects = ReferralQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return self.ref

    @property
    def made_by(self) -> str:
        """Who made it: somebody with an account, or somebody who was invited."""
        return str(self.referrer) if self.referrer_id else self.invitation.invited

    @property
    def people(self) -> list[tuple[str, date | None]]:
        """Everybody whom it is about, each as (name, date of birth): the first, and those who are also concerned."""
        lines = [read_line(line) for line in self.also_concerned.splitlines() if line.strip()]
        first = (self.subject_name, self.subject_born_on)
        return [first, *lines] if any(first) else lines

    def belongs_to(self, user: Any) -> bool:
        """A draft is its writer's alone; once sent, the writer's agency may read it too."""
        if self.referrer_id == user.pk:
            return True
        return self.status != ReferralStatus.DRAFT and bool(user.agency_id) and self.agency_id == user.agency_id
