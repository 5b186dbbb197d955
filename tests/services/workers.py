"""Workers that are stopped in the middle of their work and killed there: forked by a process that has everything loaded.

`python -m tests.services.workers POINT …` is that process. A point is the path of a function; every worker stops before
a call of the one that is asked for, and where a task has ended and its broker does not know it yet. It stops once.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from django.conf import settings
from redis import Redis

from scr_portal.celery import app
from scr_portal.setup import ROOT
from tests.services.conftest import PATIENCE, database_url

STOP_AT, STOPPED, QUEUE, TAKEN, TAKEN_AT, LOCK = (
    "stop-at",
    "stopped",
    "celery",
    "unacked",
    "unacked_index",
    "unacked_mutex",
)
# Without the checks of every start, which took longer than the work.
WORKER = (
    "--skip-checks",
    "worker",
    "--concurrency",
    "1",
    "--loglevel",
    "ERROR",
    "--without-gossip",
    "--without-mingle",
)


def end_of(task: str) -> str:
    """The point at which a task has done its work, and the broker does not know it."""
    return f"end of {task}"


class Workers:
    """The process that forks workers, and the one that lives; all write to one log."""

    def __init__(self, folder: Path, points: Sequence[str]) -> None:
        self.broker: Any = Redis.from_url(settings.REDIS_URL, decode_responses=True)
        self.log, self.living = folder / "log", 0
        given = os.environ | {
            "DATABASE_URL": database_url(), "VAR_DIR": str(folder), "MEDIA_ROOT": str(folder / "files"),
            "SECRET_KEY": settings.SECRET_KEY, "SEAL_KEYS": settings.SEAL_KEYS, "DEMO": "1",
        }  # fmt: skip
        words = [sys.executable, "-m", "tests.services.workers", *points]
        with self.log.open("w") as said:
            self.process = subprocess.Popen(
                words, cwd=ROOT, env=given, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said
            )

    def begin(self, *words: str) -> None:
        """A worker, or the command of `manage.py` that `words` name."""
        assert self.process.stdin
        assert self.process.stdout
        print(json.dumps(words or WORKER), file=self.process.stdin, flush=True)
        self.living = int(self.process.stdout.readline())

    def stop_at(self, point: str) -> None:
        """Have whoever comes to the point first stop there."""
        self.broker.delete(STOPPED)
        self.broker.set(STOP_AT, point)

    def await_stop(self, point: str) -> None:
        """Return when somebody has come to the point."""
        deadline = time.monotonic() + PATIENCE
        while not self.broker.lpop(STOPPED):
            assert time.monotonic() < deadline, f"Nobody comes to {point}: {self.log.read_text()}"
            time.sleep(0.02)

    def kill(self) -> None:
        """Kill the worker with all its processes, as a machine that goes down does; what it held was taken long ago."""
        with contextlib.suppress(ProcessLookupError):  # A command may have ended by itself.
            if self.living:
                os.killpg(self.living, signal.SIGKILL)
        self.living = 0
        self.broker.delete(LOCK)  # It is let go by itself after half of the time that is waited.
        waited = app.conf.broker_transport_options["visibility_timeout"]
        taken = self.broker.zrange(TAKEN_AT, 0, -1, withscores=True)
        if taken:
            self.broker.zadd(TAKEN_AT, {tag: since - waited for tag, since in taken})

    def halt(self) -> None:
        """The worker does nothing until it may go on."""
        if self.living:
            os.killpg(self.living, signal.SIGSTOP)

    def go_on(self) -> None:
        """The worker goes on; a new one begins where none lives."""
        if self.living:
            os.killpg(self.living, signal.SIGCONT)
        else:
            self.begin()

    def await_quiet(self) -> None:
        """Return when nothing waits and nobody works: not between two looks either, a message is in nobody's hand for a moment."""
        deadline, quiet = time.monotonic() + PATIENCE, 0
        while quiet < 3:
            quiet = 0 if self.broker.llen(QUEUE) or self.broker.hlen(TAKEN) else quiet + 1
            assert time.monotonic() < deadline, f"Work is left: {self.log.read_text()}"
            time.sleep(0.05)

    def forget(self) -> None:
        """Kill the worker and forget what waits, where that is not done: what failed is not to fail what follows."""
        if self.broker.llen(QUEUE) or self.broker.hlen(TAKEN):
            self.kill()
            self.broker.delete(QUEUE, TAKEN, TAKEN_AT)

    def end(self) -> None:
        """End everything."""
        self.kill()
        self.process.terminate()
        self.process.wait(timeout=PATIENCE)
        self.broker.close()


def main(points: Sequence[str]) -> None:
    """Fork what each line asks for, and say its number: that of a process group of its own."""
    import django
    from celery.signals import task_postrun

    django.setup()
    app.autodiscover_tasks(force=True)
    for point in points:
        stopping(point)

    @task_postrun.connect(weak=False)
    def ended(task: Any, **_: Any) -> None:
        stop(end_of(task.name))

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # Nobody asks how a worker that was killed ended.
    child = 0
    for line in sys.stdin:
        child = os.fork()
        if not child:
            run(json.loads(line))
        print(child, flush=True)
    with contextlib.suppress(ProcessLookupError):  # Whoever asked is gone.
        os.killpg(child or os.getpid(), signal.SIGKILL)


def run(words: list[str]) -> NoReturn:
    """What a line asks for, in a process that was forked for it."""
    from django.core.management import execute_from_command_line

    os.setsid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.dup2(2, 1)
    try:
        if words == [*WORKER]:
            app.worker_main(words)
        else:
            execute_from_command_line(["manage.py", *words])
    finally:
        os._exit(0)


def stopping(point: str) -> None:
    """Put a stop before every call of the function at this path, which may be a method."""
    parts = point.split(".")
    module = next(n for n in range(len(parts), 0, -1) if importable(".".join(parts[:n])))
    where: Any = import_module(".".join(parts[:module]))
    for name in parts[module:-1]:
        where = getattr(where, name)
    setattr(where, parts[-1], stopped(point, getattr(where, parts[-1])))


def importable(path: str) -> bool:
    """Whether a path is that of a module."""
    try:
        import_module(path)
    except ModuleNotFoundError:
        return False
    return True


def stopped(point: str, of: Callable[..., Any]) -> Callable[..., Any]:
    """The function with a stop before it."""

    @wraps(of)
    def stops(*said: Any, **named: Any) -> Any:
        stop(point)
        return of(*said, **named)

    return stops


def stop(point: str) -> None:
    """Say that the point is reached and wait for the end, where that was asked for."""
    with Redis.from_url(settings.REDIS_URL, decode_responses=True) as broker:
        if broker.get(STOP_AT) == point and broker.delete(STOP_AT):
            broker.rpush(STOPPED, point)
            while True:
                signal.pause()


if __name__ == "__main__":
    main(sys.argv[1:])
