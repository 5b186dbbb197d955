"""Writing e-mails into the outbox, calling them off, and handing them to the mail server: each once, none lost.

A message is claimed before it is tried: its next trial is moved on, by one statement that only one sender can win. A
sender that dies leaves it to be tried again after `CLAIMED_FOR`, under the same Message-ID.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.utils import timezone

from reviews.models import Board, Message
from reviews.models.message import LONGEST_PAUSE
from scr_portal.lib.later import later

CLAIMED_FOR = timedelta(minutes=15)
FOOT = "\n\nThis message holds nothing about the case. Do not answer it."
FORGOTTEN = "The words were blanked when they were sent, because they held a link that opens something by itself."


def queue(
    *,
    key: str,
    kind: str,
    subject: str,
    text: str,
    to: Any = None,
    address: str = "",
    board: Board | None = None,
    about: str = "",
    forget: bool = False,
) -> bool:
    """Put an e-mail to a person (`to`) or an address into the outbox, within the caller's transaction; sent after it.

    Gives whether it is new: a key that was used before, whatever became of that message, queues nothing.
    """
    values = {
        "kind": kind, "subject": subject[:200], "text": text, "to": to, "address": address or to.email, "board": board,
        "about": about, "forget": forget, "queued_at": timezone.now(), "try_at": timezone.now(),
    }  # fmt: skip
    _, new = Message.objects.get_or_create(key=key, defaults=values)
    if new:
        later("reviews.tasks.send_waiting")
    return new


def queued(start: str) -> bool:
    """Whether a letter whose key begins with `start` was ever queued."""
    return Message.objects.filter(key__startswith=start).exists()


def call_off(*, about: str, kind: str = "") -> int:
    """Call off what waits about something, of one kind or all; what was sent already stays sent. Gives how many."""
    waiting = Message.objects.waiting().filter(about=about, **({"kind": kind} if kind else {}))
    return waiting.update(called_off_at=timezone.now())


def send_waiting() -> int:
    """Try every message that is due; gives how many the mail server took. A server that is down ends the round."""
    taken = 0
    for pk in Message.objects.due().values_list("pk", flat=True)[:500]:
        message = claim(pk)
        if message is None:
            continue
        try:
            letter(message).send()
        except (SMTPRecipientsRefused, SMTPDataError) as error:
            put_off(message, error)  # This one alone.
        except OSError as error:
            put_off(message, error)
            break
        else:
            taken += 1
            sent(message)
    return taken


def claim(pk: int) -> Message | None:
    """The message, if nobody else took it first; until `CLAIMED_FOR` from now it is the caller's."""
    now = timezone.now()
    won = Message.objects.due().filter(pk=pk).order_by().update(try_at=now + CLAIMED_FOR, tries=F("tries") + 1)
    return Message.objects.get(pk=pk) if won else None


def put_off(message: Message, error: Exception) -> None:
    """Keep what the mail server said, and try again after a pause that grows to an hour."""
    pause = min(timedelta(minutes=2 ** min(message.tries, 10)), LONGEST_PAUSE)
    message.try_at, message.trouble = timezone.now() + pause, f"{type(error).__name__}: {error}"[:200]
    message.save(update_fields=["try_at", "trouble"])


def sent(message: Message) -> None:
    """Note that the mail server took it; words that open something by themselves are not kept."""
    message.sent_at, message.trouble = timezone.now(), ""
    message.text = FORGOTTEN if message.forget else message.text
    message.save(update_fields=["sent_at", "trouble", "text"])


def letter(message: Message) -> EmailMessage:
    """The e-mail, under a Message-ID made from the key: a second copy would be known as the same message."""
    host = settings.SITE_URL.partition("//")[2].partition("/")[0].partition(":")[0] or "localhost"
    number = hashlib.sha256(message.key.encode()).hexdigest()[:32]
    return EmailMessage(
        message.subject, message.text, None, [message.address], headers={"Message-ID": f"<{number}@{host}>"}
    )
