"""`manage.py remind`: what the timer does where there is none: run it from cron every hour of the working day."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.module_loading import import_string

from agencies.services import reminder as of_requests
from agencies.services import support
from reviews.services import destruction, message
from reviews.services import reminder as of_clocks

# Above this app, so named by their paths (as lib/later.py does).
NOUNS = ("publication", "agency_response", "action", "statement", "policy", "practice")
ABOVE = tuple(f"findings.services.{noun}_reminder.remind_all" for noun in NOUNS)


class Command(BaseCommand):
    """Queues the reminders that are wanted today and hands what waits in the outbox to the mail server."""

    help = "Queue today's reminders and send what waits in the outbox; safe to run as often as you like."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many letters were queued and how many the mail server took."""
        queued = of_requests.remind_all() + of_clocks.remind_all() + support.remind_all()
        queued += sum(import_string(path)() for path in ABOVE)
        sent = message.send_waiting()
        destruction.remove_files()
        self.stdout.write(f"{queued} reminders queued, {sent} letters sent in this round.")
