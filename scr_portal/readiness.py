"""Is the portal ready? What it stands on, each in a word."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse

from reviews.sealed import missing
from scr_portal.celery import app
from scr_portal.lib.sealed_files import kept_files
from scr_portal.lib.uploads import scanner

log = logging.getLogger(__name__)

# Seconds for which a word stands that costs something to find: anybody may ask, as often as they like. Each process asks
# for itself. It keeps its code to its end, so migrations that are done need not be reckoned again.
STANDS = {"done": math.inf, "waiting": 30.0, "answers": 30.0}
KEPT: dict[str, tuple[float, str]] = {}


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


def _kept(ask: Callable[[], str]) -> Callable[[], str]:
    """Gives the word that was found before, while it stands."""

    @wraps(ask)
    def asked() -> str:
        until, word = KEPT.get(ask.__name__, (0.0, ""))
        if time.monotonic() >= until:
            word = ask()
            KEPT[ask.__name__] = (time.monotonic() + STANDS[word], word)
        return word

    return asked


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return "answers"


@_kept
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


@_kept
def _storage() -> str:
    """Whether the disk, or the bucket, takes a file."""
    kept_files().tried()
    return "answers"


def _scanner() -> str:
    found = scanner()
    return "not set" if found is None else "answers" if found.ping().strip() == "PONG" else "does not answer"


FINE = {"answers", "done", "not needed", "at hand"}
ASKED = {
    "database": _database, "migrations": _migrations, "keys": _keys, "broker": _broker, "storage": _storage,
    "virus scanner": _scanner,
}  # fmt: skip
