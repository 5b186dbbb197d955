"""`manage.py remind`: what the timer does where there is none: run it from cron every hour of the working day."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.module_loading import import_string

from agencies.services import reminder as of_requests
from reviews.services import message
from reviews.services import reminder as of_clocks

# Above this app, so named by its path (as lib/later.py does).
OF_REPORTS = "findings.services.publication_reminder.remind_all"


class Command(BaseCommand):
    """Queues the reminders that are wanted today and hands what waits in the outbox to the mail server."""

    help = "Queue today's reminders and send what waits in the outbox; safe to run as often as you like."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many letters were queued and how many the mail server took."""
        queued = of_requests.remind_all() + of_clocks.remind_all() + import_string(OF_REPORTS)()
        sent = message.send_waiting()
        self.stdout.write(f"{queued} reminders queued, {sent} letters sent in this round.")
