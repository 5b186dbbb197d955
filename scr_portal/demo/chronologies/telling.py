"""Tells a case: the story that agencies share and the routine between, as entries in the order of time."""

from __future__ import annotations

import random
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from scr_portal.demo.chronologies.days import is_open, window
from scr_portal.demo.chronologies.grammar import Grammar
from scr_portal.demo.chronologies.memory import ALIKE, Draft, Memory
from scr_portal.demo.chronologies.shapes import Agency, Case, Entry

APART = 26  # rows between two uses of one building block, where there are enough of them
TRIES = 4
FLAGS = {"m": "month", "w": "week", "e": "part", "r": "range"}
CLOCK = re.compile(r"\d\d:\d\d")
NIGHT = (18, 19, 20, 21, 21, 22, 22, 23, 23, 0, 1, 2)


@dataclass(slots=True)
class Block:
    """A building block of an agency's routine: when it fits, how its date is written, and its words."""

    spans: list[tuple[date, date]]
    flags: str
    parts: list[str]
    used: int = 0
    at: int = -APART

    def fits(self, day: date) -> bool:
        """Whether the block may be told of this day."""
        return any(first <= day <= last for first, last in self.spans)


def tell(case: Case) -> dict[str, list[Entry]]:
    """Every agency's entries, by agency, each in the order of time."""
    grammar = Grammar(random.Random(case.seed), case.facts, case.pools)  # noqa: S311 - a story, not a secret
    period = (case.last - case.first).days
    memories = {key: Memory(min(30 * period // agency.rows, 400)) for key, agency in case.agencies.items()}
    teller = Teller(case, grammar, memories)
    told: dict[str, list[Entry]] = {key: [] for key in case.agencies}
    for agency, entry in teller.story():
        told[agency].append(entry)
    return {key: teller.with_routine(key, entries) for key, entries in told.items()}


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells one case; what each agency has said is kept in its memory."""

    case: Case
    grammar: Grammar
    memories: dict[str, Memory]

    def story(self) -> Iterator[tuple[str, Entry]]:
        """The events that agencies share, each told in its own words. A chapter's head is a day, or a period and how often."""
        for chapter in self.case.story.split("\n# ")[1:]:
            head, *lines = [line.strip() for line in chapter.strip().splitlines() if line.strip()]
            when, _, often = head.partition(" x")
            for day in self._days(when, often):
                memo: dict[str, str] = {}
                for line in lines:
                    yield self._told(line, day, memo, again=bool(often))

    def _days(self, when: str, often: str) -> list[date]:
        first, last = window(when, self.case.first, self.case.last)
        if not often:
            return [first]
        days = [day for day in _span(first, last) if is_open(day, "term" if "term" in often else "office")]
        number = int(often.split()[0])
        return [
            days[int((place + self.grammar.rng.uniform(0.15, 0.85)) * len(days) / number)] for place in range(number)
        ]

    def _told(self, line: str, day: date, memo: dict[str, str], *, again: bool) -> tuple[str, Entry]:
        """One line of a chapter: agency | +days HH:MM shape | kind | event | action | comment."""
        agency, when, *parts = [part.strip() for part in line.split("|")]
        days = self.case.agencies[agency].days
        on, until, shape, clock = day, None, "", ""
        for word in self.grammar.fill(when, day, memo).split():
            if CLOCK.fullmatch(word):
                clock = word
            elif word.startswith("to"):
                shape, until = "range", on + timedelta(days=int(word[2:]))
            elif word in FLAGS.values():
                shape = word
            else:
                on = day + timedelta(days=int(word))
        # What happens once is dated by hand; what comes again must not fall on a day when the agency is closed.
        while again and not is_open(on, "any" if days == "any" else "office"):
            on += timedelta(days=1)
        on = min(on, self.case.last)
        draft = self.memories[agency].draft(parts[1], on, self.grammar, memo)
        words = self._words(agency, parts, on, draft)
        memo |= draft.memo  # the next agency speaks of the same people
        clock = clock or _clock("", days, self.grammar.rng)
        return agency, Entry(on, clock, *words, shape, until, told=True)

    def _words(self, agency: str, parts: list[str], on: date, draft: Draft) -> tuple[str, str, str, str]:
        """Kind, event, action and comment; the event is the draft, which is said with this."""
        memory = self.memories[agency]
        memory.keep(draft.words, on)
        padded = [*parts, "", "", ""][:4]
        kind, action, comment = [self.grammar.fill(padded[at], on, draft.memo) for at in (0, 2, 3)]
        return kind, draft.words, action, memory.once(comment)

    def with_routine(self, key: str, told: Sequence[Entry]) -> list[Entry]:
        """The story with the agency's own contacts between, up to the number of rows that it writes."""
        agency = self.case.agencies[key]
        blocks = [_block(line, self.case) for line in agency.prose.strip().splitlines() if "|" in line]
        days = self._spread(agency, blocks, max(agency.rows - len(told), 0))
        moments = sorted([(entry.on, False, entry.clock) for entry in told] + [(day, True, "") for day in days])
        routine = [self._routine(key, blocks, day, place) for place, (day, own, _) in enumerate(moments) if own]
        return sorted([*told, *routine], key=lambda entry: (entry.on, entry.clock, entry.event))

    def _spread(self, agency: Agency, blocks: list[Block], number: int) -> list[date]:
        """So many days on which the agency works, thicker where it was busier, none bunched by chance."""
        period = _span(self.case.first, self.case.last)
        days = [day for day in period if is_open(day, agency.days) and any(block.fits(day) for block in blocks)]
        weights = [0.0] * len(days)
        for part in agency.busy.split():
            when, _, weight = part.rpartition(":")
            first, last = window(when, self.case.first, self.case.last)
            weights = [float(weight) if first <= day <= last else old for day, old in zip(days, weights, strict=True)]
        heights = list(accumulate(weights))
        marks = [(place + self.grammar.rng.random()) * heights[-1] / number for place in range(number)]
        return [days[bisect_left(heights, mark)] for mark in marks]

    def _routine(self, key: str, blocks: list[Block], day: date, place: int) -> Entry:
        """One entry of the routine from a block that fits the day and has not been used for a while."""
        fitting = [block for block in blocks if block.fits(day)]
        rested = [block for block in fitting if place - block.at > APART]
        if not rested:
            rested = sorted(fitting, key=lambda block: block.at)[:1]
        fewest = min(block.used for block in rested)
        fresh = [block for block in rested if block.used <= fewest + 1]
        tried = []
        for block in self.grammar.rng.sample(fresh, min(len(fresh), TRIES)):
            tried.append((self.memories[key].draft(block.parts[1], day, self.grammar, {}), block))
            if tried[-1][0].likeness <= ALIKE:
                break
        draft, block = min(tried, key=lambda one: one[0].likeness)
        block.used, block.at = block.used + 1, place
        words = self._words(key, block.parts, day, draft)
        shape = next((FLAGS[flag] for flag in block.flags if flag in FLAGS), "")
        until = day + timedelta(days=self.grammar.rng.randint(1, 4)) if shape == "range" else None
        clock = _clock(block.flags, self.case.agencies[key].days, self.grammar.rng)
        return Entry(day, clock, *words, shape, until)


def _block(line: str, case: Case) -> Block:
    head, *parts = [part.strip() for part in line.split("|")]
    flags, _, when = head.rpartition(" ")
    spans = [window(span, case.first, case.last) for span in case.periods.get(when, when).split(",")]
    return Block(spans, flags, [*parts, "", "", ""][:4])


def _clock(flags: str, days: str, rng: random.Random) -> str:
    """A time of day: nights for what happens at night, else the hours that the agency keeps."""
    if "n" in flags:
        return f"{rng.choice(NIGHT):02}:{rng.randint(0, 59):02}"
    if days == "any":
        return f"{rng.randint(8, 19):02}:{rng.randint(0, 59):02}"
    return f"{rng.randint(9, 16):02}:{rng.choice(range(0, 60, 5)):02}"


def _span(first: date, last: date) -> list[date]:
    return [first + timedelta(days=place) for place in range((last - first).days + 1)]
