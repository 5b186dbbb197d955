"""Support for professionals: who may be affected by a review, what they were offered, who asked for support.

The support lead alone reads any of it, of their own agency, or of every agency if they belong to none. There is no
clinical content: what was arranged stands here, never why somebody needs it.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from agencies.models.directory import Agency
from reviews.access import boards_where
from reviews.models import Board, Review
from scr_portal.lib.records import Record


def of_own_agency(user: Any, path: str = "agency") -> Q:
    """What is for a support lead to read, by agency: that of their own; of every one, if they belong to none."""
    return Q(**{path: user.agency_id}) if user.agency_id else Q()


class ProfessionalQuerySet(models.QuerySet[Any]):
    """Professionals as their support lead sees them."""

    def visible_to(self, user: Any) -> Any:
        """Those whom the person looks after; nobody else finds any."""
        return self.filter(of_own_agency(user), review__in=Review.objects.visible_to(user, "support.keep"))


class Professional(Record):
    """Somebody who may be affected by a review, under the code of their role. No name is needed."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="professionals")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    role_code = models.CharField(max_length=40)
    contact = models.CharField(max_length=120, blank=True)
    wants_no_more = models.BooleanField(default=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    objects = ProfessionalQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["agency__name", "role_code", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "agency", "role_code"], name="one_role_code_per_agency")
        ]

    def __str__(self) -> str:
        return self.role_code


class SupportOfferQuerySet(models.QuerySet[Any]):
    """Offers as their support lead sees them."""

    def visible_to(self, user: Any) -> Any:
        """Those made to whom the person looks after."""
        return self.filter(professional__in=Professional.objects.visible_to(user))


class SupportOffer(Record):
    """One offer of support to one professional, and what became of it."""

    class Kind(models.TextChoices):
        DEBRIEF = "debrief", "Debrief"
        SUPERVISION = "supervision", "Supervision"
        COUNSELLING = "counselling", "Counselling"
        OCCUPATIONAL_HEALTH = "occupational_health", "Occupational health"

    class Answer(models.TextChoices):
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "Declined"
        LATER = "later", "Not now: ask again"

    professional = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="offers")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    offered_on = models.DateField()
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    contact_on = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=120, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    objects = SupportOfferQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-offered_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} offered to {self.professional}"

    @property
    def review(self) -> Review:
        """The review that the professional may be affected by."""
        return self.professional.review


class SupportAskQuerySet(models.QuerySet[Any]):
    """Who asked for support, as the support leads see it."""

    def visible_to(self, user: Any) -> Any:
        """Those of the boards in whose reviews the person is a support lead, of their own agency or of any."""
        return self.filter(of_own_agency(user), board__in=boards_where(user, "support.answer"))


class SupportAsk(Record):
    """Somebody who signed in asks to be called about support. They need not say why, and nobody but support leads learns of it."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reach = models.CharField(max_length=120, blank=True)
    taken_up_on = models.DateField(null=True, blank=True)
    taken_up_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    history = HistoricalRecords()

    objects = SupportAskQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"Support asked for by {self.asked_by}"
