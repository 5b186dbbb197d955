"""Filters of the merged chronology that a reader keeps under a name."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from reviews.models import Review
from scr_portal.lib.records import Record


class SavedViewQuerySet(models.QuerySet[Any]):
    """Views as each reader of a merged chronology sees them."""

    def visible_to(self, user: Any) -> Any:
        """Their own and those that are shared, of reviews whose merged chronology `user` may read."""
        readable = Review.objects.visible_to(user, "chronology.see")
        return self.filter(Q(made_by=user) | Q(shared=True), review__in=readable, removed=False)


class SavedView(Record):
    """What was asked for, never what was found: whoever opens it reads what they may read. A shared one is the panel's."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="saved_views")
    name = models.CharField(max_length=80)
    # Field of the filters → the values that were chosen, as an address carries them.
    asked = models.JSONField(default=dict)
    shared = models.BooleanField(default=False)
    removed = models.BooleanField(default=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["name", "pk"]

    def __str__(self) -> str:
        return f"View {self.pk}"
