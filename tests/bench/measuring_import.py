"""A workbook of 10,000 rows from the file to entries, measured beside the floor: its bare cells, and COPY of the same rows."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.db import connection, transaction

from agencies.chronology import parse
from agencies.models import Entry, Upload
from agencies.services import upload
from tests import make
from tests.bench import apart
from tests.bench.apart import best
from tests.bench.bench_chronology import bare, long_workbook, memory

say = partial(apart.say, "merged")
TIMES = 5


def measured(world: Any) -> None:
    """Read, kept, previewed, imported; each beside what it cannot be quicker than."""
    path = Path(tempfile.mkdtemp()) / "large.xlsx"
    long_workbook(path)
    # By turns, so that a busy minute of the machine falls on all of them alike.
    runs = [turn(world, path, number) for number in range(2, 2 + TIMES)]
    cells, parsed, received, confirmed, copied, home = (min(taken) for taken in zip(*runs, strict=True))
    name, own = "10,000 rows of xlsx", "COPY of the rows into their own table, with indexes and references"
    say(f"{name}: parsed", parsed, "s", "at most 1.5 s", ("bare read of the cells", cells))
    say(f"{name}: kept, parsed and previewed", received, "s", "parsed alone at most 1.5 s", ("parsed", parsed))
    say(f"{name}: imported", confirmed, "s", "at most 2 s, search index included", (own, home))
    for floor, below in ((own, home), ("COPY of the rows into a table without an index", copied)):
        beside = (f"bare read of the cells and {floor}", cells + below)
        say(f"{name}: from file to entries", received + confirmed, "s", "ratio of at most 4", beside)
    asking, reading = memory(path)
    say(f"{name}: more memory in the process that asks", asking, "MB", "at most 300 MB")
    say(f"{name}: most memory of the process that reads", reading, "MB", "at most 300 MB")


def turn(world: Any, path: Path, number: int) -> tuple[float, ...]:
    """Seconds of one turn: bare cells, parsed, received, confirmed, COPY into a bare table and into their own."""
    cells, parsed = best(lambda: bare(path), 1), best(lambda: parse(path), 1)
    received, confirmed = imported(world, path, number)
    rows = written(Upload.objects.latest("pk"))
    return cells, parsed, received, confirmed, best(lambda: copy(rows), 1), best(lambda: copy_home(rows), 1)


def imported(world: Any, path: Path, number: int) -> tuple[float, float]:
    """Seconds to receive a file, which keeps and reads it, and to confirm it."""
    review = make.review(world, number=number)
    asked = make.request(world, review, world.police, author=world.police_author)
    handed: Any = ContentFile(path.read_bytes(), name="large.xlsx")
    started = time.perf_counter()
    received = upload.receive(by=world.police_author, request=asked, file=handed)
    previewed = time.perf_counter()
    upload.confirm(by=world.police_author, upload=received)
    return previewed - started, time.perf_counter() - previewed


def written(imported: Upload) -> Sequence[tuple[Any, ...]]:
    """The rows of an import as the database gave them back, in the order of `columns`."""
    quoted = ", ".join(map(connection.ops.quote_name, columns()))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {quoted} FROM agencies_entry WHERE upload_id = %s ORDER BY sequence", [imported.pk])
        found = cursor.fetchall()
    if len(found) != 10_000:
        raise RuntimeError(f"The import has {len(found)} rows.")
    return found if connection.vendor == "postgresql" else [tuple(map(as_text, row)) for row in found]


def as_text(value: Any) -> Any:
    """A day or a moment as text: SQLite has no other form for it."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def columns() -> list[str]:
    """The columns of an entry that are written."""
    fields = [each for each in Entry._meta.concrete_fields if not each.primary_key and not each.generated]
    return [str(each.column) for each in fields]


def copy(rows: Sequence[tuple[Any, ...]]) -> None:
    """The lowest floor: the same rows into a table without index, check or reference."""
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            return _inserted(cursor, rows, ", ".join(columns()))
        cursor.execute("CREATE TEMP TABLE floor (LIKE agencies_entry INCLUDING GENERATED INCLUDING DEFAULTS)")
        cursor.execute("ALTER TABLE floor ALTER id SET DEFAULT 0")
        _copied(cursor, "floor", rows)
        cursor.execute("DROP TABLE floor")


def copy_home(rows: Sequence[tuple[Any, ...]]) -> None:
    """The floor of an import: the same rows where they belong, with indexes and references, and taken back."""
    if connection.vendor != "postgresql":
        return copy(rows)
    with transaction.atomic(), connection.cursor() as cursor:
        _copied(cursor, "agencies_entry", rows)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        transaction.set_rollback(True)


def _copied(cursor: Any, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    with cursor.copy(f"COPY {table} ({', '.join(columns())}) FROM STDIN") as copying:
        for row in rows:
            copying.write_row(row)


def _inserted(cursor: Any, rows: Sequence[tuple[Any, ...]], names: str) -> None:
    """The same where there is no COPY."""
    cursor.execute(f"CREATE TEMP TABLE floor AS SELECT {names} FROM agencies_entry LIMIT 0")
    cursor.executemany(f"INSERT INTO floor VALUES ({', '.join(['%s'] * len(columns()))})", rows)
    cursor.execute("DROP TABLE floor")
