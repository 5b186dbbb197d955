"""Readable references: SCR-2026-004."""

from __future__ import annotations

import re

PATTERN = re.compile(r"^([A-Z]{2,8})-(\d{4})-(\d{3,})$")


def ref(series: str, year: int, number: int) -> str:
    """The reference of the `number`-th record of a `series` in a year: ("SCR", 2026, 4) gives "SCR-2026-004"."""
    return f"{series}-{year}-{number:03d}"


def following(series: str, year: int, last: str | None) -> str:
    """The reference that follows `last` in the same series and year; the first one where there is none."""
    match = PATTERN.match(last or "")
    return ref(series, year, int(match[3]) + 1 if match else 1)
