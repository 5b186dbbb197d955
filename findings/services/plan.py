"""A review's action plan leaving the portal as a file."""

from __future__ import annotations

import hashlib
from typing import Any

from django.db import transaction

from reviews.access import check
from reviews.models import Review
from reviews.services.events import record


@transaction.atomic
def taken(*, by: Any, review: Review, kind: str, rows: int, content: bytes) -> str:
    """Keep on record that `by` takes a review's plan as a file, and its checksum; call it before it is handed out."""
    check(by, "finding.see", review)
    sha256 = hashlib.sha256(content).hexdigest()
    record(by, "plan.exported", review, facts={"format": kind, "rows": rows, "sha256": sha256})
    return sha256
