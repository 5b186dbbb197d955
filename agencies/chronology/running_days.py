"""A day written once with entries below it: where their times go on from each other, nothing need be asked about it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence

from agencies.chronology import passed
from agencies.chronology.shapes import Problem, Row

CARRIED = ("carried-down", "ditto")
HABIT = 5  # days of its own that a table must have before a blank cell is known for its habit, and not a slip
IN_ORDER = 0.9
ANOTHER_DAY = re.compile(
    r"\b(?:(?:the )?(?:next|following|previous) (?:day|morning|evening|night|afternoon)|(?:day|night) (?:after|before)|yesterday|tomorrow|overnight|undated)\b",
    re.IGNORECASE,
)
OPENING = 80


def settle_running_days(rows: Sequence[Row], banners: Collection[int]) -> None:
    """Set to "ok" the rows of one table whose blank or ditto day plainly is that of the entry above: they have a time, no
    earlier than the one above, no banner (`banners` are the numbers of such records) stands between them and nothing else
    is doubtful. A blank counts only in a table that writes its days in order and often enough to show that this is how it
    is kept. That the day was carried down stays with the row as a note."""
    carried = [place for place, row in enumerate(rows) if place and _is_carried(row)]
    habit = bool(carried) and _has_habit(rows)
    for place in carried:
        above, row = rows[place - 1], rows[place]
        if not (row.date_text or habit) or any(above.row < at < row.row for at in banners):
            continue
        if _goes_on(above, row, _next_own(rows, place)):
            alone = passed.TIME_ALONE.match(row.date_text)
            cell = "holds only a time" if alone else "is a ditto" if row.date_text else "is blank"
            said = f"The date cell {cell}: the day above was taken, as the time goes on from the entry above."
            row.problems = [Problem("carried-down", said, row.problems[0].column)]
            row.status, row.certain = "ok", above.certain


def _is_carried(row: Row) -> bool:
    """Whether the only thing to be asked is if the whole day above holds here."""
    if len(row.problems) != 1 or row.problems[0].kind not in CARRIED or row.precision != "day":
        return False
    return not row.date_text or _leans(row.date_text)


def _has_habit(rows: Sequence[Row]) -> bool:
    days = [row.date_from for row in rows if _has_own(row)]
    pairs = [(one, other) for one, other in itertools.pairwise(days) if one and other]
    ordered = sum(one <= other for one, other in pairs)
    return len(set(days)) >= HABIT and ordered >= IN_ORDER * len(pairs)


def _has_own(row: Row) -> bool:
    return bool(row.date_from and row.date_text and not _leans(row.date_text))


def _leans(text: str) -> bool:
    """Whether what is written in a date cell leans on the day above: a ditto, or a time alone."""
    return bool(passed.DITTO.match(text) or passed.TIME_ALONE.match(text))


def _next_own(rows: Sequence[Row], place: int) -> Row | None:
    return next((row for row in rows[place + 1 :] if _has_own(row)), None)


def _goes_on(above: Row, row: Row, following: Row | None) -> bool:
    """Whether a row plainly belongs to the day of the row above it."""
    if above.status != "ok" or above.date_from != row.date_from or above.precision != "day" or not row.time:
        return False
    if not above.time or above.time > row.time or (above.end_time and above.end_time < above.time):
        return False
    if following and following.date_from and row.date_from and following.date_from < row.date_from:
        return False
    return not ANOTHER_DAY.search(row.event[:OPENING])
