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

# When children's social care had the family open.
PERIODS = {"open": "22-05-05..22-07-04,22-11-14..23-06-22,24-04-11..24-12-19,25-02-04.."}


def child_case() -> Case:
    """The case, ready to be told."""
    return Case(31, date(2022, 1, 1), date(2025, 9, 30), facts, POOLS, STORY, agencies.AGENCIES, PERIODS)
