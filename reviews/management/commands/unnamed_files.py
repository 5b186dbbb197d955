"""`manage.py unnamed_files`: the files that no record names; `--remove` takes them away, however many they are."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from reviews.services import unnamed_file


class Command(BaseCommand):
    help = (
        "Says which files older than a day no record names. The timer removes them every night; where they are many it "
        "does not, and somebody has to look first whether the database and the files belong together."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--remove", action="store_true", help="remove them")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["remove"]:
            self.stdout.write(f"{unnamed_file.remove(all_the_same=True)} files were removed.")
            return
        found, of = unnamed_file.unnamed()
        for name in [*found, *unnamed_file.unfinished()]:
            self.stdout.write(name)
        self.stdout.write(f"{len(found)} of {of} files are named by no record.")
