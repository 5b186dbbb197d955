"""When the time of a case has come, and what stands in the way of destroying it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from reviews.models import Board, LegalHold, RetentionPeriod, Review
from reviews.regimes.retention import Line, after, schedule
from reviews.stages import Stage


def own_periods(board: Board) -> dict[str, RetentionPeriod]:
    """Key of a line → the board's own period, where it has set one; the newest."""
    return {each.line: each for each in board.retention_periods.select_related("set_by")}


@dataclass
class Kept:
    """How long something is kept. `line` is None while it is not closed, `counted_from` while its day is not on record."""

    line: Line | None
    own: RetentionPeriod | None
    counted_from: date | None
    holds: list[LegalHold]
    decisions: list[Any]

    @property
    def years(self) -> int | None:
        """How many years; None for good."""
        return self.own.years if self.own else self.line.years if self.line else None

    @cached_property
    def due_on(self) -> date | None:
        """The first day on which somebody may decide about it; None where there is none yet, or never."""
        return after(self.counted_from, self.years) if self.counted_from and self.years is not None else None

    @property
    def decision(self) -> Any:
        """What was decided last, unless it was sent back."""
        return next((each for each in reversed(self.decisions) if each.sent_back_on is None), None)

    @property
    def proposal(self) -> Any:
        """The proposal to destroy that waits for a second person."""
        return self.decision if self.decision and self.decision.waits else None

    @property
    def kept_until(self) -> date | None:
        """Until when somebody decided to keep it longer."""
        until: date | None = self.decision.until if self.decision else None
        return until

    def is_due(self, today: date) -> bool:
        """Whether it stands on the list for review."""
        return bool(self.due_on and self.due_on <= today and not (self.kept_until and self.kept_until > today))

    def obstacles(self, today: date) -> Iterator[str]:
        """What stands in the way of destroying it, in sentences."""
        if self.line is None:
            yield "It is not closed."
        elif self.counted_from is None:
            yield "The day from which its period counts is not on record: enter it among the dates of the review."
        elif self.due_on is None:
            yield "It is kept for good."
        elif self.due_on > today:
            yield f"Its period ends on {said(self.due_on)}."
        if self.kept_until and self.kept_until > today:
            yield f"It was decided to keep it until {said(self.kept_until)}."
        for hold in self.holds:
            kind = hold.get_kind_display()
            yield f"A legal hold stands ({kind[0].lower()}{kind[1:]}{'' if hold.review_id else ', over all cases of the board'})."


@dataclass
class Keeping(Kept):
    """How long one review is kept."""

    review: Review

    def obstacles(self, today: date) -> Iterator[str]:
        """What stands in the way of destroying it, in sentences."""
        yield from super().obstacles(today)
        for process in self.review.parallel_processes.all():
            if not process.ended:
                yield f"The {process.named} beside it has not ended: record its end if it has."
        if any(access.answered_on is None for access in self.review.subject_accesses.all()):
            yield "A request for what is held on a person has not been answered."


def said(day: date) -> str:
    """A day in a sentence."""
    return f"{day.day} {day:%B %Y}"


def outcome(review: Review) -> str:
    """What became of a closed case: a key of the schedule's outcomes; nothing while it is not closed."""
    if review.stage != Stage.CLOSED:
        return ""
    happened = {each.event for each in review.milestones.all()}
    if "published" in happened:
        return "published"
    return "not_published" if "commissioned" in happened else "no_review"


def keepings(reviews: Any) -> list[Keeping]:
    """How long each of `reviews` (of any boards) is kept; as many queries for many as for one."""
    found = reviews.select_related("board").prefetch_related(
        "milestones", "parallel_processes", "subject_accesses", "retention_decisions__decided_by"
    )
    rows = list(found)
    boards = {review.board_id for review in rows}
    periods = {(each.board_id, each.line): each for each in RetentionPeriod.objects.filter(board__in=boards)}
    standing = list(LegalHold.objects.standing().filter(board__in=boards).select_related("placed_by"))
    return [keeping_of(review, periods, standing) for review in rows]


def keeping_of(
    review: Review, periods: dict[tuple[int, str], RetentionPeriod], standing: Iterable[LegalHold]
) -> Keeping:
    """How long one review is kept, from what was read for all of them."""
    result = outcome(review)
    line = schedule().of_case(result, review.rules.subject) if result else None
    days = {each.event: each.happened_on for each in review.milestones.all()}
    holds = [hold for hold in standing if hold.review_id in {None, review.pk} and hold.board_id == review.board_id]
    own = periods.get((review.board_id, line.key)) if line else None
    counted = days.get(line.counts) if line else None
    return Keeping(line, own, counted, holds, list(review.retention_decisions.all()), review=review)


def keeping(review: Review) -> Keeping:
    """How long one review is kept."""
    return keepings(Review.objects.filter(pk=review.pk))[0]
