"""Work of the case that is done off the request: letters out of the outbox, and reminders of the clocks."""

from __future__ import annotations

import logging

from celery import shared_task

from scr_portal.lib.records import Refused

log = logging.getLogger(__name__)


@shared_task
def send_waiting() -> int:
    """Hand what waits in the outbox to the mail server."""
    from reviews.services import message  # The verb asks for this task after each letter that it queues.

    return message.send_waiting()


@shared_task
def remind() -> int:
    """Remind of the clocks of reviews that run out."""
    from reviews.services import reminder

    return reminder.remind_all()


@shared_task
def remove_files() -> int:
    """Take the files of destroyed cases off the disk."""
    from reviews.services import destruction

    return destruction.remove_files()


@shared_task
def remove_unnamed() -> int:
    """Remove the files that no record names; gives how many. Where there are too many for that to be right, none."""
    from reviews.services import unnamed_file

    try:
        return unnamed_file.remove()
    except Refused as refusal:
        log.error("%s", refusal)
        return 0
