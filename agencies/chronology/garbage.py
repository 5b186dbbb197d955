"""Work that makes very many plain objects at once, and the search for garbage that would go through all of them again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Within this, or in a function that it decorates, nobody looks for objects that only refer to each other.

    Rows and cells never do, and are freed all the same when nothing refers to them; a third of the time of reading a long
    file went into looking. Others' garbage waits for the second that this lasts.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
