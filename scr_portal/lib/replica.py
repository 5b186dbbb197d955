"""A copy of the database that only answers questions, for what may be some seconds old: searching the library."""

from __future__ import annotations

import logging
import time

from django.db import DEFAULT_DB_ALIAS, OperationalError, connections

log = logging.getLogger(__name__)
REPLICA = "replica"
AGAIN = 30.0  # Seconds after which a copy that did not answer is asked again: until then nobody waits for it.
AWAY = {"until": 0.0}


def for_reading() -> str:
    """The alias of the copy; of the database itself where there is none, or it does not answer."""
    if REPLICA not in connections or time.monotonic() < AWAY["until"]:
        return DEFAULT_DB_ALIAS
    try:
        with connections[REPLICA].cursor() as cursor:
            cursor.execute("SELECT 1")
    except OperationalError:
        log.error("the copy of the database does not answer")
        AWAY["until"] = time.monotonic() + AGAIN
        connections[REPLICA].close()
        return DEFAULT_DB_ALIAS
    return REPLICA
