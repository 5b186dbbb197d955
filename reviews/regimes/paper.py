"""The shapes of what is written or filled in: report sections, the publication checklist, questions, letters."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the report. `required`: no sign-off while it is empty; `required_by`: the law that demands it.

    `words`: how many it should have at most, where the regime says so; 0 where it does not.
    """

    key: str
    title: str
    guidance: str
    required: bool = False
    required_by: str = ""
    words: int = 0


@dataclass(frozen=True, slots=True)
class Check:
    """A line of the publication checklist; `hold`: nothing is published while it is open."""

    key: str
    label: str
    who: str
    hold: bool = False
    min_working_days: int = 0
    citation: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question that the referral form asks under this regime, beside what every referral asks.

    `required_to_submit`: referrer and screener are reminded while it is open; it never holds a referral back, because one
    that is incomplete is better than one that is late.
    """

    key: str
    label: str
    kind: str
    help: str = ""
    required_to_submit: bool = False
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter or notice; `text` holds merge fields such as {{ reference }}."""

    key: str
    label: str
    to: str
    subject: str
    text: str
