"""A real Celery worker, in a process of its own, on the database and the Redis of these tests."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from celery import Celery
from django.conf import settings
from django.core.cache import cache
from django.db import connection

from scr_portal.celery import app
from scr_portal.setup import ROOT

PATIENCE = 60.0


def database_url() -> str:
    """The address of the database that the tests made, not of the one they began from."""
    names = connection.settings_dict
    who = quote(names["USER"]) + (":" + quote(names["PASSWORD"]) if names["PASSWORD"] else "")
    return f"postgres://{who}@{names['HOST']}:{names['PORT'] or 5432}/{quote(names['NAME'])}"


@pytest.fixture(scope="session")
def worker(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Starts the worker and ends it before its database is dropped; what it said is shown if it does not come up."""
    assert settings.REDIS_URL, "These tests need real services: run `make services-test`."
    app.control.purge()
    with working(tmp_path_factory.mktemp("worker"), app):
        yield


@contextmanager
def working(folder: Path, broker: Celery, **more: str) -> Iterator[None]:
    """A worker that answers, ended afterwards; `more` of its environment, `broker` where it takes its work from."""
    log = folder / "worker.log"
    command = [sys.executable, "-m", "celery", "-A", "scr_portal", "worker", "--concurrency", "1", "--loglevel", "INFO"]
    command += ["--include", "tests.services.tasks", "--without-gossip", "--without-mingle"]
    with log.open("w") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | {"DATABASE_URL": database_url(), **more}, stdout=output, stderr=output
        )
        try:
            _await_worker(process, log, broker)
            yield
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def _await_worker(process: subprocess.Popen[bytes], log: Path, broker: Celery) -> None:
    deadline = time.monotonic() + PATIENCE
    while not broker.control.ping(timeout=1):
        assert process.poll() is None, f"The worker ended: {log.read_text()}"
        assert time.monotonic() < deadline, f"The worker does not answer: {log.read_text()}"


@pytest.fixture
def in_cache() -> Callable[[str], Any]:
    """Waits for what a task leaves in the cache."""

    def wait(key: str) -> Any:
        deadline = time.monotonic() + PATIENCE
        while (value := cache.get(key)) is None:
            assert time.monotonic() < deadline, f"The worker left nothing under {key}"
            time.sleep(0.05)
        return value

    return wait
