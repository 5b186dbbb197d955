"""The library: recall of made before on the labelled set, and how long searches take in a library of all that was published.

On PostgreSQL where one is at hand or can be had, else on SQLite. BENCH_LIBRARY=5000 measures 5,000 reviews; 1,000 without it.
Measured in a process of its own, because a database has to be named before Django reads its settings.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from scr_portal.setup.services import ServiceMissing, postgres


def figures() -> Iterator[dict[str, Any]]:
    """What the measuring process prints, one figure a line; its last words where it broke."""
    with contextlib.ExitStack() as stack:
        try:
            url = os.environ.get("DATABASE_URL") or stack.enter_context(postgres())
        except ServiceMissing:
            url = ""
        named = {"DATABASE_URL": url, "REDIS_URL": "", "DEMO": "1", "DJANGO_SETTINGS_MODULE": "scr_portal.settings"}
        words = [sys.executable, "-m", "tests.bench.measuring_library", os.environ.get("BENCH_LIBRARY", "1000")]
        on = "PostgreSQL" if url.startswith("postgres") else "SQLite"
        with subprocess.Popen(words, env={**os.environ, **named}, stdout=subprocess.PIPE, text=True) as running:
            for line in running.stdout or ():
                if line.startswith("{"):
                    yield json.loads(line) | {"database": on}
        if running.returncode:
            raise RuntimeError(f"measuring ended with {running.returncode}")
