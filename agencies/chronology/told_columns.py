"""Of all the columns of words: the one that tells what happened and the one that says what was done, chosen together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from agencies.chronology.contents import Contents, Fields
from agencies.chronology.heading_words import leanings
from agencies.chronology.headings import normal
from agencies.chronology.layout import Record
from agencies.chronology.passed import NO_TELLING
from agencies.chronology.telling_words import Telling, telling

# Headings that one agency writes above what happened and another above what it did: how much each is.
BOTH: tuple[tuple[re.Pattern[str], float, float], ...] = tuple(
    (re.compile(pattern), event, action)
    for pattern, event, action in (
        (r"(?:\w+ )?interventions?", 0.55, 0.75),
        (r"(?:\w+ )?assessments?(?: notes?)?", 0.7, 0.3),
        (r"(?:care|support|work|help) (?:delivered|provided|given|undertaken)", 0.5, 0.65),
        (r"(?:what )?happened next|what happened (?:then|after\w*)|what (?:we|i|they) did next", 0.1, 0.85),
        (r"(?:follow up|progress|case|further) (?:notes?|updates?)|updates?", 0.6, 0.5),
        (r"outcomes?|results?", 0.3, 0.75),
        (r"discharge destination|(?!.*\b(?:dates?|times?|when|who|whom|by)\b).+ (?:informed|notified|contacted)", 0.1, 0.6),
        (r"discussions?|discussed", 0.7, 0.4),
        (r"comments?|remarks|sylwadau|issues?.*|query|queries|review", 0.5, 0.1),
        (r"(?:presenting |chief |main )?(?:complaint|problem)s?|reason(?: for (?:call|contact|attendance|visit|referral))?|nature of (?:the )?(?:call|contact|referral)|contacts?|incidents?|concerns?", 0.7, 0.0),
        (r".*\brisk management.*|(?!.*\b(?:events?|contacts?|incidents?|concerns?)\b).*\b(?:response|reply)s?(?: (?:of|by) .*)?", 0.1, 0.8),
    )
)  # fmt: skip
DONE = re.compile(r"\bactions?\b|\b(?:did|done)\b|\bcamau\b|\bgweithred\w*")
OTHERS = {"comment": -0.15, "impact": -0.3, "kind": -0.3, "ref": -0.4, "source": -0.4, "place": -0.4, "people": -0.4, "author": -0.4, "sub_service": -0.4}  # fmt: skip
NO_ACTION = 0.42  # what an action must reach to be one
WORDED = 0.5
SHORTEST = 6


@dataclass(frozen=True, slots=True)
class Words:
    """One column of words: how far it is what happened, and how far what was done."""

    column: int
    event: float
    action: float
    length: float


def settle_told(
    fields: Fields, asked: Mapping[int, str], headings: list[str], contents: list[Contents], sample: list[Record]
) -> None:
    """Give the event and the action to the two columns that are so together most plainly; a heading and the words below
    it count alike, so that neither a short word above them nor an odd cell decides alone."""
    columns = [
        column
        for column, (name, _) in fields.items()
        if column not in asked and _may_tell(name, contents[column], headings[column])
    ]
    cells = {c: [record.texts[c] for record in sample if c < len(record.texts) and record.texts[c]] for c in columns}
    said = {c: [cell for cell in cells[c] if not NO_TELLING.match(cell)] for c in columns}
    blank = {c: 1 - len(said[c]) / max(len(sample), 1) for c in columns}
    found = [_words(c, fields[c], headings[c], contents[c], telling(cells[c]), blank[c]) for c in columns]
    fixed = {name: column for column, name in asked.items() if name in ("event", "action")}
    event, action = _best(found, fixed)
    for column in columns:
        name, sure = fields[column]
        if column == event:
            fields[column] = ("event", sure if name == "event" else 0.6)
        elif column == action:
            fields[column] = ("action", sure if name == "action" else 0.55)
        elif name == "event" and (event is not None or "event" in fixed):
            fields[column] = ("kind" if contents[column].length < 25 else "comment", 0.5)
        elif name == "action" and (action is not None or "action" in fixed):
            fields[column] = ("", 0.0)


def _may_tell(name: str, found: Contents, heading: str) -> bool:
    if name not in ("", "event", "action", "comment", "impact", "kind") and not _both(normal(heading)):
        return False
    short = not name and found.length < SHORTEST
    days = found.dated >= 0.5 or found.timed >= 0.3
    return found.filled > 0 and not short and found.worded > WORDED and (name == "event" or not days)


def _words(
    column: int, said: tuple[str, float], heading: str, contents: Contents, told: Telling, blank: float
) -> Words:
    """The heading's own weight, and what the cells add to it: what happened is told of every record, in words."""
    event, action = headed(said, heading)
    catchwords = told.words < 2 and said[1] < 0.7
    few = contents.filled > 3 and contents.distinct < 0.7
    event -= 0.3 if told.words < 2.5 else 0.0
    event += (
        0.35 * min(told.words / 14, 1.0) + 0.35 * told.tells - (0.25 if few and told.words < 4 else 0.0) - 0.4 * blank
    )
    action += (
        0.45 * told.does * min(told.words / 3, 1.0)
        - 0.3 * max(0.0, told.tells - told.does)
        - (0.3 if catchwords else 0.0)
    )
    return Words(column, event, action, told.words)


def headed(said: tuple[str, float], heading: str) -> tuple[float, float]:
    """How far a heading alone says what happened, and what was done."""
    name, sure = said
    if both := _both(normal(heading)):
        return both
    leant = leanings(normal(heading))
    event, action = 0.4 * leant.get("event", 0.0), 0.4 * leant.get("action", 0.0)
    if name == "event":
        return max(sure, event), min(action, 0.3)
    if name == "action":
        # What came of it says less than what was done.
        plain = 0.9 if DONE.search(normal(heading)) else 0.0
        return min(event, 0.3), max(sure, action, plain)
    aside = OTHERS.get(name, 0.0) * (1 if sure >= 0.6 else 0.5)
    return (0.2 + event + aside, 0.05 + action + aside) if not name or leant else (0.1 + aside, aside)


@lru_cache(maxsize=1024)
def _both(heading: str) -> tuple[float, float] | None:
    return next(((event, action) for pattern, event, action in BOTH if pattern.fullmatch(heading)), None)


def _best(found: list[Words], fixed: Mapping[str, int]) -> tuple[int | None, int | None]:
    """The columns of event and action that together weigh most; None for what a person has chosen, or no column is."""
    events: list[Words | None] = [None] if "event" in fixed or not found else [*found]
    actions: list[Words | None] = [None] if "action" in fixed else [None, *found]
    best, weight = (events[0], actions[0]), float("-inf")
    for event in events:
        for action in actions:
            if event is not None and event is action:
                continue
            together = (event.event if event else 0.0) + (action.action - NO_ACTION if action else 0.0)
            if event and action:
                together += 0.05 * (event.column < action.column) + 0.05 * (event.length >= action.length)
            if together > weight:
                best, weight = (event, action), together
    event, action = best
    return event.column if event else None, action.column if action else None
