"""`manage.py reseal`: seals everything under the newest key; `--new-key` makes one. Safe to run twice and to interrupt."""

from __future__ import annotations

import secrets
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from reviews import sealed
from reviews.services import sealing
from scr_portal.lib.sealing import newest


class Command(BaseCommand):
    help = (
        "Seals every sealed column and every file under the first key of SEAL_KEYS. Start all processes with the new key "
        "in front of the old ones first; when this is done, the old ones can be taken away."
    )
    requires_system_checks = ()  # It makes the first key too, and says itself which one is missing.

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--new-key", action="store_true", help="print a new key, and do nothing else")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["new_key"]:
            self.stdout.write(secrets.token_urlsafe(32))
            return
        if trouble := sealed.missing():
            raise CommandError(trouble)
        values, files = sealed.reseal_columns(), sealed.reseal_files()
        sealing.renewed(values=values, files=files)
        self.stdout.write(
            f"{values} values and {files} files were sealed anew; all are sealed under key {newest().name}."
        )
