"""Where learning has reached, as tables: level by agency with its gaps, and what readers say in numbers that tell of nobody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from agencies.models import Agency
from findings.models import Audience, Edition, Receipt
from findings.models.audience import Level
from reviews.models import Review
from reviews.suppression import Shown, suppressed

Kind = Agency.Kind
# The levels at which each kind of agency has people; every other kind has the first three.
LEVELS: dict[str, tuple[str, ...]] = {
    Kind.SCHOOL: (Level.SCHOOL,),
    Kind.EARLY_YEARS: (Level.SCHOOL,),
    Kind.CARE_PROVIDER: (Level.PROVIDER,),
    Kind.VOLUNTARY: (Level.PROVIDER,),
}
USUAL = (Level.EXECUTIVE, Level.MANAGER, Level.FRONT_LINE)
GAP, PLANNED, AWAITED, LATE, USED = "gap", "planned", "awaited", "late", "used"
WORDS = {GAP: "Nothing planned", PLANNED: "Planned", AWAITED: "Awaited", LATE: "No answer yet", USED: "Used"}


@dataclass(frozen=True, slots=True)
class Place:
    """One level of one agency: how it stands, what is planned there, and how many say that they read it."""

    state: str = ""
    lines: tuple[Audience, ...] = ()
    reached: int = 0
    read: str = ""

    @property
    def words(self) -> str:
        """How it stands, in words."""
        return WORDS.get(self.state, "")


def expected(agency: Agency) -> tuple[str, ...]:
    """The levels at which an agency ought to be reached."""
    return LEVELS.get(agency.kind, USUAL)


def taking_part(review: Review, lines: Iterable[Audience]) -> list[Agency]:
    """The agencies that were asked for a return, to which something is recommended, or that the plan names."""
    planned = {line.agency_id for line in lines}
    found = Agency.objects.filter(board=review.board_id)
    asked = (
        found.filter(requests__review=review)
        | found.filter(recommendations__review=review)
        | found.filter(pk__in=planned)
    )
    return list(asked.distinct().order_by("name"))


def matrix(review: Review, lines: list[Audience], today: date) -> list[tuple[Agency, list[Place]]]:
    """Every agency that takes part, with a place for each level; `lines` is the plan with its answers."""
    there: dict[tuple[int, str], list[Audience]] = defaultdict(list)
    for line in lines:
        there[line.agency_id, line.level].append(line)
    read = readers(review).cells
    return [
        (agency, [place(agency, level, there[agency.pk, level], read, today) for level in Level.values])
        for agency in taking_part(review, lines)
    ]


def place(agency: Agency, level: str, lines: list[Audience], read: dict[Any, Any], today: date) -> Place:
    """How one level of one agency stands: the worst of its lines tells."""
    said = str(read[agency.pk, level]) if (agency.pk, level) in read else ""
    if not lines:
        return Place(GAP if level in expected(agency) else "", read=said)
    given = [line.answer for line in lines if hasattr(line, "answer")]
    waiting = [line for line in lines if not hasattr(line, "answer")]
    open_ = (
        LATE
        if any(line.late(today) for line in waiting)
        else AWAITED
        if any(line.sent_on for line in waiting)
        else PLANNED
    )
    state = open_ if waiting else USED
    return Place(state, tuple(lines), sum(answer.reached for answer in given), said)


def gaps(rows: list[tuple[Agency, list[Place]]]) -> int:
    """How many places nobody has planned for."""
    return sum(place.state == GAP for _, places in rows for place in places)


def readers(review: Review) -> Shown[tuple[int | None, str]]:
    """How many people say that they read something of a review's learning, by agency and level.

    One person counts once. Rounded, because the questions count the same people in another way.
    """
    rows = Receipt.objects.filter(edition__product__report__review=review).order_by("pk")
    once = {reader: (agency, level) for reader, agency, level in rows.values_list("reader", "agency", "level")}
    return suppressed(Counter(once.values()), rounded=True)


def answers(edition: Edition) -> list[tuple[str, Shown[str]]]:
    """Each question with how many chose the right answer and how many another, small numbers left out."""
    given = list(edition.receipts.values_list("answers", flat=True))
    found = []
    for number, question in enumerate(edition.quiz):
        chosen = [each[number] for each in given if len(each) > number and each[number] is not None]
        right = sum(each == question["right"] for each in chosen)
        counts = {"Right": right, "Another answer": len(chosen) - right}
        found.append((question["question"], suppressed(counts, nought=False, rounded=True)))
    return found
