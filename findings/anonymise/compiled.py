"""Registers that were compiled: each list of people once, and the list that was asked for last without looking for it."""

from __future__ import annotations

from functools import lru_cache

from findings.anonymise.register import Register
from findings.anonymise.shapes import Person

_latest: tuple[tuple[Person, ...], Register] | None = None


def register_of(people: tuple[Person, ...]) -> Register:
    """Return the compiled register of `people`; compiled once for each list."""
    global _latest
    # A page asks for one list for every record: that it is the same is seen sooner than 500 people are hashed.
    latest = _latest
    if latest is None or latest[0] is not people:
        latest = _latest = (people, _compiled(people))
    return latest[1]


@lru_cache(maxsize=64)
def _compiled(people: tuple[Person, ...]) -> Register:
    return Register(people)
