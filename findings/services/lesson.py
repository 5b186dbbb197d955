"""Findings and recommendations of published reviews, and what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from findings.made_before import terms
from findings.models import Lesson, LessonTerm, LibraryReview
from reviews.access import check
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed

MANY = ("themes",)


@transaction.atomic
def add(*, by: Any, published: LibraryReview, values: dict[str, Any]) -> Lesson:
    """Add a finding or recommendation of a published review."""
    check(by, "library.keep", published.board)
    plain = {name: value for name, value in values.items() if name not in MANY}
    made = Lesson.objects.create(published=published, **plain)
    made.themes.set(values["themes"])
    indexed(made)
    record(by, "lesson.added", made, facts={"kind": made.kind})
    return made


@transaction.atomic
def write(*, by: Any, lesson: Lesson, values: dict[str, Any], seen_version: int | None = None) -> Lesson:
    """Correct a finding or recommendation, and say what became of it; a proposal is confirmed by that."""
    check(by, "library.keep", lesson.board)
    if lesson.recommendation_id:
        raise Refused("This is our own recommendation as it was published: its answer and outcome are read from it.")
    plain = {name: value for name, value in values.items() if name not in MANY}
    found, differing = changed(lesson, plain | {"confirmed": True}, seen_version=seen_version)
    found.themes.set(values["themes"])
    indexed(found)
    record(by, "lesson.written", found, facts={"fields": differing})
    return found


@transaction.atomic
def confirm(*, by: Any, published: LibraryReview, chosen: Sequence[int]) -> int:
    """Confirm the chosen proposals of a review and discard the others; gives how many were confirmed."""
    check(by, "library.keep", published.board)
    proposals = list(published.lessons.filter(confirmed=False))
    if not proposals:
        raise Refused("Nothing waits to be confirmed here.")
    kept = [lesson for lesson in proposals if lesson.pk in set(chosen)]
    for lesson in kept:
        indexed(changed(lesson, {"confirmed": True})[0])
    for lesson in proposals:
        if lesson not in kept:
            lesson.delete()
    record(by, "lesson.proposals_confirmed", published, facts={"kept": len(kept), "of": len(proposals)})
    return len(kept)


@transaction.atomic
def remove(*, by: Any, lesson: Lesson) -> LibraryReview:
    """Remove a finding or recommendation that does not belong there; its history stays."""
    check(by, "library.keep", lesson.board)
    if lesson.recommendation_id:
        raise Refused("This is our own recommendation as it was published: it cannot be removed.")
    published: LibraryReview = lesson.published
    record(by, "lesson.removed", lesson, board=lesson.board, facts={"of": published.pk})
    lesson.themes.clear()
    lesson.delete()
    return published


def indexed(lesson: Lesson) -> None:
    """Write what a lesson is found by, where it stands in the library."""
    lesson.terms.all().delete()
    if lesson.confirmed and lesson.published.shown:
        LessonTerm.objects.bulk_create(LessonTerm(lesson=lesson, term=term[:60]) for term in sorted(terms(lesson.text)))
