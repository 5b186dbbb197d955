"""Work that follows from a change and is done off the request, once the change stands."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.module_loading import import_string


def later(task: str, *said: Any) -> None:
    """Have a task done after the transaction; it is named by its path, so that an app can wake one above it.

    Where nobody can be found to take it, the change stands all the same, and the timer does what was left undone.
    """

    def ask() -> None:  # Not a partial: Django logs the failure by the name of what failed.
        import_string(task).delay(*said)

    transaction.on_commit(ask, robust=True)
