"""Tells a case: the story that agencies share and the routine between, as entries in the order of time."""

from __future__ import annotations

import random
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from scr_portal.demo.chronologies.days import is_open, window
from scr_portal.demo.chronologies.grammar import Grammar
from scr_portal.demo.chronologies.memory import Memory
from scr_portal.demo.chronologies.shapes import Agency, Case, Entry

APART = 26  # rows between two uses of one building block, where there are enough of them
FLAGS = {"m": "month", "w": "week", "e": "part", "r": "range"}
CLOCK = re.compile(r"\d\d:\d\d")


@dataclass(slots=True)
class Block:
    """A building block of an agency's routine: when it fits, how its date is written, and its words."""

    first: date
    last: date
    flags: str
    parts: list[str]
    used: int = 0
    at: int = -APART


def tell(case: Case) -> dict[str, list[Entry]]:
    """Every agency's entries, by agency, each in the order of time."""
    rng = random.Random(case.seed)  # noqa: S311 - a story, not a secret
    grammar = Grammar(rng, case.facts, case.pools)
    period = (case.last - case.first).days
    memories = {key: Memory(min(30 * period // agency.rows, 400)) for key, agency in case.agencies.items()}
    told: dict[str, list[Entry]] = {key: [] for key in case.agencies}
    for agency, entry in _story(case, grammar, memories):
        told[agency].append(entry)
    return {
        key: _with_routine(case, agency, told[key], grammar, memories[key]) for key, agency in case.agencies.items()
    }


def _story(case: Case, grammar: Grammar, memories: dict[str, Memory]) -> list[tuple[str, Entry]]:
    """The events that two or more agencies tell, each in its own words. A heading is a day, or a period and how often."""
    entries: list[tuple[str, Entry]] = []
    for chapter in case.story.split("\n# ")[1:]:
        head, *lines = [line.strip() for line in chapter.strip().splitlines() if line.strip()]
        for day in _days_of(case, head, grammar.rng):
            memo: dict[str, str] = {}
            entries += [_told(line, day, case, grammar, memo, memories) for line in lines]
    return entries


def _days_of(case: Case, head: str, rng: random.Random) -> list[date]:
    when, _, often = head.partition(" x")
    if not often:
        return [window(when, case.first, case.last)[0]]
    first, last = window(when, case.first, case.last)
    days = [day for day in _span(first, last) if is_open(day, "term" if "term" in often else "office")]
    number = int(often.split()[0])
    return [days[int((place + rng.uniform(0.15, 0.85)) * len(days) / number)] for place in range(number)]


def _told(
    line: str, day: date, case: Case, grammar: Grammar, memo: dict[str, str], memories: dict[str, Memory]
) -> tuple[str, Entry]:
    """One line of a chapter: agency | +days HH:MM shape | kind | event | action | comment."""
    agency, when, *parts = [part.strip() for part in line.split("|")]
    on, until, shape = day, None, ""
    clock = ""
    for word in grammar.fill(when, day, memo).split():
        if CLOCK.fullmatch(word):
            clock = word
        elif word.startswith("to"):
            shape, until = "range", on + timedelta(days=int(word[2:]))
        elif word in FLAGS.values():
            shape = word
        else:
            on = min(day + timedelta(days=int(word)), case.last)
    padded = (parts + ["", "", ""])[:4]
    event = memories[agency].tell(padded[1], on, grammar, memo)
    kind, action, comment = [grammar.fill(padded[at], on, memo) for at in (0, 2, 3)]
    clock = clock or _clock("", case.agencies[agency].days, grammar.rng)
    return agency, Entry(on, clock, kind, event, action, comment, shape, until, told=True)


def _with_routine(case: Case, agency: Agency, told: Sequence[Entry], grammar: Grammar, memory: Memory) -> list[Entry]:
    """The story with the agency's own contacts between, up to the number of rows that it writes."""
    blocks = [_block(line, case) for line in agency.prose.strip().splitlines() if "|" in line]
    wanted = max(agency.rows - len(told), 0)
    days = _spread(case, agency, wanted, grammar.rng)
    moments = sorted([(entry.on, 0, entry.clock) for entry in told] + [(day, 1, "") for day in days])
    entries = list(told)
    for place, (day, routine, _) in enumerate(moments):
        if routine:
            entries.append(_routine(blocks, day, place, agency, grammar, memory))
    return sorted(entries, key=lambda entry: (entry.on, entry.clock, entry.event))


def _block(line: str, case: Case) -> Block:
    head, *parts = [part.strip() for part in line.split("|")]
    flags, _, when = head.rpartition(" ")
    first, last = window(when, case.first, case.last)
    return Block(first, last, flags, (parts + ["", "", ""])[:4])


def _spread(case: Case, agency: Agency, number: int, rng: random.Random) -> list[date]:
    """So many days on which the agency works, thicker where it was busier, none bunched by chance."""
    days = [day for day in _span(case.first, case.last) if is_open(day, agency.days)]
    weights = [0.0] * len(days)
    for part in agency.busy.split():
        when, _, weight = part.rpartition(":")
        first, last = window(when, case.first, case.last)
        weights = [float(weight) if first <= day <= last else old for day, old in zip(days, weights, strict=True)]
    heights = list(accumulate(weights))
    marks = [(place + rng.random()) * heights[-1] / number for place in range(number)]
    return [days[bisect_left(heights, mark)] for mark in marks]


def _routine(
    blocks: list[Block], day: date, place: int, agency: Agency, grammar: Grammar, memory: Memory
) -> Entry:
    """One entry of the routine from a block that fits the day and has not been used for a while."""
    fitting = [block for block in blocks if block.first <= day <= block.last]
    rested = [block for block in fitting if place - block.at > APART]
    if not rested:
        rested = sorted(fitting, key=lambda block: block.at)[:1]
    fewest = min(block.used for block in rested)
    block = grammar.rng.choice([block for block in rested if block.used <= fewest + 1])
    block.used, block.at = block.used + 1, place
    memo: dict[str, str] = {}
    event = memory.tell(block.parts[1], day, grammar, memo)
    kind, action, comment = [grammar.fill(block.parts[at], day, memo) for at in (0, 2, 3)]
    shape = next((FLAGS[flag] for flag in block.flags if flag in FLAGS), "")
    until = day + timedelta(days=grammar.rng.randint(1, 4)) if shape == "range" else None
    return Entry(day, _clock(block.flags, agency.days, grammar.rng), kind, event, action, comment, shape, until)


def _clock(flags: str, days: str, rng: random.Random) -> str:
    """A time of day: nights for what happens at night, else the hours that the agency keeps."""
    if "n" in flags:
        hour = rng.choice((18, 19, 20, 21, 21, 22, 22, 23, 23, 0, 1, 2))
        return f"{hour:02}:{rng.randint(0, 59):02}"
    if days == "any":
        return f"{rng.randint(8, 19):02}:{rng.randint(0, 59):02}"
    return f"{rng.randint(9, 16):02}:{rng.choice(range(0, 60, 5)):02}"


def _span(first: date, last: date) -> list[date]:
    return [first + timedelta(days=place) for place in range((last - first).days + 1)]

