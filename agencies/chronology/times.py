"""Times of day as people write them: "1415hrs", "2.30pm", "14:15-15:00", half a day in a spreadsheet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import lru_cache

from agencies.chronology.grid import Value, as_float

MOST_DAYS = 100_000
_LEAD = re.compile(r"^\W*(?:approx(?:imately)?\.?|circa|c\.?|about|around|at|from|between|tua)\b\W*", re.IGNORECASE)


def _written(which: int) -> str:
    """One time of day as a pattern, its groups numbered."""
    colon = rf"(?P<hour{which}>\d{{1,2}})\s*(?:[:.;h,]\s*(?P<minute{which}>\d{{2}})(?:[:.]\d{{2}}(?:\.\d+)?)?)?"
    return rf"(?:(?P<bare{which}>\d{{3,4}})\s*(?:hrs?\.?|hours?|h)?|{colon}\s*(?P<half{which}>[ap]\.?\s?m\b\.?)?\s*(?:hrs?\.?|hours?|h|o'?clock)?)"


_RANGE = re.compile(
    rf"\W*{_written(1)}(?:\s*(?:[-–—‐]|to|until|till|and|i|hyd)\s*{_written(2)})?\W*(?:approx(?:imately)?|gmt|bst|hrs?)?\W*",
    re.IGNORECASE,
)
_WORDS = {
    "noon": "12:00",
    "midday": "12:00",
    "12 noon": "12:00",
    "12noon": "12:00",
    "hanner dydd": "12:00",
    "midnight": "00:00",
    "hanner nos": "00:00",
    "12 midnight": "00:00",
    "12midnight": "00:00",
}
# Of a span noon may be an end: "12 noon to 1", "10am to midday".
_SPAN = re.compile(r"[-–—]|\b(?:to|until|till|and)\b")
_NOON = re.compile(r"\b(?:12 ?)?(?:noon|midday)\b")
# Halves of the day in words: "11.30 in the morning".
_HALVES = ((re.compile(r"(?<=\d)\s*(?:o'?clock )?in the morning\b"), "am"), (re.compile(r"(?<=\d)\s*(?:o'?clock )?in the (?:afternoon|evening)\b"), "pm"))  # fmt: skip
# Welsh halves of the day: "2yp", "9.30 y bore", "7 yr hwyr".
_WELSH = ((re.compile(r"(?<=\d)\s*(?:yb|y\.b\.?|y bore|o['’]?r bore)\b\.?"), "am"), (re.compile(r"(?<=\d)\s*(?:yp|yh|y\.[ph]\.?|y prynhawn|o['’]?r prynhawn|yr hwyr|y nos)\b\.?"), "pm"))  # fmt: skip
LONGEST = 200  # No time takes more characters, and the forms below take ever longer over more.
_VAGUE = re.compile(
    r"^\W*(?:(?:early|mid|late|during the|in the|approx\w*)?[\s-]*(?:morning|afternoon|evening|night|a\.?m\.?|p\.?m\.?|overnight|(?:night|day|early|late|am|pm|long|twilight|sleep-?in|waking night) ?(?:shift|day|duty)s?|nights|shift|(?:the )?(?:small|early) hours|day|lunch ?time|school day|daytime|tea ?time|bore|prynhawn|nos|noswaith|later(?: on)?(?: (?:that|the same) (?:day|morning|afternoon|evening|night))?|various|all day|no (?:call|visit|contact)|(?:call |visit )?(?:missed|cancelled)|dna|n/?k|n/?a|not (?:known|recorded|stated|given|documented)|unknown|no time(?: recorded| given)?|untimed|tbc|nil|none|anhysbys))?\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, and its end where one is written. `understood` is False where the words are no time that is
    known; `vague` where they are one that no clock shows; `doubtful` where a person should say whether it is meant."""

    time: str | None = None
    end_time: str | None = None
    understood: bool = True
    vague: bool = False
    doubtful: bool = False


