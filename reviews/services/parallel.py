"""Parallel processes and what they hold up."""

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
    record(by, "parallel_process.added", made, facts={"holds_publication": made.holds_publication})
    return made


@transaction.atomic
def write(
    *, by: Any, process: ParallelProcess, values: dict[str, Any], seen_version: int | None = None
) -> ParallelProcess:
    """Change it; an end date lifts what it held up."""
    check(by, "review.hold", process.review)
    found, differing = changed(process, values, seen_version=seen_version)
    record(
        by, "parallel_process.written", found, facts={"fields": differing, "holds_publication": found.holds_publication}
    )
    return found
