"""Compares what a reader made of a chronology with what is in it: rows, dates, times, words, and what must not be.

`python -m tests.corpus.score [part of a file's name …]` prints the shares file by file, for our reader and a naive one.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Protocol

from agencies.chronology import ChronologyRefused, parse
from tests.corpus.chronology import CASES
from tests.corpus.chronology.bad import BAD
from tests.corpus.chronology.naive import read
from tests.corpus.chronology.spec import Gold


class Read(Protocol):
    """What is compared: a row of any reader, with the names of the product's own."""

    sheet: str | None
    row: int
    sub: int
    event: str
    status: str


@dataclass(slots=True)
class Score:
    """Counts over one or many files. `texts` are rows whose source, event and action are all right, `events` those whose
    event is. `false_accepts` are rows taken as sound that are no entry or that a person had to
    look at; `silent_dates` are rows taken as sound whose date is wrong."""

    rows: int = 0
    found: int = 0
    dates: int = 0
    times: int = 0
    texts: int = 0
    false_accepts: int = 0
    silent_dates: int = 0
    events: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, part.name) + getattr(other, part.name) for part in fields(self)))

    def share(self, name: str) -> float:
        """Recall of "found" "dates" "times" "texts" or "events" over the rows there are."""
        return float(getattr(self, name) / self.rows) if self.rows else 1.0


def words(text: str) -> str:
    """A text as it is compared: spaces and line breaks count once."""
    return re.sub(r"\s+", " ", text or "").strip()


def same(one: str, other: str) -> bool:
    """Whether two texts say the same, a stop or a hyphen apart."""
    one, other = words(one), words(other)
    return one == other or SequenceMatcher(None, one, other).ratio() > 0.97


def compare(rows: Iterable[Read], gold: Iterable[Gold]) -> Score:
    """One file's score. Rows are matched by their place (sheet, row, sub), then those left over by their words."""
    expected, given = list(gold), list(rows)
    score, pairs = Score(rows=len(expected)), placed(given, expected)
    for wanted, row in pairs:
        score += _of_pair(row, wanted)
    matched = {id(row) for _, row in pairs}
    score.false_accepts += sum(row.status == "ok" for row in given if id(row) not in matched)
    return score


def placed(given: Sequence[Read], expected: Sequence[Gold]) -> list[tuple[Gold, Read]]:
    """Pairs of what is wanted and what was read: the same place and words first, then the same words, then the place."""
    pairs: list[tuple[Gold, Read]] = []
    for fits in (_place_and_words, _words, _nearly, _place):
        for wanted in [wanted for wanted in expected if all(wanted is not found for found, _ in pairs)]:
            used = {id(row) for _, row in pairs}
            row = next((row for row in given if id(row) not in used and fits(row, wanted)), None)
            if row is not None:
                pairs.append((wanted, row))
    return pairs


def _place(row: Read, wanted: Gold) -> bool:
    return (row.sheet, row.row, row.sub) == (wanted.sheet, wanted.row, wanted.sub)


def _words(row: Read, wanted: Gold) -> bool:
    return bool(words(row.event)) and words(row.event) == words(wanted.event)


def _place_and_words(row: Read, wanted: Gold) -> bool:
    return _place(row, wanted) and words(row.event) == words(wanted.event)


def _nearly(row: Read, wanted: Gold) -> bool:
    return bool(words(row.event)) and same(row.event, wanted.event)


def _of_pair(row: Read, wanted: Gold) -> Score:
    day = (getattr(row, "date_from", None), getattr(row, "date_to", None)) == (wanted.date_from, wanted.date_to)
    if wanted.status != "ok" and wanted.date_from is None:
        day = row.status != "ok"  # what cannot be dated is right when it is asked about
    clock = (getattr(row, "time", None), getattr(row, "end_time", None)) == (wanted.time, wanted.end_time)
    told = all(same(getattr(row, name, ""), getattr(wanted, name)) for name in ("event", "source", "action"))
    return Score(
        found=1,
        dates=day,
        times=clock,
        texts=told,
        events=same(row.event, wanted.event),
        false_accepts=row.status == "ok" and wanted.status != "ok",
        silent_dates=row.status == "ok" and not day,
    )


TODAY = date(2025, 1, 1)
SHARES = (("found", "rows"), ("dates", "dates"), ("times", "times"), ("texts", "words"), ("events", "events"))


def described(name: str, score: Score) -> str:
    """One line of figures for people."""
    shares = "  ".join(f"{word} {100 * score.share(part):5.1f} %" for part, word in SHARES)
    return f"{name:28} {score.rows:4} rows  {shares}  false accepts {score.false_accepts:3}  silently wrong dates {score.silent_dates:3}"


def refused_rightly(folder: Path) -> int:
    """How many of the bad files are refused with the sentence that fits."""
    right = 0
    for name, kind, build in BAD:
        (folder / name).write_bytes(build())
        try:
            parse(folder / name)
        except ChronologyRefused as refusal:
            right += refusal.kind == kind
    return right


def main(wanted: list[str]) -> None:
    """Print the score of every file of the corpus whose name contains one of the words, and of all of them."""
    ours, naive = Score(), Score()
    with tempfile.TemporaryDirectory() as folder:
        for case in CASES:
            if wanted and not any(word in case.name for word in wanted):
                continue
            path, gold = case.build(Path(folder))
            one = compare(parse(path, today=TODAY).rows, gold)
            print(described(case.name, one))
            ours, naive = ours + one, naive + compare(read(path), gold)
        print(described("all, our reader", ours))
        print(described("all, a naive reader", naive))
        if not wanted:
            print(f"bad files refused rightly: {refused_rightly(Path(folder))} of {len(BAD)}")


if __name__ == "__main__":
    main(sys.argv[1:])
