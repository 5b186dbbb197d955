"""Figures leaving the chronology: as a picture, and as a table in a section of the report."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from findings.figures import Figure
from findings.models import ReportSection
from findings.services import section as sections
from reviews.access import check
from reviews.models import Review
from reviews.services.events import record


@transaction.atomic
def taken(*, by: Any, review: Review, kind: str, form: str) -> None:
    """Keep on record that `by` takes a figure as a picture; call it before the file is handed out."""
    check(by, "chronology.see", review)
    record(by, "figure.taken", review, facts={"figure": kind, "format": form})


@transaction.atomic
def put_in(*, by: Any, section: ReportSection, figure: Figure) -> ReportSection:
    """Put the table of a figure at the end of a section, as a version of that section like any other."""
    check(by, "report.write", section.review)
    text = "\n\n".join(filter(None, (section.text.rstrip(), figure.typed)))
    written = sections.write(by=by, section=section, text=text, seen_version=section.version)
    record(by, "figure.put_in_report", written, facts={"figure": figure.kind, "section": section.key})
    return written
