"""The outbox: every e-mail of the portal is a row first, so that none is lost and none is sent twice."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from reviews.access import boards_where
from reviews.models.board import Board


class MessageQuerySet(models.QuerySet["Message"]):
    """Messages as the task that sends them, and as who keeps the board, see them."""

    def visible_to(self, user: Any) -> MessageQuerySet:
        """Those of the boards that the person administers."""
        return self.filter(board__in=boards_where(user, "board.administer"))

    def waiting(self) -> MessageQuerySet:
        """Those that the mail server has not taken and nobody called off."""
        return self.filter(sent_at__isnull=True, called_off_at__isnull=True)

    def due(self) -> MessageQuerySet:
        """Those to try now, the oldest trial first."""
        return self.waiting().filter(try_at__lte=timezone.now()).order_by("try_at", "pk")


class Message(models.Model):
    """One e-mail to one address: a link and a reference, never a name or a fact of a case. `key` is used once for ever.

    `about` names what it is about ("request-12"), so that what no longer matters can be called off. The words of a
    message with a link that opens something by itself (`forget`) are blanked once they are sent.
    """

    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=60)
    about = models.CharField(max_length=60, blank=True, db_index=True)
    board = models.ForeignKey(Board, on_delete=models.PROTECT, null=True, related_name="messages")
    to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    address = models.EmailField()
    subject = models.CharField(max_length=200)
    text = models.TextField()
    forget = models.BooleanField(default=False)
    queued_at = models.DateTimeField()
    try_at = models.DateTimeField(
        default=timezone.now, help_text="Not before this; whoever tries it moves this on first."
    )
    tries = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=200, blank=True, help_text="What the mail server said last.")
    sent_at = models.DateTimeField(null=True)
    called_off_at = models.DateTimeField(null=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = [F("queued_at").desc(), "-pk"]
        indexes: ClassVar = [
            models.Index(
                fields=["try_at"], condition=Q(sent_at__isnull=True, called_off_at__isnull=True), name="message_waiting"
            )
        ]

    def __str__(self) -> str:
        return self.key
