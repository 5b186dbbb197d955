"""The points of a review at which the people who may be affected by it are offered support. Pure.

A point opens some days before its own day, so that the offer comes first. Only the newest point that has opened counts:
what was missed at an earlier one is made good by an offer now, and nobody is asked twice for one moment.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

AHEAD = timedelta(days=14)
# The points, the words for them, and whether the day itself comes back each year.
POINTS = {
    "start": "the start of the review",
    "interviews": "conversations with practitioners",
    "draft": "the draft report",
    "publication": "publication day",
    "anniversary": "an anniversary",
}
# What the anniversaries are of; the day is said, what happened on it is not.
YEARLY = ("happened", "publication")


@dataclass(frozen=True, slots=True)
class Point:
    """One moment of a review: which it is, and its day."""

    key: str
    on: date

    @property
    def label(self) -> str:
        """The point in words."""
        return POINTS[self.key]

    @property
    def opens(self) -> date:
        """From when on an offer counts as made for it."""
        return self.on - AHEAD


def anniversary(day: date, today: date) -> date | None:
    """The newest anniversary of `day` that has opened by `today`; none within the first year."""
    for year in (today + AHEAD).year, (today + AHEAD).year - 1:
        leap_day = (day.month, day.day) == (2, 29)
        found = date(year, 3, 1) if leap_day and not isleap(year) else day.replace(year=year)
        if found > day and found - AHEAD <= today:
            return found
    return None


def newest(dates: Mapping[str, date], today: date) -> Point | None:
    """The newest point that has opened by `today`, of the days of a review that are known.

    `dates` holds the days of POINTS, and "happened" for the day of the incident.
    """
    points = [Point(key, on) for key, on in dates.items() if key in POINTS]
    points += [Point("anniversary", on) for key in YEARLY if key in dates and (on := anniversary(dates[key], today))]
    opened = [point for point in points if point.opens <= today]
    return max(opened, key=lambda point: (point.on, point.key), default=None)


def to_offer(point: Point | None, offers: Iterable[date]) -> bool:
    """Whether somebody who had offers on these days is to be offered support for `point`."""
    return point is not None and all(day < point.opens for day in offers)
