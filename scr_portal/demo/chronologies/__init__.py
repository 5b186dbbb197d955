"""Writes the chronology files that the agencies of the fictional cases hand in: `write` is the door.

Everything is invented. Each agency has its own format, headings and way of writing dates; a few rows hold the slips that
people make. The same call gives the same rows.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from scr_portal.demo.chronologies.adult import adult_case
from scr_portal.demo.chronologies.child import child_case
from scr_portal.demo.chronologies.columns import lay_out
from scr_portal.demo.chronologies.shapes import Case
from scr_portal.demo.chronologies.telling import tell
from scr_portal.demo.chronologies.writers import save

CASES: dict[str, Callable[[], Case]] = {"child": child_case, "adult": adult_case}

__all__ = ["CASES", "write"]


def write(folder: Path, *, case: str) -> dict[str, Path]:
    """Write every agency's file of the case ("child" or "adult") into `folder`: agency key → path."""
    telling = CASES[case]()
    folder.mkdir(parents=True, exist_ok=True)
    return {agency: save(lay_out(telling, agency, entries, folder)) for agency, entries in tell(telling).items()}
