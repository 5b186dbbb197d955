"""How long each kind of record is kept, by the outcome of its case: a table with a version, in `data/retention/*.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import product
from pathlib import Path

from reviews.regimes.vocabulary import BASES, EVENTS, SUBJECTS, RegimeError

FOLDER = Path(__file__).parent / "data" / "retention"
SCOPES = {
    "case": "A case is due for review when this has passed",
    "within": "Kept as long as its case, and goes with it",
    "apart": "Belongs to no case: each is decided about by itself when this has passed",
    "board": "The board's own; the portal does not destroy it",
}
OUTCOMES = {
    "no_review": "No review was held",
    "published": "The report was published",
    "not_published": "The report was not published",
}
FOR_GOOD = "For good"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the schedule. `years` None: for good, or, within a case, as long as the case. `counts`: from which day."""

    key: str
    label: str
    scope: str
    basis: str
    source: str
    outcome: str = ""
    subjects: tuple[str, ...] = ()
    years: int | None = None
    least: int = 0
    counts: str = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """The whole table; stamped like a rule set."""

    key: str
    version: str
    label: str
    to_check: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def stamp(self) -> str:
        """What a certificate keeps to say which schedule, in which version, was followed."""
        return f"{self.key}@{self.version}"

    def line(self, key: str) -> Line | None:
        """The line of a key, or None."""
        return next((each for each in self.lines if each.key == key), None)

    def of_case(self, outcome: str, subject: str) -> Line:
        """The line that a case with an outcome (OUTCOMES) and a subject (SUBJECTS) falls under."""
        return next(each for each in self.lines if each.outcome == outcome and subject in each.subjects)


def after(day: date, years: int) -> date:
    """The same day so many years later; the last of February for the 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def wrong(schedule: Schedule) -> Iterator[str]:
    """What is wrong with a schedule, in sentences."""
    for line in schedule.lines:
        if line.scope not in SCOPES or line.basis not in BASES:
            yield f"{line.key}: its scope is one of {', '.join(SCOPES)}, its basis one of {', '.join(BASES)}"
        elif line.scope == "case" and (line.counts not in EVENTS or line.years is None):
            yield f"{line.key}: a case counts its years from one of the rule sets' events"
    if len({line.key for line in schedule.lines}) < len(schedule.lines):
        yield "a key stands twice"
    for outcome, subject in product(OUTCOMES, SUBJECTS):
        found = [line for line in schedule.lines if line.outcome == outcome and subject in line.subjects]
        if len(found) != 1:
            yield f"{len(found)} lines are for {outcome} and {subject}: there must be one"


def read(path: Path) -> Schedule:
    """The schedule of a file. Raises RegimeError with the file's name and what to mend."""
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    lines = []
    for each in said["line"]:
        counts, subjects = each.pop("from", ""), tuple(each.pop("subjects", ()))
        try:
            lines.append(Line(**each, counts=counts, subjects=subjects))
        except TypeError as trouble:
            raise RegimeError(f"{path.name}: {each.get('key', 'a line')} does not fit: {trouble}") from None
    found = Schedule(said["key"], said["version"], said["label"], tuple(said["to_check"]), tuple(lines))
    if sentences := "; ".join(wrong(found)):
        raise RegimeError(f"{path.name}: {sentences}.")
    return found


@lru_cache(maxsize=1)
def schedule() -> Schedule:
    """The schedule in use: the newest version."""
    return read(max(FOLDER.glob("*.toml")))
