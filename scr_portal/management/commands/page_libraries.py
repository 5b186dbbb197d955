"""`manage.py page_libraries`: the page libraries, from package-lock.json into static/vendor/."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from scr_portal.setup import page_libraries


class Command(BaseCommand):
    """Fetches and copies; does nothing when the libraries of the lock are there already."""

    help = "Brings the page libraries named in package-lock.json into static/vendor/."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One switch: --force."""
        parser.add_argument("--force", action="store_true", help="bring them again even if they are there")

    def handle(self, *args: Any, force: bool = False, **options: Any) -> None:
        """Raises CommandError with one sentence where they cannot be had."""
        try:
            done = page_libraries.bring(force=force)
        except page_libraries.LibrariesRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write("Brought." if done else "Already there.")
