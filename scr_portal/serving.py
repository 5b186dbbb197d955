"""Gunicorn's settings, as docker-compose.yml names them: several processes count their requests in one folder."""

from __future__ import annotations

import os
import shutil
import tempfile
from typing import Any


def on_starting(server: Any) -> None:
    """A folder of this start's own: figures of an earlier one would be counted again."""
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = tempfile.mkdtemp(prefix="scr-portal-metrics-")


def child_exit(server: Any, worker: Any) -> None:
    """What a process counted stays when it has ended; what it held at that moment does not."""
    from prometheus_client import multiprocess  # Not before the folder is known.

    multiprocess.mark_process_dead(worker.pid)


def on_exit(server: Any) -> None:
    """Nothing stays behind."""
    shutil.rmtree(os.environ["PROMETHEUS_MULTIPROC_DIR"], ignore_errors=True)
