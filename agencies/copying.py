"""Entries into the database, many at once: through COPY on PostgreSQL, where it costs a fraction of INSERT."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from django.db import connection, models, transaction

from agencies.models import Entry


@transaction.atomic
def copy_in(entries: Sequence[Entry]) -> int:
    """Write new entries, all or none; gives how many. They do not learn their keys."""
    if connection.vendor != "postgresql":
        return len(Entry.objects.bulk_create(entries, batch_size=500))
    fields = [each for each in Entry._meta.concrete_fields if not each.primary_key and not each.generated]
    names = ", ".join(connection.ops.quote_name(str(each.column)) for each in fields)
    table = connection.ops.quote_name(Entry._meta.db_table)
    columns = [stored(field) for field in fields]
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
        for entry in entries:
            copy.write_row([column(entry) for column in columns])
    return len(entries)


def stored(field: models.Field[Any, Any]) -> Callable[[Entry], Any]:
    """What gives the value of one field as the database takes it: as it stands, but for JSON and what is made on saving."""
    if isinstance(field, models.JSONField):
        text = json.JSONEncoder().encode if field.encoder is None else field.encoder().encode
        blank = field.get_default()
        empty = text(blank)  # Most rows have no problem and nothing beside.
        return lambda entry: empty if (held := getattr(entry, field.attname)) == blank else text(held)
    if type(field).pre_save is not models.Field.pre_save:
        return lambda entry: field.pre_save(entry, True)
    return attrgetter(field.attname)
