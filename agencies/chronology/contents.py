"""What stands in a column: how many cells are filled, and the shares of dates, times and words among them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta

from agencies.chronology.grid import Value
from agencies.chronology.layout import CLOCK, Record, is_dated
from agencies.chronology.times import read_time

Fields = dict[int, tuple[str, float]]  # place of a column → the field it is taken for, and how surely


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands under a heading: how many cells are filled, the usual length, and the shares of
    dates, of times, of cells with words in them and of different cells; `numbers` where all are bare numbers."""

    filled: int
    dated: float
    timed: float
    length: float
    worded: float
    distinct: float
    numbers: bool = False


def contents_of(sample: list[Record], column: int) -> Contents:
    cells = [
        (record.texts[column], record.values[column])
        for record in sample
        if column < len(record.texts) and record.texts[column]
    ]
    if not cells:
        return Contents(0, 0.0, 0.0, 0.0, 0.0, 0.0)
    dated = sum(is_dated(value, text) for text, value in cells)
    timed = sum(is_timed(value, text) for text, value in cells)
    length = sum(len(text) for text, _ in cells) / len(cells)
    worded = sum(any(letter.isalpha() for letter in text) for text, _ in cells)
    distinct = len({text for text, _ in cells})
    return Contents(
        len(cells), dated / len(cells), timed / len(cells), length, worded / len(cells), distinct / len(cells),
        all(text.replace(".", "", 1).isdigit() for text, _ in cells),
    )  # fmt: skip


def is_timed(value: Value, text: str) -> bool:
    """Whether a cell plainly holds a time of day."""
    if isinstance(value, time | timedelta):
        return True
    if isinstance(value, float | int):
        return 0 < value < 1 or (value >= 100 and read_time(value, text).time is not None)
    return len(text) < 30 and bool(CLOCK.match(text))
