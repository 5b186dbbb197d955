"""Periods of the chronology that the panel has named: key practice episodes, missed opportunities, good practice, notes."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from findings.models.theme import Theme
from reviews.models import Review
from scr_portal.lib.records import Record


class EpisodeQuerySet(models.QuerySet[Any]):
    """Episodes as the readers of a merged chronology see them."""

    def visible_to(self, user: Any) -> Any:
        """The episodes of reviews whose merged chronology `user` may read."""
        return self.filter(review__in=Review.objects.visible_to(user, "chronology.see"))


class Episode(Record):
    """A period with a name, its kind and what the panel saw in it. The entries of these days belong to it; none is touched."""

    class Kind(models.TextChoices):
        KEY_EPISODE = "key_episode", "Key practice episode"
        MISSED_OPPORTUNITY = "missed_opportunity", "Missed opportunity"
        GOOD_PRACTICE = "good_practice", "Good practice"
        NOTE = "note", "Note"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="episodes")
    title = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.KEY_EPISODE)
    first = models.DateField("From")
    last = models.DateField("To")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, null=True, blank=True, related_name="episodes")
    note = models.TextField(blank=True)
    removed = models.BooleanField(default=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    objects = EpisodeQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["first", "last", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(last__gte=models.F("first")), name="episode_ends_after_it_begins")
        ]

    def __str__(self) -> str:
        return f"Episode {self.pk}"
