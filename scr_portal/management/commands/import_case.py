"""`manage.py import_case --from FILE`: a case that another portal exported, as it was there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from scr_portal.case_export.arriving import bring_in
from scr_portal.lib.packing import NoPack
from scr_portal.lib.records import Refused


class Command(BaseCommand):
    help = "Imports a case into a portal that holds none with the same keys, all of it or nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--from", type=Path, required=True, dest="source", help="the file that `export_case` made")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            review = bring_in(options["source"])
        except (Refused, NoPack, OSError) as trouble:
            raise CommandError(str(trouble)) from None
        self.stdout.write(f"{review.ref} is here, and every chain of its events holds.")
