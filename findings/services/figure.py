"""Figures leaving the portal as pictures."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from reviews.access import check
from reviews.models import Review
from reviews.services.events import record


@transaction.atomic
def taken(*, by: Any, review: Review, kind: str, form: str) -> None:
    """Keep on record that `by` takes a figure as a picture; call it before the file is handed out."""
    check(by, "chronology.see", review)
    record(by, "figure.taken", review, facts={"figure": kind, "format": form})
