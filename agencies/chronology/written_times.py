"""Times of day beside a date: 1415hrs, 14:15, 2.30pm, noon, 10:00-10:45."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

ONE = (
    r"(?:(?P<h{n}>\d{{1,2}})\s?[:.;]\s?(?P<m{n}>\d{{2}})(?:[:.]\d{{2}}(?:\.\d+)?)?(?!\d)|(?P<b{n}>\d{{3,4}})(?!\d)(?=\s*(?:hrs?|hours?|h)\b)|(?P<o{n}>(?<=[@~] )\d{{3,4}}(?!\d)|"
    r"(?<=[@~])\d{{3,4}}(?!\d)|(?<=\bat )\d{{3,4}}(?!\d)|(?:[01]\d|2[0-3])[0-5]\d(?!\d)(?![/.\-]))|(?P<a{n}>\d{{1,2}})(?=\s*[ap]\.?\s?m\b))"
    r"\s*(?P<p{n}>[ap]\.?\s?m\b\.?)?\s*(?:hrs?\b\.?|hours?\b|h\b)?"
)
FIRST, SECOND = ONE.format(n=1), ONE.format(n=2)
BARE_SECOND = r"(?P<x2>\d{3,4})\s*(?:hrs?|hours?|h)\b"
SPAN = re.compile(
    rf"(?<![\d/.])(?:{FIRST})(?:\s*(?:-|to|until|till|and)\s*(?:{SECOND}))?(?:\s*(?:Z|[+-]\d\d:?\d\d)\b)?",
    re.IGNORECASE,
)
PAIR = re.compile(
    r"(?<![\d/.])(?:(\d{3,4})\s*(?:-|to|until)\s*(\d{3,4})\s*(?:hrs?|hours?|h)\b|(\d{4})\s*(?:-|to|until)\s*(\d{4})(?![\d/.\-]))",
    re.IGNORECASE,
)
# "7-8pm", "10.30-2pm": the half of the day is said once.
HALVED = re.compile(
    r"(?<![\d/.:])(\d{1,2})(?:[:.]([0-5]\d))?\s*(?:-|to|until|till|and)\s*(\d{1,2})(?:[:.]([0-5]\d))?\s*([ap])\.?\s?m\b\.?",
    re.IGNORECASE,
)
WORDS = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
NAMED = re.compile(r"\b(?:12\s*)?(noon|midday|midnight)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Times:
    """What a text says of the time of day, as HH:MM, and where; `impossible` where it says a time that no clock shows."""

    first: str | None = None
    last: str | None = None
    impossible: bool = False
    start: int = 0
    end: int = 0
    # A time that follows a date in running text.
    TAIL: ClassVar[re.Pattern[str]] = re.compile(
        r"\s*\(\s*(?:[01]?\d|2[0-3])[:.]?[0-5]\d\s*(?:hrs?|hours|[ap]\.?m\.?)?\s*\)|"
        r"\s*(?:,|@|at|-)?\s*(?:\d{1,2}[:.]\d{2}(?::\d{2})?(?!\d)\s*(?:[ap]\.?m\b\.?|hrs?\b|hours\b)?|\d{3,4}\s*(?:hrs?|hours?)\b|\d{1,2}\s*[ap]\.?m\b\.?)"
        r"(?:\s*(?:-|to)\s*\d{1,2}[:.]?\d{2}\s*(?:[ap]\.?m\b|hrs?\b)?)?",
        re.IGNORECASE,
    )


def clock(hour: int, minute: int, half: str) -> str | None:
    """HH:MM, or None for a time that no clock shows."""
    half = half.lower()[:1]
    if half and not 1 <= hour <= 12 and (hour, half) != (0, "a"):
        return f"{hour:02}:{minute:02}" if half == "p" and 12 < hour < 24 and minute < 60 else None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour == 24 and minute == 0:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def of(match: re.Match[str], number: int, half: str) -> str | None:
    """The time of the `number`-th group of a span."""
    bare = match[f"b{number}"] or match[f"o{number}"]
    if bare:
        return clock(int(bare[:-2]), int(bare[-2:]), half)
    if match[f"a{number}"]:
        return clock(int(match[f"a{number}"]), 0, half)
    return clock(int(match[f"h{number}"]), int(match[f"m{number}"]), half)


def times_in(rest: str) -> Times:
    """The time, or the span of times, in what stands beside a date."""
    if match := PAIR.search(rest):
        one, two = match[1] or match[3], match[2] or match[4]
        first, last = clock(int(one[:-2]), int(one[-2:]), ""), clock(int(two[:-2]), int(two[-2:]), "")
        return Times(first, last, first is None or last is None, match.start(), match.end())
    if match := HALVED.search(rest):
        last = clock(int(match[3]), int(match[4] or 0), match[5])
        first = shared_half(int(match[1]), int(match[2] or 0), match[5], last)
        return Times(first, last, first is None or last is None, match.start(), match.end())
    match = SPAN.search(rest)
    if match is None:
        named = NAMED.search(rest)
        return Times(WORDS[named[1].lower()], None, False, named.start(), named.end()) if named else Times()
    second = any(match[f"{group}2"] for group in "hboa")
    first, last = of(match, 1, match["p1"] or ""), of(match, 2, match["p2"] or "") if second else None
    if first and last and last < first and match["p1"] and not match["p2"] and match["h2"]:
        last = _of_either_half(first, last, match["h2"])
    if first == "00:00" and re.search(r"00:00:00", match[0]):
        return Times(start=match.start(), end=match.end())  # A program's midnight: no time was given.
    return Times(first, last, first is None or (second and last is None), match.start(), match.end())


def _of_either_half(first: str, last: str, hour: str) -> str:
    """The end of "5pm to 6.30" or "11pm to 12.30", whose half of the day is not said and which came out before `first`."""
    if hour.startswith("0") or not 1 <= int(hour) <= 12:
        return last
    later = f"{int(hour) % 12 + 12}{last[2:]}"
    return later if later > first else f"{int(hour) % 12:02}{last[2:]}"


def shared_half(hour: int, minute: int, half: str, last: str | None) -> str | None:
    """The first time of "10.30-2pm", whose half of the day is said once: the same half unless it would end before it began."""
    if hour > 12:
        return clock(hour, minute, "")
    first = clock(hour, minute, half)
    if first and last and first > last:
        return clock(hour, minute, "a" if half.lower() == "p" else "p")
    return first
