"""Days to be done by, as boards write them. A day is the last that the words allow; nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from agencies.chronology.calendar_words import MONTHS
from agencies.chronology.dates import find_dates, plain, read_date
from agencies.chronology.grid import Value
from agencies.chronology.shapes import FuzzyDate
from findings.plan.shapes import Deadline, Problem

NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
UNITS = r"(?P<unit>day|working day|week|month|year)s?"
AMOUNT = rf"(?P<number>\d{{1,3}}|{'|'.join(NUMBERS)}|a|an)"
RELATIVE = re.compile(
    rf"^\W*(?:to be (?:completed|done) )?(?:with)?in\s+(?:the\s+)?(?:next\s+)?{AMOUNT}\s+{UNITS}\b|^\W*{AMOUNT.replace('<number>', '<n2>')}\s+{UNITS.replace('<unit>', '<u2>')}\b",
    re.IGNORECASE,
)
AT_ONCE = re.compile(r"^\W*(?:immediate(?:ly)?|at once|straight ?away|with immediate effect|asap|as soon as possible)\b", re.IGNORECASE)  # fmt: skip
OPEN = re.compile(r"^\W*(?:on ?-?going|continuous(?:ly)?|continual|rolling|business as usual|bau|t\.?b\.?[acd]\.?|to be (?:agreed|confirmed|determined|decided)|n/?a|not (?:set|agreed|known|applicable)|no date(?: set)?|none|open|-+|–+|\?+)\W*$", re.IGNORECASE)  # fmt: skip
QUARTER = re.compile(r"\b(?:q(?:uarter)?\s?[1-4]|[1-4](?:st|nd|rd|th)\s+quarter|quarter\s+(?:one|two|three|four)|(?:first|second|third|fourth|last)\s+quarter)\b", re.IGNORECASE)  # fmt: skip
BEFORE = re.compile(r"\b(?:before|prior to|ahead of)\s*$", re.IGNORECASE)
YEARLESS = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, MONTHS), key=len, reverse=True))}|spring|summer|autumn|winter|easter|christmas|year[- ]end|financial year)\b", re.IGNORECASE)  # fmt: skip
REVISED = re.compile(r"\b(?:revised|extended|moved|changed|slipped|now|new (?:date|target)|re-?set|amended|put back|deferred|postponed|was)\b", re.IGNORECASE)  # fmt: skip
MOVED = re.compile(rf"{REVISED.pattern}(?:\s+to\b)?", re.IGNORECASE)
KEPT_BESIDE = re.compile(r"(?P<words>.*\S)\s+\((?P<day>\d\d/\d\d/\d{4})\)", re.DOTALL)
LABEL = re.compile(r"^\W*(?:target|due|deadline|by|no later than|completion|complete by|end of|start|from)\b[\s:.\-–]*", re.IGNORECASE)  # fmt: skip
HARMLESS = {"open-ended", "words", "several-dates", "future", "undated"}
LONGEST = 400  # days: a longer stretch is no deadline


@dataclass(frozen=True, slots=True)
class Found:
    """A date among words: where it begins and ends, and what it says."""

    start: int
    end: int
    said: FuzzyDate

    @property
    def last(self) -> date | None:
        """The last day that it allows."""
        return self.said.date_to


@dataclass(slots=True)
class Asked:
    """What has to be asked about the words of a day."""

    text: str
    problems: list[Problem] = field(default_factory=list)

    def say(self, kind: str, sentence: str) -> None:
        """Put a question beside the words."""
        self.problems.append(Problem(kind, f"“{self.text}” {sentence}"))


def dates_in(text: str) -> list[Found]:
    """The dates of a text that name days, in their order."""
    flat = text.replace("\n", " ")
    # Of the same length: a colon is no clock's, and "revised to" joins no two dates.
    apart = MOVED.sub(lambda match: ";" * len(match[0]), re.sub(r"(?<=\d):(?=\s|$)", ";", flat))
    found = [Found(start, end, each) for start, end, each in find_dates(apart) if each.date_to]
    return [each for each in found if not QUARTER.search(flat[each.start : each.end])]


def deadline(value: Value, text: str, *, epoch: int = 1900) -> Deadline:
    """One day to be done by. A cell that a program wrote as a day is one; of words see `of_words`."""
    if isinstance(value, bool) or value is None or not text:
        return Deadline()
    if isinstance(value, date | datetime) or (isinstance(value, int | float) and 20_000 <= value < 60_000):
        found = read_date(value, epoch=epoch)
        return Deadline(found.text[:10], found.date_to)
    return of_words(text)


def of_words(given: str) -> Deadline:
    """The day that words give; where they give none that is sure, the words with what has to be asked."""
    if kept := KEPT_BESIDE.fullmatch(given):
        day, month, year = map(int, kept["day"].split("/"))
        try:
            return Deadline(kept["words"], date(year, month, day))
        except ValueError:
            pass
    text, asked = " ".join(given.split()), Asked(given)
    found = dates_in(text)
    if QUARTER.search(text):
        asked.say("quarter", "may count quarters from January or from April: write the date.")
        return Deadline(given, problems=tuple(asked.problems))
    if len(found) > 1:
        asked.say("several-dates", "holds several dates: write the one by which it is to be done.")
        return Deadline(given, problems=tuple(asked.problems))
    if not found:
        return without_date(given, text, asked)
    one = found[0]
    if BEFORE.search(text[: one.start]):
        asked.say("open", "does not say which day is the last: write the date.")
    elif one.said.date_from and one.last and (one.last - one.said.date_from).days > LONGEST:
        asked.say("wide", "leaves more than a year: write the date.")
    asked.problems += [Problem(p.kind, p.message) for p in one.said.problems if p.kind not in HARMLESS]
    return Deadline(given, None if asked.problems else one.last, problems=tuple(asked.problems))


def without_date(given: str, text: str, asked: Asked) -> Deadline:
    """Words that name no day: a stretch of time to count from one, no end, a month without its year, or no date at all."""
    bare = LABEL.sub("", text)
    if AT_ONCE.match(bare):
        return Deadline(given, after="0 days")
    if match := RELATIVE.match(text) or RELATIVE.match(bare):
        number, unit = (match["number"] or match["n2"]).lower(), (match["unit"] or match["u2"]).lower()
        amount = NUMBERS.get(number) or (1 if number in {"a", "an"} else int(number))
        return Deadline(given, after=f"{amount} {unit}s")
    if OPEN.match(bare) or OPEN.match(text):
        asked.say("no-target", "is no date to be done by: write one, or say once for all by when such actions are looked at.")  # fmt: skip
    elif YEARLESS.search(text):
        asked.say("no-year", "does not say the year: write the date.")
    else:
        asked.say("not-a-date", "was not read as a date: write it as in 30/6/2024.")
    return Deadline(given, problems=tuple(asked.problems))


def target_and_revised(value: Value, text: str, *, epoch: int = 1900) -> tuple[Deadline, Deadline]:
    """A target, and the later one that its own cell gives ("June 2024, extended to September 2024")."""
    first, told, later = text.partition("\nRevised: ")
    if told and isinstance(value, str):
        return of_words(first), of_words(later)
    found = dates_in(" ".join(text.split())) if isinstance(value, str) else []
    flat = plain(" ".join(text.split()))
    if len(found) == 2 and REVISED.search(flat[found[0].end : found[1].start]) and not KEPT_BESIDE.fullmatch(text):
        turned = re.search(r"\bwas\b", flat[found[0].end : found[1].start].lower())
        one, two = reversed(found) if turned else found
        return Deadline(flat[one.start : one.end], one.last), Deadline(flat[two.start : two.end], two.last)
    return deadline(value, text, epoch=epoch), Deadline()
