"""Fills an action from the cells beside it: agencies, days, state, and the words that are kept as they are."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from agencies.chronology.layout import Record
from findings.plan import cells, days, states
from findings.plan.passed import DITTO
from findings.plan.shapes import ActionRow, Deadline, Problem
from findings.plan.tables import Section

KEPT = ("scope", "lead", "sponsor", "milestones", "evidence", "critical_friend", "measure")
SCOPES = (
    ("national", "national"), ("regional", "regional"), ("single", "single"), ("one agency", "single"),
    ("multi", "multi"), ("several agencies", "multi"), ("local", "multi"), ("board", "multi"),
)  # fmt: skip

PARTED = re.compile(r"\s+[-–—]\s+|\s*[:;,]\s+")
LONGEST_OPENING = 40


class Filling:
    """Reads the cells of one table's records into actions."""

    def __init__(self, section: Section, known: Collection[str], today: date | None) -> None:
        self.section, self.known, self.today = section, known, today
        self.heading = {column.index: column.heading for column in section.columns}
        self.fields = {column.field: column.index for column in section.columns if column.field}

    def fill(self, made: ActionRow, record: Record, sub: int, several: int) -> None:
        """Everything but number, recommendation and action; of cells with as many parts as actions, each has its own."""

        def text(name: str) -> str:
            whole = record.text(self.fields.get(name))
            own = cells.parts(whole, several) if several > 1 else None
            return own[sub - 1] if own else whole

        for name in KEPT:
            setattr(made, name, text(name))
        made.progress = text("progress")
        made.agencies = cells.agencies(text("agency"), self.known)
        for name in ("start", "target", "revised"):
            words = text(name)
            value = record.value(self.fields.get(name)) if words == record.text(self.fields.get(name)) else words
            self._day(made, name, words, value)
        self._timescale(made, text("timescale"))
        self._completion(made, text("completion"))
        for name in ("status", "rag"):
            self._state(made, name, text(name))
        self._extra(made, record)
        self._sense(made)

    def more(self, made: ActionRow, name: str, text: str) -> None:
        """Words that go on from the row before."""
        held = {"timescale": "progress", "completion": "progress"}.get(name, name)
        setattr(made, held, "\n".join(filter(None, (getattr(made, held), text))))

    def _day(self, made: ActionRow, name: str, words: str, value: object) -> None:
        if not words or DITTO.match(words):
            return
        epoch = self.section.layout.sheet.epoch
        later = Deadline()
        if name == "target":
            found, later = days.target_and_revised(value, words, epoch=epoch)  # type: ignore[arg-type]
        else:
            found = days.deadline(value, words, epoch=epoch)  # type: ignore[arg-type]
        self.set(made, name, found)
        if later.text and not made.revised_text:
            self.set(made, "revised", later)

    def set(self, made: ActionRow, name: str, found: Deadline) -> None:
        """Put a day and its words into the action, and what has to be asked beside it."""
        setattr(made, f"{name}_text", found.text)
        setattr(made, f"{name}_on", found.on)
        if name == "target":
            made.after = found.after
        column = self.heading.get(self.fields.get(name, -1))
        made.notice(*(Problem(p.kind, p.message, column) for p in found.problems))

    def _timescale(self, made: ActionRow, text: str) -> None:
        """A cell of "timescale and progress": parts with labels, or a day in front of what was done."""
        if not text:
            return
        if parts := cells.labelled(text):
            for name in ("start", "target", "revised"):
                if parts.get(name):
                    self._day(made, name, parts[name], parts[name])
            self._state(made, "status", parts.get("status", ""))
            self._completion(made, parts.get("completion", ""))
            self._state(made, "rag", parts.get("rag", ""))
            made.milestones = made.milestones or parts.get("milestones", "")
            made.progress = made.progress or parts.get("progress", "")
            return
        opening, rest = opening_day(text)
        if opening:
            self._day(made, "target", opening, opening)
            if ends_in_day(opening) and rest and not days.LABEL.match(text):
                made.notice(Problem("timescale", f"“{opening}” is taken for the target: check that it is not the day of what follows.", self.heading.get(self.fields["timescale"])))  # fmt: skip
        elif not rest:
            self._day(made, "target", text, text)
            return
        made.progress = made.progress or rest
        status, _ = states.status_in(rest, anywhere=False)
        made.declared = made.declared or status

    def _completion(self, made: ActionRow, text: str) -> None:
        if not text:
            return
        if (parts := cells.labelled(text)) and {"status", "completion"} & set(parts):
            self._completion(made, parts.get("completion", ""))
            self._state(made, "status", parts.get("status", ""))
            made.progress = made.progress or parts.get("progress", "")
            return
        said, outcome = states.completion(text)
        made.declared, made.completed_on = made.declared or said.declared, made.completed_on or said.completed_on
        made.progress = "\n".join(filter(None, (made.progress, outcome.strip())))
        made.notice(*said.problems)

    def _state(self, made: ActionRow, name: str, text: str) -> None:
        if not text or DITTO.match(text):
            return
        said = states.read(text)
        column = self.heading.get(self.fields.get(name, -1))
        made.declared, made.rag = made.declared or said.declared, made.rag or said.rag
        made.completed_on = made.completed_on or said.completed_on
        problems = [problem for problem in said.problems if problem.kind != "status-date" or not self._is_target(made, text)]  # fmt: skip
        if not said.plain or said.due.text or said.completed_on or said.problems:
            made.status_text = "\n".join(filter(None, (made.status_text, text)))
        if said.due.text and not made.target_text:
            self.set(made, "target", said.due)
        made.notice(*(Problem(p.kind, p.message, column) for p in problems))

    def _is_target(self, made: ActionRow, text: str) -> bool:
        """Whether the date beside a state is the target over again."""
        return made.target_on in {found.last for found in days.dates_in(text)}

    def _extra(self, made: ActionRow, record: Record) -> None:
        """What stands in other columns, under its heading; columns of one heading keep their words together."""
        kept = {*self.fields.values()}
        for column in record.full:
            if column not in kept:
                heading = self.heading.get(column, f"Column {column + 1}")
                made.extra[heading] = "\n".join(filter(None, (made.extra.get(heading), record.texts[column])))

    def _sense(self, made: ActionRow) -> None:
        """What cannot be so together."""
        if made.scope:
            known = next((name for word, name in SCOPES if word in made.scope.lower()), "")
            if not known:
                made.extra["Scope"] = made.scope
            made.scope = known
        if made.completed_on and self.today and made.completed_on > self.today:
            made.notice(Problem("future", "The day of completion has not come yet: check it."))
        if made.completed_on and made.declared in {"planned", "in_progress"}:
            made.notice(Problem("status", "There is a day of completion, and the state says that it is not done: check which is right."))  # fmt: skip
        if made.revised_on and made.target_on and made.revised_on < made.target_on:
            made.notice(Problem("revised", "The revised target lies before the first one: check both."))
        if made.start_on and made.target_on and made.start_on > made.target_on:
            made.notice(Problem("start", "The start lies after the target: check both."))
        if made.action and not made.target_text and not made.target_on:
            made.notice(Problem("no-target", "There is no date to be done by: write one, or say once for all by when such actions are looked at."))  # fmt: skip


