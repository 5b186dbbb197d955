"""Accounts of several agencies that tell of one event: suggested by the portal, decided by a person. Entries are never touched."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from agencies.models import Entry
from findings.lifecycle import LinkStatus
from reviews.models import Review
from scr_portal.lib.records import Record


class EventLinkQuerySet(models.QuerySet[Any]):
    """Links as the readers of a merged chronology may see them."""

    def visible_to(self, user: Any) -> Any:
        """The links of reviews whose chronology `user` may read, but for those that hold an entry kept from them."""
        readable = Entry.objects.visible_to(user)
        kept_back = EventLink.entries.through.objects.exclude(entry__in=readable)
        seen = self.filter(review__in=Review.objects.visible_to(user, "chronology.see"))
        return seen.exclude(pk__in=kept_back.values("eventlink"))


class EventLink(Record):
    """Entries that may tell of one event. A link that was rejected says that no two of its entries do."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="event_links")
    entries = models.ManyToManyField(Entry, related_name="event_links")
    status = models.CharField(max_length=12, choices=LinkStatus.choices, default=LinkStatus.SUGGESTED)
    # What the suggestion rests on, and how likely it is from 0 to 1; empty and null where a person linked the entries.
    reasons = models.JSONField(default=list)
    score = models.FloatField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    history = HistoricalRecords(m2m_fields=[entries])

    objects = EventLinkQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-score", "pk"]

    def __str__(self) -> str:
        return f"Accounts of one event, number {self.pk}"
