"""`manage.py backup --to FILE`: the database, the files and the names of the sealing keys, sealed under BACKUP_KEY."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser

from scr_portal.backup.whole import make
from scr_portal.lib.records import Refused


class Command(BaseCommand):
    help = "Writes everything into one sealed file. While people work it may run; an interrupted one leaves nothing behind."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", type=Path, required=True, help="the file that is made")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = make(options["to"])
        except (Refused, ImproperlyConfigured, OSError) as trouble:
            raise CommandError(str(trouble)) from None
        self.stdout.write(f"{options['to']} holds the database and {done.files} files. Keep SEAL_KEYS apart from it.")
        for found in done.breaks:
            self.stderr.write(f"The record does not hold: {found}")
