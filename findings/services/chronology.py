"""The merged chronology leaving the portal as a file; what is in it is never touched."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.db import transaction

from findings.chronology_export import Export
from findings.merged import Filters
from reviews.access import check
from reviews.models import Disclosure, Review
from reviews.services.disclosure import taken
from reviews.services.events import record
from reviews.stages import RELEASED


@transaction.atomic
def exported(*, by: Any, review: Review, filters: Filters, file: Export) -> Export:
    """Keep on record that `by` takes a file of the entries that `filters` leave; call it before the file is handed out."""
    check(by, "chronology.see", review, deed="chronology.export")
    if review.stage not in RELEASED:
        check(by, "chronology.prepare", review)
    if file.named:
        check(by, "review.names", review)
    taken(by, review, Disclosure.Kind.CHRONOLOGY, what=f"Merged chronology ({file.kind})", sha256=file.sha256)
    kept = {
        "format": file.kind,
        "entries": file.entries,
        "names": "real" if file.named else "covered",
        "filters": choices(filters),
        "sha256": file.sha256,
    }
    record(by, "chronology.exported", review, facts=kept)
    return file


def choices(filters: Filters) -> dict[str, Any]:
    """The filters that were set. Words that were looked for may be a name, so only their number is kept."""
    said = {name: value for name, value in asdict(filters).items() if value and value != "without"}
    return {**said, "words": len(filters.words.split())} if filters.words else said
