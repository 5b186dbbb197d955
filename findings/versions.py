"""The versions of a section, of a report or of a yearly report: what its history keeps, with who saved each, when and how."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from findings.models import AnnualPart, ReportSection

Text = ReportSection | AnnualPart


def versions_of(section: Text) -> QuerySet[Any]:
    """The versions of a section, the latest first, with who saved each; `version` is the number."""
    rows: QuerySet[Any] = section.history.select_related("history_user").order_by("-history_id")
    return rows


def version_at(section: Text, number: int) -> Any:
    """The version of that number, or None."""
    return versions_of(section).filter(version=number).first()


def text_at(section: Text, number: int) -> str:
    """What the section said at a version; nothing for one that never was."""
    found = version_at(section, number)
    return found.text if found is not None else ""
