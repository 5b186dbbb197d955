"""The family diagram leaving the portal as a picture."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from reviews.access import check
from reviews.models import Review
from reviews.services.events import record


@transaction.atomic
def taken(*, by: Any, review: Review, kind: str) -> None:
    """Keep on record that `by` takes the diagram as a picture; call it before the file is handed out."""
    check(by, "review.see", review)
    record(by, "family_diagram.taken", review, facts={"format": kind})
