"""Work that follows from a change and is done off the request, once the change stands."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.utils.module_loading import import_string


def later(task: str, *said: Any) -> None:
    """Have a task done after the transaction; it is named by its path, so that an app can wake one above it.

    Where nobody can be found to take it, the change stands all the same, and the timer does what was left undone.
    """
    transaction.on_commit(partial(_ask, task, *said), robust=True)


def _ask(task: str, *said: Any) -> None:
    import_string(task).delay(*said)
