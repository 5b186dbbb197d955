"""Training in numbers: who came by agency and level, and how many agreed with each statement before and after."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Sum

from findings.models import Course
from findings.models.audience import Level
from reviews.suppression import Shown, suppressed

AGREED, NOT = "Agreed", "Did not"


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many people of one agency came, at each level in the order of Level, and in each role."""

    agency: str
    levels: tuple[int, ...]
    roles: tuple[tuple[str, int], ...]

    @property
    def number(self) -> int:
        """How many came in all."""
        return sum(self.levels)


@dataclass(frozen=True, slots=True)
class Judged:
    """One statement with how many agreed before and after, small numbers left out."""

    statement: str
    before: Shown[str]
    after: Shown[str]


def turnout(attendees: Any) -> list[Turnout]:
    """A line for each agency of some attendees, by name; one query."""
    lines: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
    rows = attendees.order_by("agency__name").values_list("agency__name", "level", "role").annotate(Sum("number"))
    for agency, level, role, number in rows:
        lines[agency]["levels"][level] += number
        lines[agency]["roles"][role] += number
    return [
        Turnout(agency, tuple(found["levels"][level] for level in Level.values), tuple(sorted(found["roles"].items())))
        for agency, found in lines.items()
    ]


def judged(course: Course) -> list[Judged]:
    """The statements of a course over all of its sessions; to the nearest five, because sessions are added one by one."""
    kept = [answers for answers in course.sessions.values_list("answers", flat=True) if answers]
    found = []
    for number, statement in enumerate(course.questions if kept else ()):
        agreed, not_, agreed_after, not_after = (sum(each[number][place] for each in kept) for place in range(4))
        before, after = ({AGREED: yes, NOT: no} for yes, no in ((agreed, not_), (agreed_after, not_after)))
        found.append(Judged(statement, shown(before), shown(after)))
    return found


def shown(counts: dict[str, int]) -> Shown[str]:
    """What may be shown of those who agreed and those who did not."""
    return suppressed(counts, nought=False, rounded=True)
