"""What a line of "your work" is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that waits: what, in which case, by when, and where it is done."""

    what: str
    case: str
    href: str
    due: date | None = None
    late: bool = False