def opening_day(text: str) -> tuple[str, str]:
    """The deadline in front of a text and the words after it; ("", text) where none stands there, (text, "") where
    nothing else does."""
    first, _, after = text.partition("\n")
    found = days.dates_in(first)
    flat = first
    if found and not days.LABEL.sub("", flat[: found[0].start]).strip(" ,:;-–."):
        if len(found) > 1 and days.REVISED.search(flat[found[0].end : found[1].start]):
            cut = found[1].end
        else:
            cut = found[0].end
        return flat[:cut].strip(" ,:;-–."), f"{flat[cut:]}\n{after}".strip(" ,:;-–.\n")
    if match := days.AT_ONCE.match(first) or days.RELATIVE.match(first):
        return first[: match.end()].strip(" ,:;-–."), f"{first[match.end() :]}\n{after}".strip(" ,:;-–.\n")
    opening = PARTED.split(first)[0]
    named = days.QUARTER.search(opening) or (days.LABEL.match(opening) and days.YEARLESS.search(opening))
    if days.OPEN.match(opening) or (named and len(opening) < LONGEST_OPENING):
        return opening.strip(), f"{first[len(opening) :]}\n{after}".strip(" ,:;-–.\n")
    return "", text


def ends_in_day(text: str) -> bool:
    """Whether the words hold a full day and not a month or a season."""
    return any(found.said.precision == "day" for found in days.dates_in(text))
