"""The yearly report that a regime's law asks of a board: which sections, under which paragraph, and what the portal draws into each."""

from __future__ import annotations

from dataclasses import dataclass

# What the portal can draw from the record of a year; a section that draws nothing is written by the board alone.
DRAWN: dict[str, str] = {
    "numbers": "referrals, reviews and decisions in numbers",
    "concluded": "the findings of reviews that were concluded",
    "ongoing": "reviews that were going on at the end of the year",
    "implemented": "recommendations that were implemented",
    "not_implemented": "recommendations that were not, and why",
    "members": "what each member did",
}


@dataclass(frozen=True, slots=True)
class AnnualSection:
    """One section. `draws`: a key of DRAWN; `required`: the report is not approved while nobody has written in it."""

    key: str
    title: str
    guidance: str = ""
    draws: str = ""
    required: bool = False
    required_by: str = ""


@dataclass(frozen=True, slots=True)
class Annual:
    """The yearly report: its title, the law that asks for it, and the event that concludes a review."""

    title: str = "Annual report"
    citation: str = ""
    sections: tuple[AnnualSection, ...] = ()
    concluded: str = "signed_off"


NONE_ASKED = Annual()
