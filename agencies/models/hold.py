"""Holds on single entries: who asked, who placed and who lifted them. While one stands, few people read the entry."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from agencies.models.request import Request
from reviews.models import Review
from scr_portal.lib.records import Record
from scr_portal.lib.sealed_fields import SealedTextField


class HoldQuerySet(models.QuerySet[Any]):
    """Holds as each person may see them."""

    def standing(self) -> Any:
        """Those that were not lifted; what an agency asked for stands until the chair has decided."""
        return self.filter(lifted_on__isnull=True)

    def visible_to(self, user: Any) -> Any:
        """Those of entries that the person may read although they are on hold: the review's, and their own agency's."""
        holding = Review.objects.visible_to(user, "chronology.held")
        own = Request.objects.visible_to(user, "request.write", "request.sign_off")
        return self.filter(Q(review__in=holding) | Q(entry__request__in=own))


class Hold(Record):
    """Why one entry is kept from the panel for now. A dated fact: it begins, and it is lifted with a reason."""

    class Kind(models.TextChoices):
        POLICE = "police", "Police-sensitive"
        CORONER = "coroner", "Coroner-sensitive"
        THIRD_PARTY = "third_party", "Third party"
        PRIVILEGED = "privileged", "Legally privileged"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="holds")
    # An entry that its agency takes out again takes what the agency asked for with it; history keeps both.
    entry = models.ForeignKey("agencies.Entry", on_delete=models.CASCADE, related_name="holds")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    reason = SealedTextField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    placed_on = models.DateField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    lifted_on = models.DateField(null=True, blank=True)
    lifted_why = SealedTextField(blank=True)
    history = HistoricalRecords()

    objects = HoldQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["entry"], condition=Q(lifted_on__isnull=True), name="one_standing_hold_per_entry"
            ),
            models.CheckConstraint(
                condition=Q(asked_by__isnull=False) | Q(placed_by__isnull=False), name="a_hold_is_somebodys"
            ),
        ]

    def __str__(self) -> str:
        return f"Hold on entry {self.entry_id}"

    @property
    def waiting(self) -> bool:
        """Whether the agency asked for it and the chair has not decided yet."""
        return self.placed_on is None and self.lifted_on is None