def read_time(value: Value, text: str) -> Clock:
    """The time in a cell of a time column. Words such as "evening" are understood, and are no time of the clock."""
    if isinstance(value, datetime | time):
        return Clock(f"{value.hour:02}:{value.minute:02}")
    if isinstance(value, timedelta):
        return _from_days(value.total_seconds() / 86400)
    if isinstance(value, float | int) and not isinstance(value, bool):
        return _from_number(as_float(value))
    return _from_text(text)


def _from_days(days: float) -> Clock:
    minutes = round(days * 1440)
    return _clock(minutes // 60, minutes % 60) if 0 <= minutes < 1440 else Clock(understood=False)


def _from_number(number: float) -> Clock:
    """0.59 is a share of a day; 1415 the hour and minute; 14.15 is what a spreadsheet makes of a time typed with a stop."""
    if 0 <= number < 1:
        return _from_days(number)
    if number.is_integer() and 100 <= number <= 2400:
        return _from_text(f"{int(number):04}")
    if not 0 <= number < MOST_DAYS:  # no clock and no calendar shows it; infinity and "not a number" end here too
        return Clock(understood=False)
    if number > 20000 and not number.is_integer():
        return _from_days(number % 1)
    hour, minute = divmod(round(number * 100), 100)
    if 0 <= hour < 24 and minute < 60 and abs(number * 100 - round(number * 100)) < 1e-6:
        return Clock(f"{hour:02}:{minute:02}", doubtful=True)
    return Clock(understood=False)


_NUMBERS = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=1
    )
}
_MINUTES = {
    "five": 5,
    "ten": 10,
    "quarter": 15,
    "a quarter": 15,
    "twenty": 20,
    "twenty five": 25,
    "half": 30,
    "1/2": 30,
    "½": 30,
    "1/4": 15,
    "¼": 15,
}
_HOUR = rf"(?P<hour>1[0-2]|[1-9]|{'|'.join(_NUMBERS)})"
_SAID = re.compile(
    rf"(?:(?P<minutes>a quarter|quarter|half|1/2|½|1/4|¼|twenty[- ]five|twenty|five|ten|\d{{1,2}})(?: ?mins?(?:utes)?)? ?(?P<way>past|to|)|) ?\b{_HOUR}(?: ?(?P<clock>o'?clock))? ?(?P<half>[ap]\.?m\.?)?"
)
# "9-10", "11 till 12", "between 2 and 3": two bare hours.
_HOURS = re.compile(r"(1[0-2]|[1-9])\s*(?:-|–|—|to|till|until|and)\s*(1[0-2]|[1-9])(?:[:.]([0-5]\d))?")


def _said(words: str) -> Clock | None:
    """A time told in words: "quarter past ten", "half 11", "ten to six pm". An hour from one to six without its half of the day is
    taken for the afternoon, and asked about. None where the words tell none."""
    words = _LEAD.sub("", words).replace("½", "half").replace("-", " ") if not _HOURS.fullmatch(words) else words
    found = _SAID.fullmatch(words)
    if not found or not (found["minutes"] or found["clock"]):
        return None
    if found["minutes"] and not found["way"] and found["minutes"] != "half":  # "ten five" tells nothing
        return None
    hour = _NUMBERS.get(found["hour"]) or int(found["hour"])
    said = found["minutes"] or ""
    past = _MINUTES.get(said) or (int(said) if said.isdigit() else 0)
    if past > 59:
        return None
    half = found["half"] or ""
    hour = hour % 12 + 12 * half.startswith("p") if half else hour + 12 * (hour <= 6)
    minutes = (60 * hour + (-past if found["way"] == "to" else past)) % 1440
    return Clock(f"{minutes // 60:02}:{minutes % 60:02}", doubtful=not half and not 8 <= hour <= 12)


