"""What is sealed, and under which keys: whether all of them are at hand, and sealing everything anew under the newest."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error, Warning
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection, models, router, transaction

from reviews.append_only import declared_destruction
from reviews.models import SealingKey
from scr_portal.lib.sealed_fields import Sealed
from scr_portal.lib.sealed_files import kept_files
from scr_portal.lib.sealing import MARK, Broken, newest, seal, unseal

AT_ONCE = 500  # values that are sealed anew in one transaction

Column = tuple[type[models.Model], models.Field]


def columns(known: Any) -> Iterator[Column]:
    """Every sealed column of an app or of all of them, those of the histories among them."""
    for model in known.get_models():
        yield from ((model, field) for field in model._meta.local_fields if isinstance(field, Sealed))


def file_names() -> Iterator[str]:
    """The name of every file that a record names."""
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if isinstance(field, models.FileField):
                yield from model._base_manager.exclude(**{field.name: ""}).values_list(field.name, flat=True).iterator()


def missing() -> str:
    """Why the portal cannot open what is sealed, in one sentence; nothing where every key is at hand."""
    try:
        newest()
        for kept in SealingKey.objects.all():
            unseal(kept.proof)
    except (ImproperlyConfigured, Broken) as trouble:
        return str(trouble)
    return ""


def stand() -> None:
    """At the start of a process that serves: raises ImproperlyConfigured for a lost key, else notes the newest as in use.

    A database that does not answer, or is not migrated yet, says so by itself (`/readyz`).
    """
    try:
        if trouble := missing():
            raise ImproperlyConfigured(trouble)
        noted()
    except DatabaseError:
        return


def noted(sender: Any = None, *, app_config: AppConfig | None = None, using: str = "default", **kwargs: Any) -> None:
    """Keep the name of the newest key, so that its loss is noticed; after each migration, and when a process starts."""
    if (
        router.allow_migrate_model(using, SealingKey)
        and SealingKey._meta.db_table in connection.introspection.table_names()
    ):
        SealingKey.objects.using(using).get_or_create(name=newest().name, defaults={"proof": seal("here")})


def check_keys(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """The system check: every key under which something is sealed is at hand. It asks the database, where there is one."""
    try:
        trouble = missing()
    except DatabaseError:
        return []
    return [Error(trouble, id="scr_portal.E001")] if trouble else []


def check_keys_apart(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """When deploying: keys beside what they seal protect nothing."""
    from scr_portal.environment import env

    hint = "Set SEAL_KEYS or SEAL_KEYS_FILE: the key that was made under var/ lies beside the data."
    return (
        [] if env("SEAL_KEYS") else [Warning("The sealing key is this machine's own.", hint=hint, id="scr_portal.W001")]
    )


def reseal_column(model: type[models.Model], field: models.Field) -> int:
    """Seal what stands in one column under the newest key; gives how many values. What was plain is sealed too.

    A value that somebody writes meanwhile is left as they wrote it. Append-only tables let it happen: what they say stays.
    """
    meta = model._meta
    table, key, column = map(connection.ops.quote_name, (meta.db_table, str(meta.pk.column), str(field.column)))
    waiting = f"SELECT {key}, {column} FROM {table} WHERE {column} <> '' AND {column} NOT LIKE %s ORDER BY {key} LIMIT {AT_ONCE}"  # noqa: S608 - names of ours, quoted
    written = f"UPDATE {table} SET {column} = %s WHERE {key} = %s AND {column} = %s"  # noqa: S608 - as above
    number = 0
    while True:
        with transaction.atomic(), declared_destruction(), connection.cursor() as cursor:
            cursor.execute(waiting, [f"{MARK}{newest().name}:%"])
            rows = cursor.fetchall()
            cursor.executemany(written, [(seal(unseal(kept)), pk, kept) for pk, kept in rows])
        number += len(rows)
        if len(rows) < AT_ONCE:
            return number


def reseal_columns(known: Any = apps) -> int:
    """Seal every column of these models under the newest key; gives how many values that were."""
    return sum(reseal_column(model, field) for model, field in columns(known))


def reseal_files() -> int:
    """Seal every file under the newest key; gives how many that were. A file that is gone is passed over."""
    number = 0
    for name in file_names():
        with suppress(FileNotFoundError):
            number += kept_files().reseal(name)
    return number
