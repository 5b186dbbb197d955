"""The table of word vectors: plain words alone, the most frequent first, of length one, and no table where the package is not there."""

from __future__ import annotations

import sqlite3
from array import array
from pathlib import Path

from scr_portal.setup import word_vectors

# As the package has it: words with their numbers, then the length of each and its place.
PACKAGE = '{"size":4,"words":["the",","],"vectors":{"the":[3,4,5,0],",":[1,1,1.4,1],"care":[0.5,0,0.5,2],"home":[0,1,1,3]},"unkVector":[0,0,-1]}'


def packaged(folder: Path) -> Path:
    """A folder of npm packages with this one in it."""
    held = folder / "node_modules" / word_vectors.PACKAGE
    held.parent.mkdir(parents=True)
    held.write_text(PACKAGE)
    return folder / "node_modules"


def test_the_most_frequent_plain_words_are_kept_each_of_length_one(tmp_path: Path) -> None:
    table = tmp_path / "not" / "yet" / "vectors.db"
    assert word_vectors.make(packaged(tmp_path), table, most=2)
    with sqlite3.connect(table) as made:
        rows = dict(made.execute("SELECT word, vector FROM vectors"))
    made.close()
    assert {word: [*array("b", vector)] for word, vector in rows.items()} == {"the": [127, 127], "care": [127, 0]}


def test_what_is_small_keeps_its_sign_and_share() -> None:
    assert [*array("b", word_vectors.bytes_of([-0.3, 0.4] + [0.866] * 1))] == [-76, 102, 127]
    assert [*array("b", word_vectors.bytes_of([0, 0]))] == [0, 0]


def test_without_the_package_there_is_no_table_and_an_old_one_goes(tmp_path: Path) -> None:
    table = tmp_path / "vectors.db"
    table.touch()
    assert not word_vectors.make(tmp_path, table)
    assert not table.exists()


def test_the_table_is_made_and_stands_where_nothing_is_served() -> None:
    with sqlite3.connect(word_vectors.TABLE) as made:
        (number,) = made.execute("SELECT count(*) FROM vectors").fetchone()
    made.close()
    assert number > 90_000
    assert "static" not in word_vectors.TABLE.parts
