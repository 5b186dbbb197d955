"""Database triggers that refuse to change or delete what was recorded, on PostgreSQL and SQLite alike.

Destruction under the retention schedule is the one declared way past them: `declared_destruction` opens it for one
transaction of one connection, and its caller records an event of its own. On SQLite the triggers ask a function that only
this application defines, so any other program that tries is refused as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.apps import AppConfig
from django.db import connection, connections, transaction
from django.db.models import Model
from simple_history.models import HistoricalChanges

REFUSAL = "This record is append-only: it can be neither changed nor deleted."


def prepare_connection(sender: Any = None, *, connection: Any, **kwargs: Any) -> None:
    """Give a new SQLite connection the function that its triggers ask; nothing to do on PostgreSQL."""
    if connection.vendor == "sqlite":
        wrapper = connection
        wrapper.connection.create_function(
            "destruction_declared", 0, lambda: int(getattr(wrapper, "destruction_declared", False))
        )


@contextmanager
def declared_destruction() -> Iterator[None]:
    """While this lasts, append-only rows can be deleted on this connection: in one transaction, which this begins where there is none.

    What was said for the session instead would stay behind with it, and another's request might have it next (a pool).
    """
    if connection.vendor == "sqlite":
        connection.destruction_declared = True  # type: ignore[attr-defined]
        try:
            yield
        finally:
            connection.destruction_declared = False  # type: ignore[attr-defined]
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL scr_portal.destruction = 'declared'")
        yield  # An error takes back what was said, together with what was done.
        cursor.execute("SET LOCAL scr_portal.destruction = ''")


def trigger_name(table: str, operation: str) -> str:
    """The name of the trigger that protects `table` against `operation`; PostgreSQL allows 63 characters."""
    return f"{table[:50]}_no_{operation.lower()}"


def statements(vendor: str, table: str, operations: Sequence[str]) -> list[str]:
    """The SQL that protects `table` against `operations` ("UPDATE", "DELETE"). Names are our own, never a person's."""
    made = []
    for operation in operations:
        name = trigger_name(table, operation)
        if vendor == "sqlite":
            made.append(
                f'CREATE TRIGGER IF NOT EXISTS "{name}" BEFORE {operation} ON "{table}" WHEN destruction_declared() = 0 '
                f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            )
        else:
            each = "FOR EACH STATEMENT" if operation == "TRUNCATE" else "FOR EACH ROW"
            made.append(
                f'CREATE OR REPLACE TRIGGER "{name}" BEFORE {operation} ON "{table}" {each} '
                f"WHEN (coalesce(current_setting('scr_portal.destruction', true), '') <> 'declared') "
                f"EXECUTE FUNCTION scr_portal_refuse()"
            )
    return made


FUNCTION = f"""
CREATE OR REPLACE FUNCTION scr_portal_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$
"""


def protected(model: type[Model]) -> Sequence[str]:
    """What is refused on a model's table: all on history, what its `append_only` names on others."""
    if issubclass(model, HistoricalChanges) or str(model._meta.model_name).startswith("historical"):
        return ("UPDATE", "DELETE")
    return getattr(model, "append_only", ())


def protect(sender: Any = None, *, app_config: AppConfig, using: str = "default", **kwargs: Any) -> None:
    """Make the triggers of one app's tables after each migration: SQLite drops them whenever it rebuilds a table."""
    wrapper = connections[using]
    existing = set(wrapper.introspection.table_names())
    with wrapper.cursor() as cursor:
        if wrapper.vendor == "postgresql":
            cursor.execute(FUNCTION)
        for model in app_config.get_models(include_auto_created=True):
            if model._meta.db_table in existing:
                operations = list(protected(model))
                if wrapper.vendor == "postgresql" and "DELETE" in operations:
                    operations.append("TRUNCATE")
                for sql in statements(wrapper.vendor, model._meta.db_table, operations):
                    cursor.execute(sql)
