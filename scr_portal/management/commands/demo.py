"""`manage.py demo`: fill an empty portal with the demonstration; `--sign-ins` prints who can sign in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from scr_portal.demo import board
from scr_portal.demo.fill import fill


class Command(BaseCommand):
    """Fills the portal once; run again, it keeps what was entered."""

    help = "Fill an empty portal with a fictional board, or print its sign-ins."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--sign-ins` prints one sign-in per role and does nothing else."""
        parser.add_argument("--sign-ins", action="store_true", help="print one sign-in per role")

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse where this is not the demonstration: a real portal never gets invented people with a known password."""
        if not settings.DEMO:
            raise CommandError(
                "This is not the demonstration. Start it with “make demo”, which sets DEMO=1 on the embedded database."
            )
        if options["sign_ins"]:
            self.stdout.write(board.sign_ins())
            return
        if not fill():
            self.stdout.write(
                "The demonstration is there already; what was entered is kept. “make demo-reset” begins anew."
            )
