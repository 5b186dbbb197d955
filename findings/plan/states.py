"""What a cell says of how an action stands: colour, state, day of completion, and the words around them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from findings.plan import days
from findings.plan.shapes import Deadline, Problem

COLOURS = {"r": "red", "a": "amber", "g": "green", "b": "blue", "yellow": "amber", "orange": "amber"}
_COLOUR = r"red|amber|green|blue|yellow|orange"
COLOUR = re.compile(rf"^\W*(?:b?rag\W+)?(?:status\W+)?(?P<colour>{_COLOUR}|[ragb](?=\W*$|\s*[-–:]))\b(?P<second>\s*[/&]\s*(?:{_COLOUR})\b)?", re.IGNORECASE)  # fmt: skip
LAST_COLOUR = re.compile(rf"\((?P<colour>{_COLOUR})\)\W*$", re.IGNORECASE)
OTHER_COLOUR = re.compile(r"^\W*(?:purple|gr[ea]y|white|black|gold)\b", re.IGNORECASE)
# The first that fits decides: what is denied or only begun is not done.
WORDS = (
    ("planned", r"(?:not (?:yet )?(?:started|commenced|begun|due|in place)|yet to (?:start|commence|begin)|to (?:be )?(?:start|commence|schedule)d?|planned|scheduled|pending|awaiting (?:start|approval)|proposed|new(?: action)?\b|no progress)"),
    ("in_progress", r"(?:not (?:yet )?(?:fully )?(?:complete|completed|achieved|met|implemented|done|closed)|incomplete|(?:part(?:ly|ially)?|nearly|almost|mostly)[ -]*(?:complete|completed|achieved|met|implemented|done)|to be (?:completed|done|closed)|in progress|in[- ]hand|on[ -]?going|on (?:track|target|schedule)|off (?:track|target)|under ?way|started|commenced|begun|progressing|work(?:ing)? (?:in progress|continues|on it)|continu(?:es|ing|ed|ous)|delayed|overdue|late|behind(?: schedule)?|slipp(?:ed|age|ing)|at risk|stalled|paused|on hold|some progress|open|outstanding|active|draft(?:ed|ing)?)"),
    ("closed", r"(?:closed[-: ]+impact shown|action closed|closed\b)"),
    ("assured", r"(?:assured|verified|signed[ -]off|embedded)"),
    ("claimed_done", r"(?:reported done|(?:fully |action |now |all )?(?:complete[d]?|done|achieved|implemented|delivered|actioned|finished|discharged|met|in place)|yes\b|100 ?%)"),
)  # fmt: skip
_COMPILED = tuple((name, re.compile(rf"{pattern}(?!\w)", re.IGNORECASE)) for name, pattern in WORDS)
DONE = frozenset({"claimed_done", "assured", "closed"})
DUE = re.compile(r"(?:\b(?:due|by|target(?: date)?|until|expected|extended(?: to)?|revised(?: to)?|deadline|complete by|completion by)\W*)$", re.IGNORECASE)  # fmt: skip
REVIEW = re.compile(r"(?:\b(?:to be )?review(?:ed|s)?(?: (?:in|on|date|due|again|at))*\W*)$", re.IGNORECASE)
STARTED = re.compile(r"(?:\b(?:started|commenced|begun|began|since|from)(?: (?:in|on))?\W*)$", re.IGNORECASE)
SHORT = 60


@dataclass(slots=True)
class State:
    """What a cell says. `due` is the day it is to be done by; `note` the words when they say more than the fields."""

    declared: str = ""
    rag: str = ""
    completed_on: date | None = None
    due: Deadline = field(default_factory=Deadline)
    problems: list[Problem] = field(default_factory=list)
    plain: bool = True  # nothing was said beyond the fields


def status_in(text: str, *, anywhere: bool = True) -> tuple[str, int]:
    """The state that words begin with, and where its word ends; in a short text it may stand anywhere. ("", 0) for none."""
    start = len(text) - len(text.lstrip(" \n\t-–:;,.()*•"))
    for name, pattern in _COMPILED:
        if match := pattern.match(text, start):
            return name, match.end()
    if anywhere and len(text) <= SHORT:
        for name, pattern in _COMPILED:
            if match := pattern.search(text):
                return name, match.end()
    return "", 0


def read(text: str) -> State:
    """A cell of status or RAG, which may hold a date as well: "Complete 12/03/2024", "Green - June 2024"."""
    said, rest = State(), " ".join(text.split())
    rest = _colour(rest, said)
    said.declared, _ = status_in(rest)
    found = days.dates_in(rest)
    for each in found:
        _place(rest, each, said)
    left = rest
    for each in reversed(found):
        left = left[: each.start] + " " + left[each.end :]
    said.plain = not re.search(r"\w", left[status_in(left)[1] :])
    if not said.declared and not said.rag and not said.problems and re.search(r"\w", rest) and not found:
        said.problems.append(Problem("status", f"“{text}” was not read as a colour or a state: say how the action stands."))  # fmt: skip
    return said


def _colour(rest: str, said: State) -> str:
    if match := COLOUR.match(rest):
        if match["second"]:
            said.problems.append(Problem("rag", f"“{match[0].strip()}” names two colours: choose one."))
        else:
            colour = match["colour"].lower()
            said.rag = COLOURS.get(colour, colour)
        return rest[match.end() :].lstrip(" -–:;,.")
    if match := LAST_COLOUR.search(rest):
        said.rag = COLOURS.get(match["colour"].lower(), match["colour"].lower())
        return rest[: match.start()].rstrip()
    if OTHER_COLOUR.match(rest):
        said.problems.append(Problem("rag", f"“{rest}” is not red, amber, green or blue: say what it stands for."))
    return rest


def _place(text: str, found: days.Found, said: State) -> None:
    """What a date beside a state means, by the words in front of it; where they do not say, a person is asked."""
    before, words = text[: found.start], text[found.start : found.end]
    if DUE.search(before):
        said.due = said.due if said.due.on else days.of_words(words)
    elif STARTED.search(before) or REVIEW.search(before):
        said.plain = False
    elif said.declared in DONE and said.completed_on is None:
        said.completed_on = found.last
        if found.said.precision != "day":
            said.problems.append(Problem("completed", f"“{words}” is not the day on which it was completed, which is taken as the last that it allows."))  # fmt: skip
    else:
        said.problems.append(Problem("status-date", f"It is not said what “{words}” beside the state is: a target, a review or the day of the state."))  # fmt: skip


def completion(text: str) -> tuple[State, str]:
    """A cell of "completion date and outcome": the day, the state, and the words of the outcome."""
    said = State()
    found = days.dates_in(text)
    flat = text.replace("\n", " ")
    said.declared, end = status_in(flat, anywhere=False)
    first = next(iter(found), None)
    if first and re.fullmatch(r"\W*(?:(?:completed?|achieved|done|closed|implemented|delivered|finished|signed off|actioned)(?: (?:on|in|by))?\W*)?", flat[: first.start], re.IGNORECASE):  # fmt: skip
        said.completed_on, said.declared = first.last, said.declared or "claimed_done"
        end = first.end
        if first.said.precision != "day":
            said.problems.append(Problem("completed", f"“{flat[first.start : first.end]}” is not the day on which it was completed, which is taken as the last that it allows."))  # fmt: skip
    outcome = text[end:].lstrip(" \n-–:;,.") if said.declared or said.completed_on else text
    return said, outcome
