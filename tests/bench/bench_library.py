"""The library: recall of made before on the labelled set, and how long searches take in a library of all that was published.

BENCH_LIBRARY=5000 measures 5,000 reviews; 1,000 without it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from tests.bench import apart


def figures() -> Iterator[dict[str, Any]]:
    """What the measuring process prints."""
    return apart.figures("measuring_library", os.environ.get("BENCH_LIBRARY", 1_000))
