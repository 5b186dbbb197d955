"""Which edition of the rules searched a text or a file: so that a scan that is kept says what it was made with."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_LENGTH = 12


@cache
def edition() -> str:
    """Return the checksum of the rules as they stand: code and word lists of this package, in twelve figures of hexadecimals."""
    here = Path(__file__).parent
    files = sorted(path for path in here.rglob("*") if path.suffix in {".py", ".txt", ".toml"})
    held = hashlib.sha256()
    for path in files:
        held.update(path.relative_to(here).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return held.hexdigest()[:_LENGTH]
