"""What red, amber, green and blue mean to a board: a label and a meaning for each colour, the board's own where it has one. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colour:
    """One colour of a legend: its key ("red"), how the board calls it, and what it means there."""

    key: str
    label: str
    meaning: str

    def __str__(self) -> str:
        return f"{self.label}: {self.meaning}" if self.meaning else self.label


# What a board that has not said otherwise means. Legends differ from board to board, so each board can say its own.
USUAL = (
    Colour("red", "Red", "Will miss its target, or has missed it, and nothing agreed puts it right."),
    Colour("amber", "Amber", "Behind, and what is agreed should put it right."),
    Colour("green", "Green", "On track to be done by its target."),
    Colour("blue", "Blue", "Done, and there is evidence."),
)


def legend(own: Mapping[str, Mapping[str, str]]) -> dict[str, Colour]:
    """Key → colour, in the order red to blue; `own` is what the board keeps: key → {"label": …, "meaning": …}."""
    found = {}
    for usual in USUAL:
        said = own.get(usual.key) or {}
        found[usual.key] = Colour(usual.key, said.get("label") or usual.label, said.get("meaning") or usual.meaning)
    return found


def choices(own: Mapping[str, Mapping[str, str]]) -> list[tuple[str, str]]:
    """The colours to choose from, each with what it means."""
    return [(key, str(colour)) for key, colour in legend(own).items()]
