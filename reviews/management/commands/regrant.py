"""`manage.py regrant`: projects memberships and the policy table onto stored permissions; `--check` only compares."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from reviews.models import Board, Review
from reviews.services.membership import regranted


class Command(BaseCommand):
    help = "Makes the stored permissions what memberships and the policy table say."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; fail if store and table differ")

    def handle(self, *args: Any, **options: Any) -> None:
        added = removed = 0
        for board in Board.objects.all():
            more, fewer = regranted(Review.objects.filter(board=board), dry_run=options["check"])
            added, removed = added + more, removed + fewer
        if options["check"] and (added or removed):
            raise CommandError(f"{added} permissions are missing and {removed} are too many: run manage.py regrant.")
        self.stdout.write(
            "Permissions agree with the policy table."
            if not (added or removed)
            else f"{added} added, {removed} removed."
        )
