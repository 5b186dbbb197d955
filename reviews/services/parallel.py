"""Parallel processes, and what they ask the review to wait with."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from reviews.access import check
from reviews.models import ParallelProcess, Review
from reviews.services.events import record
from scr_portal.lib.records import changed


@transaction.atomic
def add(*, by: Any, review: Review, values: dict[str, Any]) -> ParallelProcess:
    """Record a process that runs beside the review."""
    check(by, "review.hold", review)
    made = ParallelProcess.objects.create(review=review, **values)
    record(by, "parallel_process.added", made, facts={"kind": made.kind})
    return made


@transaction.atomic
def write(
    *, by: Any, process: ParallelProcess, values: dict[str, Any], seen_version: int | None = None
) -> ParallelProcess:
    """Change it; its end lifts all that it asked for, and a corrected end lets it stand again."""
    check(by, "review.hold", process.review)
    standing = process.review.restrictions_standing
    found, differing = changed(process, values, seen_version=seen_version)
    over = "ended_on" in differing and found.ended
    lifted = [each.limit for each in standing if over and each.process_id == found.pk]
    record(
        by,
        "parallel_process.ended" if over else "parallel_process.written",
        found,
        facts={"fields": differing, "lifted": lifted},
    )
    return found
