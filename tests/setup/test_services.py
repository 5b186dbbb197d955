"""Real services for the tests: each test process has a Redis of its own, and a missing service is a failure."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from scr_portal.setup import ROOT


@pytest.fixture
def own_redis(monkeypatch: pytest.MonkeyPatch):
    """`own_redis` of the plugin, which looks at the environment when it is loaded."""
    for name in ("DATABASE_URL", "REDIS_URL"):
        monkeypatch.setenv(name, os.environ.get(name) or "redis://127.0.0.1:6379/0")
    from tests.on_services import own_redis

    return own_redis


@pytest.mark.parametrize(("worker", "number"), [("", 5), ("gw0", 6), ("gw1", 7)])
def test_each_test_process_has_its_own_redis_database(own_redis, worker: str, number: int) -> None:
    assert own_redis("redis://127.0.0.1:6379/5", worker) == f"redis://127.0.0.1:6379/{number}"


def test_without_services_the_suite_on_services_does_not_begin() -> None:
    bare = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "REDIS_URL"}}
    command = [sys.executable, "-m", "pytest", "-p", "tests.on_services", "--collect-only", "tests/setup"]
    run = subprocess.run(command, cwd=ROOT, env=bare, capture_output=True, text=True)
    assert run.returncode != 0
    assert "DATABASE_URL is not set" in run.stderr + run.stdout
