"""An invitation to make one referral without an account."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from reviews.models.board import Board
from reviews.models.referral import Referral
from scr_portal.lib.records import Record


class Invitation(Record):
    """One link for one person and one referral. Only the hash of its key is kept; whoever holds the key acts as the invitation."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="invitations")
    invited = models.CharField(max_length=160, help_text="Who is invited: name, post, organisation.")
    address = models.EmailField(blank=True)
    key_sha256 = models.CharField(max_length=64, unique=True)
    expires_on = models.DateField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    spent_at = models.DateTimeField(null=True, blank=True)
    referral = models.OneToOneField(
        Referral, on_delete=models.PROTECT, null=True, blank=True, related_name="invitation"
    )
    history = HistoricalRecords(excluded_fields=["key_sha256"])

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"Invitation {self.pk}"

    @property
    def open(self) -> bool:
        """Whether a referral can still be written and sent with it."""
        return self.withdrawn_at is None and self.spent_at is None and self.expires_on >= timezone.localdate()

    @property
    def state(self) -> str:
        """Where it stands, in a word or two."""
        if self.spent_at:
            return "Used"
        if self.withdrawn_at:
            return "Withdrawn"
        return "Open" if self.open else "Expired"

    def lets(self, action: str, record: Any) -> bool:
        """Whether whoever holds the key may do a board-carried `action`: make this one referral, and write and send it."""
        if not self.open:
            return False
        if action == "referral.make":
            return self.referral_id is None and record == self.board
        return action == "referral.change" and self.referral_id is not None and record.pk == self.referral_id
