"""`manage.py audit --verify`: reads every chain of events and names each place where it does not hold."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from reviews.models import ChainHead
from reviews.services.events import record, verify


class Command(BaseCommand):
    help = "Verifies the chains of events, and prints their heads so that they can be lodged elsewhere."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--verify", action="store_true", help="verify every chain")
        parser.add_argument(
            "--head", action="append", default=[], metavar="HASH",
            help="a head that was lodged elsewhere (its hash, or CHAIN:NUMBER:HASH): its event must still be there",
        )  # fmt: skip
        parser.add_argument("--heads", action="store_true", help="print where each chain stands")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["heads"]:
            for head in ChainHead.objects.order_by("chain"):
                self.stdout.write(f"{head.chain} {head.number} {head.hash}")
        if options["verify"] or options["head"]:
            breaks = list(verify(options["head"]))
            record(None, "audit.verified", facts={"breaks": len(breaks)})
            for found in breaks:
                self.stdout.write(str(found))
            if breaks:
                raise CommandError(f"The record does not hold in {len(breaks)} places.")
            self.stdout.write("Every chain of events holds.")
