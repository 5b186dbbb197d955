"""Readable references: SCR-2026-004."""

from __future__ import annotations

import re
from collections.abc import Iterable

PATTERN = re.compile(r"^([A-Z]{2,8})-(\d{4})-(\d{3,})$")


def ref(series: str, year: int, number: int) -> str:
    """The reference of the `number`-th record of a `series` in a year: ("SCR", 2026, 4) gives "SCR-2026-004"."""
    return f"{series}-{year}-{number:03d}"


def following(series: str, year: int, last: str | None) -> str:
    """The reference that follows `last` in the same series and year; the first one where there is none."""
    match = PATTERN.match(last or "")
    return ref(series, year, int(match[3]) + 1 if match else 1)


def keys(said: Iterable[str]) -> list[int]:
    """The keys of records that a form or an address names; what can be no record's key (18 digits are the most) is left out."""
    return [int(each) for each in said if each.isdecimal() and len(each) < 19]


def key(said: str) -> int:
    """The key of the one record that a form or an address names; 0, which no record has, where it can be none."""
    return next(iter(keys([said])), 0)
