"""`manage.py export_case REF --to FILE`: a whole case in one open file; `docs/case-export.md` says what stands where."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from reviews.models import Review
from scr_portal.case_export.leaving import export
from scr_portal.lib.records import Refused


class Command(BaseCommand):
    help = "Writes every row, file, event and history of one review into a zip. It holds real names openly: keep it as such."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("ref", help="the reference of the review, such as SCR-2026-001")
        parser.add_argument("--to", type=Path, required=True, help="the file that is made")

    def handle(self, *args: Any, **options: Any) -> None:
        review = Review.objects.filter(ref=options["ref"]).first()
        if review is None:
            raise CommandError(f"There is no review {options['ref']}.")
        try:
            done = export(review, options["to"])
        except (Refused, OSError) as trouble:
            raise CommandError(str(trouble)) from None
        self.stdout.write(
            f"{options['to']} holds {review.ref}: {done['rows']} rows and {done['files']} files, in clear."
        )
