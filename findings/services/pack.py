"""The pack leaving the portal as a file."""

from __future__ import annotations

import hashlib
from typing import Any

from django.db import transaction

from reviews.access import check
from reviews.models import Disclosure, Review
from reviews.services.disclosure import log
from reviews.services.events import record


@transaction.atomic
def taken(*, by: Any, review: Review, kind: str, content: bytes) -> None:
    """Keep on record that `by` takes the pack as a file, and its checksum; call it before the file is handed out."""
    check(by, "review.pack", review, deed="pack.take")
    sha256, to = hashlib.sha256(content).hexdigest(), review.rules.national_body.name
    log(
        by,
        review,
        Disclosure.Kind.PACK,
        what=f"Pack ({kind})",
        to=to,
        why="Taken out to be given to them",
        sha256=sha256,
    )
    record(by, "pack.taken", review, facts={"format": kind, "sha256": sha256})
