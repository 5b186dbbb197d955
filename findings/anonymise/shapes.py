"""What goes into the search for names and what comes out of it: plain, frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

PersonKind = Literal["person", "agency", "school", "hospital", "care_home", "street", "place"]


@dataclass(frozen=True)
class Person:
    """One line of a review's register: who or what is really meant, and what the report calls it.

    `name` is the whole name of what is not a person; for a person it is used when the parts are not given.
    `aliases` are other forms by which the records are known to call them.
    """

    key: str
    kind: str
    role: str
    pseudonym: str
    name: str = ""
    title: str = ""
    given: str = ""
    middle: str = ""
    surname: str = ""
    former_surname: str = ""
    aliases: tuple[str, ...] = ()
    sex: str = ""
    professional: bool = False
    date_of_birth: date | None = None

    def __post_init__(self) -> None:
        """Lists are taken as tuples, so that a register can be a key of a cache."""
        if not isinstance(self.aliases, tuple):
            aliases = (self.aliases,) if isinstance(self.aliases, str) else tuple(self.aliases or ())
            object.__setattr__(self, "aliases", aliases)


@dataclass(frozen=True)
class Span:
    """A stretch of the text that identifies: offsets, what it is, whose it may be, and what stands for it.

    `replacement` None means that a person must decide; `keys` are then the candidates, likeliest first.
    """

    start: int
    end: int
    kind: str
    keys: tuple[str, ...]
    replacement: str | None
    reason: str


@dataclass(frozen=True)
class DateRule:
    """What the board puts in the place of an exact day.

    form: "month_year" (March 2019), "season_year" (Spring 2019), "age_then" (when Child A was 7 years old; needs
    `born` and `subject`), "day_n" (Day 12; needs `start`, which is day 1).
    ages: whether a person decides about ages in years, or they stay as they are; more exact ones are always decided.
    """

    form: Literal["month_year", "season_year", "age_then", "day_n"] = "month_year"
    subject: str = ""
    born: date | None = None
    start: date | None = None
    ages: Literal["decide", "keep"] = "decide"