def _bare_hours(words: str) -> Clock | None:
    """Two bare hours as a span; where the first is from one to six they are taken for the afternoon, and asked about."""
    found = _HOURS.fullmatch(_LEAD.sub("", words))
    if not found:
        return None
    first, last, minute = int(found[1]), int(found[2]), found[3] or "00"
    early = first <= 6  # "between 2 and 3"
    first += 12 * early
    last += 12 * ((last < first and last <= 6) or early)
    if last < first or last > 23:
        return None
    return Clock(f"{first:02}:00", f"{last:02}:{minute}", doubtful=early)


@lru_cache(maxsize=4096)
def _from_text(text: str) -> Clock:
    if text.startswith("#"):  # what a broken formula leaves
        return Clock(understood=False)
    words = " ".join(text.lower().split()).strip("?~ .")
    if len(words) > LONGEST:
        return Clock(understood=False)
    for half, short in (*_HALVES, *_WELSH):
        words = half.sub(short, words)
    words = _NOON.sub("12pm", words) if _SPAN.search(words) else words
    if (named := _LEAD.sub("", words)) in _WORDS:
        return Clock(_WORDS[named])
    if _VAGUE.match(words):
        return Clock(vague=bool(words))
    found = _RANGE.fullmatch(words) or _RANGE.fullmatch(_LEAD.sub("", words))
    told = _bare_hours(words) or _said(words)
    if told:
        return told
    if not found:
        return Clock(understood=False)
    first, second = _point(found, 1), _point(found, 2)
    if first and found["half1"] and (later := _later(found, first)):
        return Clock(f"{first[0]:02}:{first[1]:02}", f"{later[0]:02}:{later[1]:02}")
    if first is None or (second is None and (found["bare2"] or found["hour2"])):
        return Clock(understood=False)
    start, end = _halved(found, first, second)
    over = bool(end) and _is_open(found)  # "11pm to 12.30"
    end = f"00{end[2:]}" if end and over and end[:2] == "12" else end
    return Clock(start, end, doubtful=over or words.startswith("24"))


def _point(found: re.Match[str], which: int) -> tuple[int, int] | None:
    """Hour and minute of one end of what was written; None where it is no time ("25:70", a bare "9")."""
    if found[f"bare{which}"]:
        hour, minute = divmod(int(found[f"bare{which}"]), 100)
    elif found[f"hour{which}"]:
        hour, minute = int(found[f"hour{which}"]), int(found[f"minute{which}"] or 0)
        half = found[f"half{which}"]
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half.startswith("p") else 0)
        elif (
            not half and not found[f"minute{which}"] and not re.search(r"h|clock", found.group()) and not found["half2"]
        ):
            return None
    else:
        return None
    if hour == 24 and minute == 0:
        hour = 0
    return (hour, minute) if hour < 24 and minute < 60 else None


def _later(found: re.Match[str], first: tuple[int, int]) -> tuple[int, int] | None:
    """The end of "5pm to 6" or "11am to 2.30": the next hour of that name on the same day; None where there is none, or it
    is not left open."""
    minute = int(found["minute2"] or 0)
    if not _is_open(found) or minute > 59:
        return None
    ends = [(int(found["hour2"]) % 12 + half, minute) for half in (0, 12)]
    return min((end for end in ends if end > first), default=None)


def _is_open(found: re.Match[str]) -> bool:
    """Whether only the start of a span says which half of the day it is in, and the end could be in either."""
    hour = found["hour2"] or "0"
    return bool(found["half1"]) and not found["half2"] and not hour.startswith("0") and int(hour) <= 12


def _halved(found: re.Match[str], first: tuple[int, int], second: tuple[int, int] | None) -> tuple[str, str | None]:
    """In "2-3pm" the half of the day is said once, for both."""
    hour, minute = first
    half = found["half2"]
    if (
        second
        and half
        and half.startswith("p")
        and not found["half1"]
        and found["hour1"]
        and hour < 12
        and hour + 12 <= second[0]
    ):
        hour += 12
    return f"{hour:02}:{minute:02}", f"{second[0]:02}:{second[1]:02}" if second else None


def _clock(hour: int, minute: int) -> Clock:
    return Clock(f"{hour:02}:{minute:02}")
