"""`manage.py restore --from FILE`: what a backup holds in the place of what is here. Stop the portal first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser

from scr_portal.backup.whole import restore
from scr_portal.lib.packing import NoPack
from scr_portal.lib.records import Refused
from scr_portal.lib.sealing import Broken


class Command(BaseCommand):
    help = "Restores a backup into an empty installation that was migrated, or over a full one with --over."

    requires_system_checks = ()  # What is wrong here may be what it mends, such as a lost key; it checks what it needs itself.

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--from", type=Path, required=True, dest="source", help="the file that `backup` made")
        parser.add_argument("--over", action="store_true", help="in the place of everything that is here")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = restore(options["source"], over=options["over"])
        except (Refused, NoPack, Broken, ImproperlyConfigured, OSError) as trouble:
            raise CommandError(str(trouble)) from None
        self.stdout.write(f"Restored: the database and {done.files} files.")
        for found in done.breaks:
            self.stdout.write(str(found))
        if done.breaks:
            raise CommandError(
                f"The record does not hold in {len(done.breaks)} places; it did not when the backup was made."
            )
        self.stdout.write("Every chain of events holds.")
