"""The merged chronology at the size of a large review: pages, filters, the strip, and an import of 10,000 rows.

BENCH_MILLION=1 measures 1,000,000 entries as well.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from tests.bench import apart

EACH, MILLION = 5_000, 50_000  # Entries of each of 20 agencies.


def figures() -> Iterator[dict[str, Any]]:
    """What the measuring process prints."""
    sizes = [EACH, MILLION] if os.environ.get("BENCH_MILLION") else [EACH]
    return apart.figures("measuring_merged", *sizes)
