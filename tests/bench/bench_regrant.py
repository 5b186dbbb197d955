"""What each start asks of the stored rights (`migrate` ends with `regrant`), at the size of a region: 50 boards with 20 reviews each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.bench import apart

BOARDS, REVIEWS = 50, 20


def figures() -> Iterator[dict[str, Any]]:
    """What the measuring process prints."""
    return apart.figures("measuring_regrant", BOARDS, REVIEWS)
