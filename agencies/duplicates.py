"""Which rows of a file repeat entries that a return holds already. Pure: told by days and words alone.

Each entry is repeated by one row at most, and each row repeats one entry at most: a call that was logged twice on one day
and stands twice in both files is no news, and a third one is. Whatever is the same is paired before what is nearly so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import fuzz, process

# The similarity, of 100, from which the words of one day are taken for the same words put right.
NEARLY = 90
# Words that are written on many days ("Home visit, no reply") do not tell one event: fewer than these are not looked for
# under another date.
TELLING = 6


@dataclass(frozen=True, slots=True)
class Told:
    """What tells an entry from others; `key` is whatever its owner knows it by."""

    key: int
    date_from: date | None
    date_to: date | None
    time: str
    event: str
    words: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", " ".join(self.event.split()).casefold())


@dataclass(frozen=True, slots=True)
class Repeat:
    """Row `row` repeats entry `entry`. `how`: "same", "time" (another time), "words" (put differently), "date" (another day)."""

    row: int
    entry: int
    how: str


def repeats(entries: Iterable[Told], rows: Iterable[Told]) -> list[Repeat]:
    """The pairs of an entry and the row that repeats it, in the order of the rows."""
    held, new, found = list(entries), list(rows), []
    steps: list[tuple[str, Callable[[list[Told], list[Told]], Iterator[tuple[Told, Told]]]]] = [
        ("same", lambda old, now: paired(old, now, lambda told: (told.date_from, told.date_to, told.words, told.time))),
        ("time", lambda old, now: paired(old, now, lambda told: (told.date_from, told.date_to, told.words))),
        ("words", nearly),
        ("date", moved),
    ]
    for how, step in steps:
        pairs = list(step(held, new)) if held and new else []
        found += [Repeat(row.key, entry.key, how) for entry, row in pairs]
        gone, done = {entry.key for entry, _ in pairs}, {row.key for _, row in pairs}
        held = [entry for entry in held if entry.key not in gone]
        new = [row for row in new if row.key not in done]
    return sorted(found, key=lambda repeat: repeat.row)


def paired(
    entries: Sequence[Told], rows: Sequence[Told], by: Callable[[Told], Hashable]
) -> Iterator[tuple[Told, Told]]:
    """Entries and rows that agree on `by`, first with first."""
    waiting = defaultdict(list)
    for entry in reversed(entries):
        waiting[by(entry)].append(entry)
    for row in rows:
        if waiting.get(by(row)):
            yield waiting[by(row)].pop(), row


def nearly(entries: Sequence[Told], rows: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Entries and rows of the same date whose words are nearly the same, the most alike first; undated ones share none.

    Two calls of one day are often told in nearly the same words: where the times differ as well, they are two.
    """
    by_date: dict[Hashable, dict[int, Told]] = defaultdict(dict)
    for entry in entries:
        by_date[entry.date_from, entry.date_to][entry.key] = entry
    alike = []
    for row in rows:
        of_day = by_date.get((row.date_from, row.date_to), {}) if row.date_from else {}
        words = {
            key: entry.words for key, entry in of_day.items() if not (row.time and entry.time) or row.time == entry.time
        }
        for _, score, key in process.extract(row.words, words, scorer=fuzz.ratio, score_cutoff=NEARLY, limit=3):
            alike.append((-score, row.key, key, of_day[key], row))
    gone: set[int] = set()
    done: set[int] = set()
    for _, row_key, key, entry, row in sorted(alike, key=lambda pair: pair[:3]):
        if key not in gone and row_key not in done:
            gone.add(key)
            done.add(row_key)
            yield entry, row


def moved(entries: Sequence[Told], rows: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Entries and rows that tell the same event under another date, where their words tell it from all others."""
    once, again = told_once(entries), told_once(rows)
    return ((once[words], row) for words, row in again.items() if words in once)


def told_once(all_told: Sequence[Told]) -> dict[str, Told]:
    """Words → what they tell, for words that stand once and are enough to tell it."""
    found: dict[str, list[Told]] = defaultdict(list)
    for told in all_told:
        found[told.words].append(told)
    return {words: each[0] for words, each in found.items() if len(each) == 1 and words.count(" ") >= TELLING - 1}
