"""The log of what was done: append-only, and chained by hash so that a changed, moved or missing line shows."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from reviews.access import boards_where
from reviews.models.board import Board
from reviews.models.review import Review
from reviews.regimes.records import kinds
from scr_portal.lib.sealed_fields import SealedTextField

# What is done with entries on hold has a chain of its own in each review, so that who may not know of it finds no number
# missing. These facts count or name entries, those on hold among them: they are for the same readers.
SEALED = "-sealed"
# What is done for professionals who may be affected has a chain for each agency, which its support lead alone reads: no
# chair, manager, auditor or administrator finds an event, or a number that is missing.
SUPPORT = "-support-"
COUNTING = frozenset({
    "entries", "entry", "ok", "attention", "refused", "restored", "left_out", "replaced", "beside", "sections", "sha256", "replaces", "corrections", "left",
    "suggestions", "likely",
})  # fmt: skip


class EventQuerySet(models.QuerySet["Event"]):
    """Events as each person may see them."""

    def visible_to(self, user: Any) -> EventQuerySet:
        """Those of reviews whose audit the person may read, and of boards likewise; sealed ones need the right to held entries.

        What tells of support for professionals is its support lead's, and nobody else's.
        """
        reviews = Review.objects.visible_to(user, "review.audit")
        holding = Review.objects.visible_to(user, "chronology.held")
        boards = boards_where(user, "board.audit")
        of_reviews = Q(review__in=reviews) & (~Q(chain__endswith=SEALED) | Q(review__in=holding))
        plain = of_reviews | Q(review__isnull=True, board_id__in=boards)
        return self.filter(plain & ~Q(chain__contains=SUPPORT) | self.of_support(user))

    def unsealed(self) -> EventQuerySet:
        """Those that tell neither of entries on hold nor of support: all that may be counted for whoever reads a review."""
        return self.exclude(chain__endswith=SEALED).exclude(chain__contains=SUPPORT)

    def of_support(self, user: Any) -> Q:
        """What tells of support for professionals, for a support lead: of their own agency, or of all if they belong to none."""
        kept = Q(review__in=Review.objects.visible_to(user, "support.keep"))
        asked = Q(review__isnull=True, board_id__in=boards_where(user, "support.answer"))
        whose = Q(chain__endswith=f"{SUPPORT}{user.agency_id}") if user.agency_id else Q()
        return Q(chain__contains=SUPPORT) & whose & (kept | asked)


class Event(models.Model):
    """Who did what to which record, when, from where and why. Written by `reviews.services.events.record` alone."""

    chain = models.CharField(max_length=40, editable=False)
    number = models.PositiveIntegerField(editable=False)
    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    verb = models.CharField(max_length=60)
    board = models.ForeignKey(Board, on_delete=models.PROTECT, null=True, related_name="+")
    review = models.ForeignKey(Review, on_delete=models.PROTECT, null=True, related_name="events")
    subject_type = models.CharField(max_length=60, blank=True)
    subject_id = models.BigIntegerField(null=True)
    subject = models.CharField(max_length=160, blank=True)
    why = SealedTextField(blank=True)
    facts = models.JSONField(default=dict)
    address = models.CharField(max_length=60, blank=True)
    before = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = EventQuerySet.as_manager()
    append_only = ("UPDATE", "DELETE")

    class Meta:
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["chain", "number"], name="one_event_per_number")]
        indexes: ClassVar = [models.Index(fields=["subject_type", "subject_id"])]

    def __str__(self) -> str:
        return f"{self.chain} {self.number}: {self.verb}"

    @property
    def sealed(self) -> bool:
        """Whether only those who may read entries on hold read of it."""
        return self.chain.endswith(SEALED)

    @property
    def record_kind(self) -> str:
        """How the address of its record's own page names the kind of record; nothing for what hangs on no review."""
        return self.subject_type.replace(".", "-") if self.subject_type in kinds() else ""

    def digest(self) -> str:
        """The SHA-256, in hex, over everything that this event says and the hash of the one before it."""
        said = {
            "chain": self.chain, "number": self.number, "at": self.at.astimezone(UTC).isoformat(), "actor": self.actor_id, "verb": self.verb,
            "board": self.board_id, "review": self.review_id, "subject_type": self.subject_type,
            "subject_id": self.subject_id, "subject": self.subject, "why": self.why, "facts": self.facts,
            "address": self.address, "before": self.before,
        }  # fmt: skip
        return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


class ChainHead(models.Model):
    """Where a chain stands: locked while an event is added, and the witness against a chain cut short."""

    chain = models.CharField(max_length=40, primary_key=True)
    number = models.PositiveIntegerField(default=0)
    hash = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.chain} up to {self.number}"
