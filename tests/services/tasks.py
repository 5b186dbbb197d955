"""Tasks that only the tests of the worker send; the worker is told to know them."""

from __future__ import annotations

import os
import signal

from celery import shared_task
from django.core.cache import cache

from reviews.models import Board


@shared_task
def count_boards(key: str) -> None:
    """Leave in the cache how many boards this worker sees in its database."""
    cache.set(key, Board.objects.count())


@shared_task
def die_once(key: str) -> None:
    """Kill the process that runs this, as a machine short of memory would; leave a mark when it is run again."""
    if cache.add(f"{key}-begun", 1):
        os.kill(os.getpid(), signal.SIGKILL)
    cache.set(key, "done")
