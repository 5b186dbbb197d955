"""Reads a file in a process of its own: what kills the reader must not kill the portal."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import agencies
from agencies.chronology import grid
from agencies.chronology.refusals import MAX_BYTES, SENTENCES, refusal

ROOT = str(Path(agencies.__file__).resolve().parent.parent)
SECONDS_ON_THE_CLOCK = 180
OUT_OF_TIME = (-signal.SIGXCPU, -signal.SIGKILL, -signal.SIGALRM)


def read(path: Path) -> tuple[str, list[grid.Sheet]]:
    """The kind of the file at `path` and its sheets, read by a limited child; raises ChronologyRefused."""
    try:
        size = path.stat().st_size
    except OSError:
        raise refusal("missing") from None
    if not path.is_file():
        raise refusal("missing")
    if size == 0:
        raise refusal("empty")
    if size > MAX_BYTES:
        raise refusal("too-big")
    return _understood(_run(path.resolve()))


def _run(path: Path) -> subprocess.CompletedProcess[bytes]:
    environment = {
        "PYTHONPATH": ROOT,
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONUTF8": "1",
        "MALLOC_ARENA_MAX": "2",
    }
    command = [sys.executable, "-s", "-m", "agencies.chronology.child", str(path)]
    try:
        return subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS_ON_THE_CLOCK,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise refusal("too-slow") from None


def _understood(run: subprocess.CompletedProcess[bytes]) -> tuple[str, list[grid.Sheet]]:
    if run.returncode in OUT_OF_TIME:
        raise refusal("too-slow")
    if run.returncode != 0:
        raise refusal("too-much-memory")
    try:
        answer = json.loads(run.stdout)
        if "refused" in answer:
            raise refusal(answer["refused"] if answer["refused"] in SENTENCES else "unreadable")
        return str(answer["kind"]), [grid.load(sheet) for sheet in answer["sheets"]]
    except (ValueError, KeyError, TypeError):
        raise refusal("unreadable") from None
