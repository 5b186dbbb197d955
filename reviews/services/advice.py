"""Privileged legal advice: recorded and read by few, each reading on record."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from reviews.access import check
from reviews.models import LegalAdvice, Review
from reviews.services.events import record


@transaction.atomic
def add(*, by: Any, review: Review, values: dict[str, Any]) -> LegalAdvice:
    """Record advice as it was given; it is not changed afterwards, further advice stands beside it."""
    check(by, "review.legal", review)
    made = LegalAdvice.objects.create(review=review, recorded_by=by, **values)
    record(by, "legal_advice.added", made)
    return made


@transaction.atomic
def opened(*, by: Any, review: Review) -> None:
    """Keep on record that the advice was read."""
    check(by, "review.legal", review)
    record(by, "legal_advice.read", review)
