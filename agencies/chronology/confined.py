"""How much a reading process may take: memory, processor time, files."""

from __future__ import annotations

import contextlib
import resource

MEMORY = 230 * 1024 * 1024
ADDRESSES = 1024 * 1024 * 1024
SECONDS = 4
MOST_SECONDS = 150

_in_force = False


def confine() -> None:
    """Limit this process for the rest of its life: no more memory, processor time or files than a chronology takes."""
    global _in_force
    _in_force = True
    wanted = (
        (resource.RLIMIT_DATA, MEMORY),
        (resource.RLIMIT_AS, ADDRESSES),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    )
    for what, most in wanted:
        _lower(what, most)


def allow(seconds: int) -> None:
    """Give a confined process more time: pages are laid out anew to find their tables, which takes far longer than
    reading cells. Does nothing to a process that is not confined."""
    if _in_force:
        _lower(resource.RLIMIT_CPU, min(seconds, MOST_SECONDS))


def _lower(what: int, most: int) -> None:
    hard = resource.getrlimit(what)[1]
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
