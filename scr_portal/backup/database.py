"""The whole database as it is, out and in again on the same engine: SQLite as its file, PostgreSQL table by table through COPY."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from tempfile import NamedTemporaryFile
from typing import Any

from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from reviews.append_only import declared_destruction
from scr_portal.lib.packing import parts_of

FILE, SEQUENCES = "database/portal.sqlite3", "database/sequences"
TABLE = "database/tables/"

Part = tuple[str, Iterable[bytes]]


def state() -> list[str]:
    """Every migration that was applied: a backup fits the database that has the same."""
    return sorted(".".join(each) for each in MigrationRecorder(connection).applied_migrations())


def dumped() -> Iterator[Part]:
    """(name, content) of everything in the database, as of one moment. Each is used up before the next is asked for."""
    yield from of_sqlite() if connection.vendor == "sqlite" else of_postgresql()


def of_sqlite() -> Iterator[Part]:
    """The file, page by page."""
    connection.ensure_connection()
    with NamedTemporaryFile() as copy:
        made = sqlite3.connect(copy.name)
        connection.connection.backup(made)
        made.execute("PRAGMA journal_mode=DELETE")
        made.close()
        yield FILE, parts_of(copy)


def of_postgresql() -> Iterator[Part]:
    """Each table in the order of its key, and where each sequence stands."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        for table in sorted(connection.introspection.table_names(cursor)):
            yield TABLE + table, copied_out(cursor, table)
        cursor.execute(
            "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = current_schema() ORDER BY 1"
        )
        yield SEQUENCES, ["".join(f"{name} {value or 0}\n" for name, value in cursor.fetchall()).encode()]


def columns(cursor: Any, table: str) -> str:
    """The columns that hold what was written; those that the database reckons are left to it."""
    cursor.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = %s "
        "AND is_generated = 'NEVER' ORDER BY column_name",
        [table],
    )
    return ", ".join(connection.ops.quote_name(name) for (name,) in cursor.fetchall())


def copied_out(cursor: Any, table: str) -> Iterator[bytes]:
    """The rows of one table, as COPY writes them."""
    quoted, named = connection.ops.quote_name(table), columns(cursor, table)
    keys = connection.introspection.get_primary_key_columns(cursor, table) or []
    order = ", ".join(connection.ops.quote_name(key) for key in keys) or "1"
    with cursor.copy(f"COPY (SELECT {named} FROM {quoted} ORDER BY {order}) TO STDOUT") as copy:  # noqa: S608 - names of ours, quoted
        yield from map(bytes, copy)


def load(names: Iterable[str], parts: Callable[[str], Iterable[bytes]]) -> None:
    """Put in the place of everything in the database what `names` hold; `parts` gives what each says."""
    if connection.vendor == "sqlite":
        into_sqlite(parts(FILE))
    else:
        into_postgresql(names, parts)


def into_sqlite(parts: Iterable[bytes]) -> None:
    """The file in the place of what was there: all of it, or nothing."""
    with NamedTemporaryFile() as copy:
        copy.writelines(parts)
        copy.flush()
        kept = sqlite3.connect(copy.name)
        connection.ensure_connection()
        kept.backup(connection.connection)
        kept.close()
    connection.close()


def into_postgresql(names: Iterable[str], parts: Callable[[str], Iterable[bytes]]) -> None:
    """Every table emptied, and filled again, in one transaction."""
    with transaction.atomic(), declared_destruction(), connection.cursor() as cursor:
        known = connection.introspection.table_names(cursor)
        cursor.execute(f"TRUNCATE {', '.join(map(connection.ops.quote_name, known))}")
        for name in names:
            if name.startswith(TABLE):
                table = name.removeprefix(TABLE)
                quoted, named = connection.ops.quote_name(table), columns(cursor, table)
                with cursor.copy(f"COPY {quoted} ({named}) FROM STDIN") as copy:
                    for part in parts(name):
                        copy.write(part)
        for line in b"".join(parts(SEQUENCES)).decode().splitlines():
            sequence, value = line.split()
            cursor.execute("SELECT setval(%s::regclass, %s, %s)", [sequence, max(int(value), 1), int(value) > 0])
