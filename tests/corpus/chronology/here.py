"""Reads the files of the corpus in this process: a child for each costs more than the reading, and has tests of its own."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from agencies.chronology import child, grid, limits


def _answered(path: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.CompletedProcess([], 0, grid.to_json(child.answer(path)))


@contextmanager
def in_this_process() -> Iterator[None]:
    """`parse` without its limited child, all else as it is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limits, "_run", _answered)
        yield
