"""Courses and their sessions: written, linked to what they answer, planned, and what people said before and after."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from findings.models import Course, TrainingSession
from reviews.access import check
from reviews.models import Board, Review
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed, locked


@transaction.atomic
def write_new(*, by: Any, board: Board, values: dict[str, Any]) -> Course:
    """Add a course to what a board offers."""
    check(by, "training.keep", board)
    made = Course.objects.create(board=board, written_by=by, **values)
    record(by, "course.written", made)
    return made


@transaction.atomic
def write(*, by: Any, course: Course, values: dict[str, Any], seen_version: int | None = None) -> Course:
    """Change a course. Raises Refused for other statements once people have judged them."""
    check(by, "training.keep", course)
    if values["questions"] != course.questions and any(each.answers for each in course.sessions.all()):
        raise Refused("People have judged these statements already, so they stay as they are.")
    found, differing = changed(course, values, seen_version=seen_version, by=by)
    record(by, "course.changed", found, facts={"fields": differing})
    return found


@transaction.atomic
def link(*, by: Any, review: Review, course: Course, findings: Any, recommendations: Any) -> Course:
    """Say which findings and recommendations of a review a course answers; what it answers elsewhere stays."""
    check(by, "training.keep", review)
    if course.board_id != review.board_id or any(each.review_id != review.pk for each in (*findings, *recommendations)):
        raise Refused("Choose a course of this board, and findings and recommendations of this review.")
    found = locked(course)
    for linked, chosen in ((found.findings, findings), (found.recommendations, recommendations)):
        linked.set([*linked.exclude(review=review), *chosen])
    found.version += 1
    found.save()
    facts = {name: [each.number for each in rows] for name, rows in (("findings", findings), ("recommendations", recommendations))}  # fmt: skip
    record(by, "course.linked", found, review=review, facts=facts)
    return found


@transaction.atomic
def plan(*, by: Any, course: Course, values: dict[str, Any]) -> TrainingSession:
    """Plan a session of a course, or record one that was held."""
    check(by, "training.keep", course)
    fitting(values)
    made = TrainingSession.objects.create(course=course, planned_by=by, **values)
    record(by, "session.planned", made, facts={"on": made.held_on})
    return made


@transaction.atomic
def move(*, by: Any, session: TrainingSession, values: dict[str, Any], seen_version: int | None = None) -> TrainingSession:  # fmt: skip
    """Change a session. Raises Refused for a day to come once people were counted."""
    check(by, "training.keep", session)
    fitting(values)
    if values["held_on"] > timezone.localdate() and session.attendees.exists():
        raise Refused("People were counted at this session, so it has been held: enter the day on which it was.")
    found, differing = changed(session, values, seen_version=seen_version, by=by)
    record(by, "session.changed", found, facts={"fields": differing})
    return found


def fitting(values: dict[str, Any]) -> None:
    """Pass for a session with a place or online, or raise Refused."""
    if not values["online"] and not values["place"]:
        raise Refused("Say where it is held, or that it is online.")


@transaction.atomic
def judge(*, by: Any, session: TrainingSession, answers: list[list[int]], seen_version: int | None = None) -> TrainingSession:  # fmt: skip
    """Record how many agreed with each statement before and after. Raises Refused before the session was held."""
    check(by, "training.keep", session)
    held(session)
    found, _ = changed(session, {"answers": answers}, seen_version=seen_version, by=by)
    record(by, "session.judged", found)
    return found


def held(session: TrainingSession) -> None:
    """Pass for a session that was held, or raise Refused."""
    if session.held_on > timezone.localdate():
        raise Refused("This session is still to come: record it when it has been held.")
