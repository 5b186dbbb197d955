"""`manage.py migrate`: Django's own, and after it the stored permissions are what memberships and the policy table say."""

from __future__ import annotations

from io import StringIO
from typing import Any

from django.core.management import call_command
from django.core.management.commands import migrate

# Not all is migrated, or nothing: the models would ask for columns that are not there.
IN_PART = ("app_label", "plan", "check_unapplied", "prune")


class Command(migrate.Command):
    help = f"{migrate.Command.help} Afterwards permissions are stored anew: a new version may give a role a new right."

    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        if not any(options.get(name) for name in IN_PART):
            call_command("regrant", stdout=self.stdout if options["verbosity"] else StringIO())
