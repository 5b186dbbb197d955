"""Loaded with `-p tests.on_services` when the suite runs on real services, before Django reads its settings.

Each test process gets a Redis database of its own, beginning with the one in REDIS_URL: clearing one process's cache
must not empty another's. It begins empty: a form that was sent within a day, by a run before this one, is not sent
twice. There being no services is an error, not a reason to run on the embedded defaults instead.
Tasks run within the test, since a worker cannot see what is not committed; in tests/services they go to a worker.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
import redis

WITH_WORKER = Path(__file__).parent / "services"


def own_redis(url: str, worker: str) -> str:
    """The address of this process's Redis database: `gw1` has the one after the first."""
    parts = urlsplit(url)
    first = int(parts.path.lstrip("/") or 0)
    return urlunsplit(parts._replace(path=f"/{first + 1 + int(worker.removeprefix('gw'))}")) if worker else url


for name in ("DATABASE_URL", "REDIS_URL"):
    if not os.environ.get(name):
        raise pytest.UsageError(f"{name} is not set: run `make services-test`.")
os.environ["REDIS_URL"] = own_redis(os.environ["REDIS_URL"], os.environ.get("PYTEST_XDIST_WORKER", ""))


def pytest_configure() -> None:
    """Begin with an empty Redis: who only reads this module has none."""
    redis.Redis.from_url(os.environ["REDIS_URL"]).flushdb()


@pytest.fixture(autouse=True)
def tasks_go_where_the_test_expects(request: pytest.FixtureRequest) -> Iterator[None]:
    """To the worker in tests/services, through this process elsewhere."""
    from scr_portal.celery import app

    before = app.conf.task_always_eager
    app.conf.task_always_eager = WITH_WORKER not in request.path.parents
    yield
    app.conf.task_always_eager = before
