"""What is measured in a process of its own, because a database has to be named before Django reads its settings.

A `bench_*.py` starts the process by `figures`; a `measuring_*.py` is the process, and measures within `on_test_database`.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from typing import Any

import django

from scr_portal.setup.services import ServiceMissing, postgres


def figures(module: str, *sizes: object) -> Iterator[dict[str, Any]]:
    """What a measuring module prints, one figure a line; on PostgreSQL where one is at hand or can be had, else on SQLite.

    Raises RuntimeError where it broke, after the figures that it printed before.
    """
    with contextlib.ExitStack() as stack:
        try:
            url = os.environ.get("DATABASE_URL") or stack.enter_context(postgres())
        except ServiceMissing:
            url = ""
        named = {"DATABASE_URL": url, "REDIS_URL": "", "DEMO": "1", "DJANGO_SETTINGS_MODULE": "scr_portal.settings"}
        words = [sys.executable, "-m", f"tests.bench.{module}", *map(str, sizes)]
        on = "PostgreSQL" if url.startswith("postgres") else "SQLite"
        with subprocess.Popen(words, env={**os.environ, **named}, stdout=subprocess.PIPE, text=True) as running:
            for line in running.stdout or ():
                if line.startswith("{"):
                    yield json.loads(line) | {"database": on}
        if running.returncode:
            raise RuntimeError(f"measuring ended with {running.returncode}")


def on_test_database(work: Callable[[], None]) -> None:
    """Make a test database, measure, take it away."""
    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test.utils import setup_test_environment

    setup_test_environment()
    settings.MEDIA_ROOT = tempfile.mkdtemp()
    name = connection.creation.create_test_db(verbosity=0, autoclobber=True)
    # A process that serves pages has never migrated: what that left in memory is not walked through during a page.
    gc.collect()
    gc.freeze()
    try:
        work()
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def settled() -> None:
    """As the server does by itself within minutes."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def say(of: str, name: str, value: float, unit: str, goal: str, beside: tuple[str, float] | None = None) -> None:
    """One figure of what is measured; `beside` names what ran beside it and its value, of which the ratio is told."""
    figure = {"name": f"{of}: {name}", "value": round(value, 3), "unit": unit, "compared_with": goal}
    if beside:
        figure |= {"beside": beside[0], "ratio": round(value / beside[1], 2)}
    print(json.dumps(figure, ensure_ascii=False), flush=True)


def best(work: Callable[[], Any], times: int = 5) -> float:
    """The shortest of several runs, in seconds: the machine is noisy, the code is not."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return min(taken)


class Visitor:
    """Somebody who signed in, at the pages of the portal."""

    def __init__(self, user: Any) -> None:
        from django.test import Client

        self.client = Client()
        self.client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")

    def waits(self, address: str) -> float:
        """How long a page or a file takes, in milliseconds; raises where it does not come."""
        if (answer := self.client.get(address)).status_code != 200:
            raise RuntimeError(f"{address} answered {answer.status_code}")
        return best(lambda: b"".join(self.client.get(address))) * 1000

    def asks(self, address: str) -> int:
        """How many queries a page takes."""
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as found:
            self.client.get(address)
        return len(found)
