"""Files that no record names: what a worker had built when it was killed, or a request had kept when it failed; and what was
half written when a process was killed."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, models, transaction
from django.utils import timezone

from reviews.hanging import of_history
from reviews.models import FileToRemove
from reviews.services.events import record
from scr_portal.lib.records import Refused
from scr_portal.lib.sealed_files import kept_files

# No change takes as long from the file that it keeps to the record that names it.
OLD = timedelta(days=1)
# Above these it is likelier that the portal looks into a database, or a place of files, that is not its own.
MANY, PART, MOST = 20, 0.1, 0.5
TOO_MANY = (
    "{} of {} files are named by no record, so none was removed: first make sure that DATABASE_URL and the place of the "
    "files belong together and that the database is whole. `manage.py unnamed_files --remove` removes them all the same."
)


def named() -> set[str]:
    """The names of all files that a record names, or an earlier version of one, or the list of what is to be removed."""
    found = set(FileToRemove.objects.using(DEFAULT_DB_ALIAS).values_list("name", flat=True))
    for model in apps.get_models(include_auto_created=True):
        for field in (of_history(model) or model)._meta.concrete_fields:
            if isinstance(field, models.FileField):
                rows = model._base_manager.using(DEFAULT_DB_ALIAS).order_by()
                found.update(map(str, rows.values_list(field.attname, flat=True).distinct()))
    return found


def unnamed() -> tuple[list[str], int]:
    """The names of the files that no record names and that are older than a day, and how many files there are in all.

    The files are listed before the records are asked: a file that comes meanwhile is none of them.
    """
    lying, since = [*kept_files().lying()], timezone.now() - OLD
    known = named()
    return [name for name in lying if name not in known and older(name, since)], len(lying)


def unfinished() -> list[str]:
    """The names of what nobody has gone on writing for a day. It never was a file, so that it is many says nothing."""
    since = timezone.now() - OLD
    return [name for name in kept_files().unfinished() if older(name, since)]


def older(name: str, than: datetime) -> bool:
    """Whether a file was kept before a moment; one that was taken away since it was listed was not."""
    try:
        return bool(kept_files().get_modified_time(name) < than)
    except FileNotFoundError:
        return False


@transaction.atomic
def remove(*, all_the_same: bool = False) -> int:
    """Remove the files that no record names, and what is half written; gives how many.

    Raises Refused where there are too many files for that to be right.
    """
    found, of = unnamed()
    if len(found) > min(max(MANY, PART * of), MOST * of) and not all_the_same:
        raise Refused(TOO_MANY.format(len(found), of))
    gone = [*found, *unfinished()]
    if gone:
        record(None, "unnamed_file.removed", facts={"files": len(gone)})
    for name in gone:  # Once that is on record: whoever is killed between leaves some for the next day.
        transaction.on_commit(partial(kept_files().delete, name))
    return len(gone)
