"""The report as a file: a hundred pages with ten pictures, beside the bare time of the library that makes it; and its scan.

Measured in a process of its own, because Django has to be ready before the report's files are read.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any


def figures() -> Iterator[dict[str, Any]]:
    """What the measuring process prints, one figure a line."""
    environment = {**os.environ, "DATABASE_URL": "", "REDIS_URL": "", "DJANGO_SETTINGS_MODULE": "scr_portal.settings"}
    words = [sys.executable, "-m", "tests.bench.measuring_report"]
    done = subprocess.run(words, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    yield from (json.loads(line) for line in done.stdout.splitlines() if line.startswith("{"))
