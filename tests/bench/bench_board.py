"""The board's view at the size of a large region: 10,000 actions over 300 reviews; the dashboard, its filters, its pictures, its pack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.bench import apart

REVIEWS, ACTIONS = 300, 10_000


def figures() -> Iterator[dict[str, Any]]:
    """What the measuring process prints."""
    return apart.figures("measuring_board", REVIEWS, ACTIONS)
