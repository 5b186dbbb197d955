"""Who was trained in what was found: for each agency and level of a review, how many people each finding's courses reached."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Sum

from agencies.models import Agency
from findings import spread
from findings.models import Attendees, Course, Finding, TrainingSession
from findings.models.audience import Level
from reviews.models import Review


@dataclass(frozen=True, slots=True)
class Taught:
    """One finding with the courses that teach it and the day of the next session, if one is planned."""

    finding: Finding
    courses: tuple[Course, ...]
    next_on: date | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One level of one agency, with how many of its people were trained for each finding, in their order."""

    agency: Agency
    level: str
    numbers: tuple[int, ...]

    @property
    def words(self) -> str:
        """The level in words."""
        return str(Level(self.level).label)


@dataclass(frozen=True, slots=True)
class Gaps:
    """The whole of a review."""

    taught: tuple[Taught, ...]
    rows: tuple[Row, ...]

    @property
    def open(self) -> list[tuple[Finding, list[Row]]]:
        """Each finding with the places where nobody is trained for it."""
        places = [
            (each.finding, [row for row in self.rows if not row.numbers[place]])
            for place, each in enumerate(self.taught)
        ]
        return [(finding, rows) for finding, rows in places if rows]

    @property
    def told(self) -> list[tuple[Finding, str]]:
        """Each finding with those places in words; joined here, for a template takes many times as long over thousands."""
        said = {(row.agency.pk, row.level): f"{row.agency.label} ({row.words.lower()})" for row in self.rows}
        return [(finding, ", ".join(said[row.agency.pk, row.level] for row in rows)) for finding, rows in self.open]

    @property
    def number(self) -> int:
        """How many places there are where nobody is trained for a finding."""
        return sum(row.numbers.count(0) for row in self.rows)


def of_review(review: Review, today: date) -> Gaps:
    """Who was trained in the findings of a review; a fixed number of queries."""
    findings, courses = list(review.findings.all()), linked(review)
    sessions = TrainingSession.objects.filter(course__in={each.pk for rows in courses.values() for each in rows})
    coming: dict[int, date] = {}
    for course, day in sessions.filter(held_on__gt=today).values_list("course", "held_on"):
        coming[course] = min(day, coming.get(course, day))
    taught = []
    for finding in findings:
        days = [coming[each.pk] for each in courses[finding.pk] if each.pk in coming]
        taught.append(Taught(finding, tuple(courses[finding.pk]), min(days, default=None)))
    return Gaps(tuple(taught), tuple(rows_of(review, taught, reached(sessions))))


def linked(review: Review) -> dict[int, list[Course]]:
    """Finding → the courses that answer it, or a recommendation that rests on it."""
    found: dict[int, dict[int, Course]] = defaultdict(dict)
    for path in ("findings", "recommendations__findings"):
        rows = Course.objects.filter(**{f"{path}__review": review}).values_list("pk", path)
        pairs = list(rows.order_by("title", "pk"))
        known = Course.objects.in_bulk({course for course, _ in pairs})
        for course, finding in pairs:
            found[finding][course] = known[course]
    return defaultdict(list, {finding: list(rows.values()) for finding, rows in found.items()})


def reached(sessions: Any) -> dict[tuple[int, int, str], int]:
    """(course, agency, level) → how many people came to its sessions."""
    rows = Attendees.objects.filter(session__in=sessions).order_by()
    counted = rows.values_list("session__course", "agency", "level").annotate(Sum("number"))
    return {(course, agency, level): number for course, agency, level, number in counted}


def rows_of(review: Review, taught: list[Taught], came: dict[tuple[int, int, str], int]) -> list[Row]:
    """A row for each level at which an agency of the review has people, or at which somebody of it came."""
    found = []
    for agency in spread.taking_part(review, []):
        there = {level for _, key, level in came if key == agency.pk}
        for level in Level.values:
            if level in spread.expected(agency) or level in there:
                numbers = [sum(came.get((course.pk, agency.pk, level), 0) for course in each.courses) for each in taught]  # fmt: skip
                found.append(Row(agency, level, tuple(numbers)))
    return found
