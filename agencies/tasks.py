"""Work of the agencies that is done off the request."""

from __future__ import annotations

from celery import shared_task

from agencies.services import reminder


@shared_task
def remind() -> int:
    """Remind agencies of the returns that they are asked for, and tell the chair of those that do not come."""
    return reminder.remind_all()
