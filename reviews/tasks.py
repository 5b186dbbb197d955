"""Work of the case that is done off the request: letters out of the outbox, and reminders of the clocks."""

from __future__ import annotations

from celery import shared_task


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
