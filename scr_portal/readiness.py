"""Is the portal ready? What it stands on, each in a word."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse

from reviews.sealed import missing
from scr_portal.celery import app
from scr_portal.lib.uploads import scanner

log = logging.getLogger(__name__)


def ready(request: HttpRequest) -> HttpResponse:
    """What the portal stands on, each in a word; 503 where something that it cannot do without is missing.

    Without a virus scanner that answers the portal takes no files, and does all else.
    """
    state = {name: _word(name, ask) for name, ask in ASKED.items()}
    fine = all(word in FINE for name, word in state.items() if name != "virus scanner")
    return JsonResponse(state, status=200 if fine else 503)


def _word(name: str, ask: Callable[[], str]) -> str:
    try:
        return ask()
    except Exception:
        log.exception("readiness: %s", name)
        return "does not answer"


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return "answers"


def _migrations() -> str:
    executor = MigrationExecutor(connection)
    return "waiting" if executor.migration_plan(executor.loader.graph.leaf_nodes()) else "done"


def _keys() -> str:
    return missing() or "at hand"


def _broker() -> str:
    if not settings.REDIS_URL:
        return "not needed"
    with app.connection_for_write() as broker:
        broker.ensure_connection(max_retries=1, timeout=3)
    return "answers"


def _storage() -> str:
    """Whether a file can be kept and read back: a full disk answers everything else."""
    name = default_storage.save("ready", ContentFile(b"ready"))
    try:
        with default_storage.open(name) as kept:
            return "answers" if kept.read() == b"ready" else "does not keep what it is given"
    finally:
        default_storage.delete(name)


def _scanner() -> str:
    found = scanner()
    return "not set" if found is None else "answers" if found.ping().strip() == "PONG" else "does not answer"


FINE = {"answers", "done", "not needed", "at hand"}
ASKED = {
    "database": _database, "migrations": _migrations, "keys": _keys, "broker": _broker, "storage": _storage,
    "virus scanner": _scanner,
}  # fmt: skip
