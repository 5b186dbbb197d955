"""The children's practice review: Jaydon Reece Marlowe, 1 January 2022 to 30 September 2025, as twelve agencies tell it."""

from __future__ import annotations

from datetime import date

from scr_portal.demo.chronologies.child import (
    agencies,
    story_before_birth,
    story_first_year,
    story_last_year,
    story_second_year,
    story_shared,
)
from scr_portal.demo.chronologies.child.people import POOLS, facts
from scr_portal.demo.chronologies.shapes import Case

STORY = "".join(
    part.STORY for part in (story_before_birth, story_first_year, story_second_year, story_last_year, story_shared)
)


def child_case() -> Case:
    """The case, ready to be told."""
    return Case(31, date(2022, 1, 1), date(2025, 9, 30), facts, POOLS, STORY, agencies.AGENCIES)
