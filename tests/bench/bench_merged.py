"""The merged chronology at the size of a large review, on PostgreSQL: pages, filters, the strip, and an import of 10,000 rows.

Measured in a process of its own, because a database has to be named before Django reads its settings.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from scr_portal.setup.services import ServiceMissing, postgres


def figures() -> Iterator[dict[str, Any]]:
    """What the measuring process prints, one figure a line."""
    try:
        with postgres() as url:
            named = {"DATABASE_URL": url, "REDIS_URL": "", "DEMO": "1", "DJANGO_SETTINGS_MODULE": "scr_portal.settings"}
            environment = {**os.environ, **named}
            words = [sys.executable, "-m", "tests.bench.measuring_merged"]
            done = subprocess.run(words, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    except ServiceMissing as missing:
        yield {"name": "merged: not measured", "value": -1, "unit": "not measured", "compared_with": str(missing)}
        return
    for line in done.stdout.splitlines():
        if line.startswith("{"):
            yield json.loads(line)
