"""A board's year in numbers: referrals, decisions, stages and clocks kept; small numbers covered for outsiders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from reviews.models import Board, Referral, Review
from reviews.services.milestone import running_clocks
from reviews.stage_picture import names


@dataclass(frozen=True, slots=True)
class Year:
    """One year of a board, named by the calendar year in which it begins: 2025 may be April 2025 to March 2026."""

    number: int
    first: date
    last: date

    @classmethod
    def of(cls, board: Board, number: int) -> Year:
        """The year that begins in the calendar year `number`, in the month in which the board's years begin."""
        first = date(number, board.year_begins, 1)
        return cls(number, first, first.replace(year=number + 1) - timedelta(days=1))

    @classmethod
    def holding(cls, board: Board, day: date) -> Year:
        """The year in which a day lies."""
        return cls.of(board, day.year - (day.month < board.year_begins))

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    def __str__(self) -> str:
        return str(self.number) if self.first.month == 1 else f"{self.number} to {self.number + 1}"


KEPT = {"met": "Kept", "met-late": "Met late", "overdue": "Late and still open"}
SMALL, STEP = 5, 5


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its name, as it is shown to this reader."""

    label: str
    shown: str


@dataclass(frozen=True, slots=True)
class Table:
    """Figures that belong together."""

    title: str
    figures: tuple[Figure, ...]


def shown(count: int, *, exact: bool) -> str:
    """A count for the page. Not `exact`: 1 to 4 are covered and the others rounded to five, so that nobody is worked out."""
    if exact or not count:
        return str(count)
    return f"fewer than {SMALL}" if count < SMALL else f"about {STEP * round(count / STEP)}"


def years(board: Board) -> list[Year]:
    """The years for which there is anything to count, latest first; the present one always."""
    months = Review.objects.filter(board=board).dates("created_at", "month")
    found = {Year.holding(board, day) for day in (timezone.localdate(), *months)}
    return sorted(found, key=lambda year: year.number, reverse=True)


def tables(board: Board, year: Year, *, exact: bool) -> list[Table]:
    """The year of a board, table by table."""
    reviews = list(
        Review.objects.filter(board=board)
        .select_related("board")
        .prefetch_related("milestones", "clock_slips", "decisions", "planned_stages")
    )
    counted = {
        "Referrals": referrals(board, year),
        "Reviews": movements(reviews, year),
        "Decisions": decisions(reviews, year),
        "Where reviews stand today": Counter(
            names(review)[review.stage] for review in reviews if review.stage != "closed"
        ),
        "Clocks that ran out in the year": kept(reviews, year),
    }
    return [
        Table(title, tuple(Figure(label, shown(count, exact=exact)) for label, count in rows.items()))
        for title, rows in counted.items()
    ]


def referrals(board: Board, year: Year, regime: str = "") -> dict[str, int]:
    """Referrals that were sent in the year, and what became of them; under one regime by its key, or all."""
    sent = Referral.objects.filter(board=board, sent_at__date__range=(year.first, year.last))
    sent = sent.filter(rule_set__startswith=f"{regime}@") if regime else sent
    found = Counter(sent.values_list("status", flat=True))
    return {
        "Received": found.total(),
        "Taken forward": found["taken_forward"],
        "Not taken forward": found["not_taken_forward"],
        "Not decided yet": found["sent"] + found["acknowledged"],
    }


def movements(reviews: list[Review], year: Year) -> dict[str, int]:
    """Reviews by what happened to them in the year."""
    dated = Counter(
        milestone.event for review in reviews for milestone in review.milestones.all() if milestone.happened_on in year
    )
    begun = sum(timezone.localdate(review.created_at) in year for review in reviews)
    said = {"Commissioned": "commissioned", "Signed off": "signed_off", "Published": "published", "Closed": "closed"}
    return {"Begun": begun, **{label: dated[event] for label, event in said.items()}}


def decisions(reviews: list[Review], year: Year) -> dict[str, int]:
    """Decisions of the year by outcome, under each rule set's own label."""
    return dict(Counter(label for review in reviews for label in decided(review, year)))


def decided(review: Review, year: Year) -> Iterator[str]:
    """The labels of the outcomes decided for a review in the year."""
    labels = {outcome.code: outcome.label for outcome in review.rules.outcomes}
    for decision in review.decisions.all():
        if decision.decided_on in year and decision.outcome in labels:
            yield labels[decision.outcome]


def kept(reviews: list[Review], year: Year) -> dict[str, int]:
    """Clocks whose day came in the year: kept, met late, or still open."""
    today = timezone.localdate()
    found: Counter[str] = Counter()
    for review in reviews:
        for clock in running_clocks(review, today):
            if clock.rule.rule == "by" and clock.state.due in year and clock.state.due <= today:
                found[KEPT.get(clock.state.status, "Not yet due")] += 1
    return {label: found[label] for label in KEPT.values()}


def lateness(reviews: Any, today: date) -> list[Review]:
    """Those of `reviews` of which a clock is late."""
    return [
        review for review in reviews if any(clock.state.status == "overdue" for clock in running_clocks(review, today))
    ]
