"""Columns that go together: one says when something began, the other when it ended."""

from __future__ import annotations

import re

from agencies.chronology.contents import Contents, Fields
from agencies.chronology.headings import normal
from agencies.chronology.layout import Record

STARTS = frozenset(["start", "started", "starts", "starting", "begin", "began", "begun", "from", "in", "arrived", "arrival", "arrive", "commenced", "opened", "received", "missing", "admitted", "admission", "actual",])  # fmt: skip
ENDS = frozenset(["end", "ended", "ends", "ending", "finish", "finished", "finishing", "to", "until", "till", "out", "left", "leave", "leaving", "departed", "departure", "closed", "close", "cleared", "clear", "found", "returned", "return", "located", "discharged", "discharge", "completed", "complete", "stop", "stopped", "available"])  # fmt: skip
FIRSTS = STARTS - {"in", "missing", "received", "opened"} | {
    "mobilised",
    "mobilized",
    "mobile",
    "dispatched",
    "call",
    "called",
    "attended",
    "seen",
    "connected",
    "answered",
    "paged",
}
OVER = frozenset(
    ["stop", "clear", "cleared", "end", "ended", "finish", "finished", "out", "left", "departed", "available", "closed"]
)
PLAIN_ENDS = frozenset(["end", "ended", "ends", "finish", "finished", "to", "until", "till"])
LITTLE = frozenset(["and", "of", "the", "at", "on", "time", "date", "dt", "dttm", "datetime", "actual"])
NOT_WHEN = re.compile(
    r"\b(?:planned|scheduled|due|expected|booked|rostered|commissioned|target|next|review|contracted)\b"
)
PASSING = re.compile(r"\b(?:call|incident|log|episode|contact|visit|missing|found|returned|located|patient|session|arriv\w+|left|discharge\w*|departure|out)\b")  # fmt: skip
CLOCKED = re.compile(r"\d\W+(?!00:00)\d{1,2}:\d\d")
CALL = re.compile(r"\bcall\w*\b|\bconnected\b|\banswered\b")
TIMED = 0.6
SHORT = 20


def ends(first: str, other: str) -> bool:
    """Whether one heading names the end of what another begins: "Date missing" and "Date found", "Start" and "End"."""
    one, two = normal(first).split(), normal(other).split()
    if not ENDS & set(two) or ENDS & set(one):
        return False
    if not STARTS & set(one) and not PLAIN_ENDS & set(two):
        return False
    rest = [{word for word in words if word not in STARTS | ENDS | LITTLE} for words in (one, two)]
    return rest[0] == rest[1]


def ends_soon(first: str, other: str) -> bool:
    """Whether two dates so headed are those of one happening, and not of a case that was open for months."""
    return ends(first, other) and (
        bool(PLAIN_ENDS & set(normal(other).split())) or bool(PASSING.search(f"{normal(first)} {normal(other)}"))
    )


def settle_clocks(
    fields: Fields, asked: set[int], headings: list[str], contents: list[Contents], sample: list[Record]
) -> None:
    """The time at which it began and that at which it ended, of all the columns that hold times of day: what was planned
    is neither, and what a heading does not say is not guessed."""
    clocks = [
        column
        for column, found in enumerate(contents)
        if column not in asked
        and fields[column][0] in ("", "time", "end_time", "end_date", "quality", "date")
        and fields[column][1] < 1
        and found.timed >= TIMED
        and found.dated == 0
        and found.length < SHORT
    ]
    for column in clocks:
        name = fields[column][0]
        if NOT_WHEN.search(normal(headings[column])):
            fields[column] = ("other", 0.6)
        elif name in ("end_date", "date"):
            fields[column] = ("end_time" if name == "end_date" else "time", 0.7)
    open_ = [column for column in clocks if fields[column][0] in ("", "time", "quality")]
    started = _started(fields, open_ if not _dates_have_times(fields, sample) else [], headings, contents)
    if started is None or "end_time" in {name for name, _ in fields.values()}:
        return
    paired = [column for column in open_ if column != started and ends(headings[started], headings[column])]
    # A call is over when the telephone is put down, not when the crew is free again.
    over = [
        column
        for column in open_
        if column != started
        and OVER & set(words := normal(headings[column]).split())
        and set(words) <= OVER | LITTLE
        and not CALL.search(normal(headings[started]))
    ]
    for column in (paired or over[-1:])[:1]:
        fields[column] = ("end_time", 0.65)


def _dates_have_times(fields: Fields, sample: list[Record]) -> bool:
    """Whether the column of dates says the time of day too: then no other need be found."""
    column = next((column for column, (name, _) in fields.items() if name == "date"), None)
    texts = [record.text(column) for record in sample[:40] if record.text(column)]
    return bool(texts) and 2 * sum(bool(CLOCKED.search(text)) for text in texts) > len(texts)


def _started(fields: Fields, clocks: list[int], headings: list[str], contents: list[Contents]) -> int | None:
    """The column of the time at which it began; a heading that says so is believed where no other is one of times."""
    known = [column for column, (name, _) in fields.items() if name == "time"]
    if known:
        return max(known, key=lambda column: (fields[column][1], -column))
    said = [column for column in clocks if FIRSTS & set(normal(headings[column]).split())]
    said = said or [c for c in clocks if any(ends(headings[c], headings[other]) for other in clocks)]
    said = said or [column for column in clocks[: len(clocks) == 1] if not contents[column].numbers]
    if said:
        fields[said[0]] = ("time", 0.65)
    return said[0] if said else None
