"""`manage.py begin_board`: a board and its first administrator, who is invited by e-mail."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from agencies.services import directory
from reviews import regimes
from scr_portal.lib.records import Refused


class Command(BaseCommand):
    """Begins a board; everything else is done in the browser by the administrator."""

    help = "Begin a safeguarding board, and invite its first administrator."

    def add_arguments(self, parser: CommandParser) -> None:
        """Name, area and rule sets of the board; who administers it."""
        parser.add_argument("name", help="such as “Wexcombe Safeguarding Partnership”")
        parser.add_argument("--short-name", required=True, help="for tables and messages, such as “Wexcombe”")
        parser.add_argument("--area", required=True, help="as it may stand in a published report")
        parser.add_argument("--administrator", required=True, metavar="E-MAIL", help="who is invited to administer it")
        parser.add_argument("--administrator-name", required=True)
        parser.add_argument(
            "--regime",
            action="append",
            required=True,
            choices=sorted(regimes.rule_sets()),
            help="a rule set; may be given more than once",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Begin it, or say in one sentence why not."""
        values = {
            "name": options["name"],
            "short_name": options["short_name"],
            "area": options["area"],
            "regimes": options["regime"],
        }
        try:
            board = directory.begin_board(
                values=values, email=options["administrator"], name=options["administrator_name"]
            )
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"{board.name} has begun; a letter is on its way to {options['administrator']}.")
