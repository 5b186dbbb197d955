"""The Safeguarding Adult Review: Maureen Hollis, 1 March 2024 to 20 April 2025, as six agencies tell it."""

from __future__ import annotations

from datetime import date

from scr_portal.demo.chronologies.adult.agencies import AGENCIES
from scr_portal.demo.chronologies.adult.people import POOLS, facts
from scr_portal.demo.chronologies.adult.story import STORY
from scr_portal.demo.chronologies.shapes import Case


def adult_case() -> Case:
    """The case, ready to be told."""
    return Case(78, date(2024, 3, 1), date(2025, 4, 20), facts, POOLS, STORY, AGENCIES)
