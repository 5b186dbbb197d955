"""Two hundred people signed in at once, as they do the main job: what they wait for, on the command line of docker-compose.yml.

BENCH_PEOPLE=50 asks for another number of people.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from tests.bench import apart

PEOPLE, SECONDS = 200, 90


def figures() -> Iterator[dict[str, Any]]:
    """What the measuring process prints."""
    return apart.figures("measuring_load", os.environ.get("BENCH_PEOPLE", PEOPLE), SECONDS)
