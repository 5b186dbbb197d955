"""The outbox: every e-mail of the portal is a row first, so that none is lost and none is sent twice."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from reviews.access import boards_where
from reviews.models.board import Board

STATES = {"sent": "Sent", "waiting": "Waiting", "trouble": "Tried, and tried again", "called_off": "Called off"}


# How long a letter is put off at the most before it is tried again.
LONGEST_PAUSE = timedelta(hours=1)


class MessageQuerySet(models.QuerySet["Message"]):
    """Messages as the task that sends them, and as who keeps the board, see them."""

    def visible_to(self, user: Any) -> MessageQuerySet:
        """Those of the boards whose outbox the person may read; what belongs to no board, such as a new password, is nobody's."""
        return self.filter(board__in=boards_where(user, "message.see"))

    def waiting(self) -> MessageQuerySet:
        """Those that the mail server has not taken and nobody called off."""
        return self.filter(sent_at__isnull=True, called_off_at__isnull=True)

    def in_state(self, state: str) -> MessageQuerySet:
        """Those of which this became, by a key of STATES; all for any other."""
        waiting = Q(sent_at__isnull=True, called_off_at__isnull=True)
        asked = {
            "sent": Q(sent_at__isnull=False), "called_off": Q(sent_at__isnull=True, called_off_at__isnull=False),
            "waiting": waiting & Q(trouble=""), "trouble": waiting & ~Q(trouble=""),
        }  # fmt: skip
        return self.filter(asked.get(state, Q()))

    def due(self) -> MessageQuerySet:
        """Those to try now, the oldest trial first; also those put off for longer than one is: by a clock that was ahead."""
        now = timezone.now()
        due = Q(try_at__lte=now) | Q(try_at__gt=now + 2 * LONGEST_PAUSE)
        return self.waiting().filter(due).order_by("try_at", "pk")


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

    @property
    def state(self) -> str:
        """What became of it: a key of STATES."""
        if self.sent_at:
            return "sent"
        if self.called_off_at:
            return "called_off"
        return "trouble" if self.trouble else "waiting"

    @property
    def readable(self) -> str:
        """Its words; nothing where a link in them opens something by itself."""
        return "" if self.forget else self.text
