"""How long each section of a report is to be, as the board commissioned it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from findings.models import Report
from reviews.access import check
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed


@transaction.atomic
def commission(*, by: Any, report: Report, words: Mapping[str, int], seen_version: int | None = None) -> Report:
    """Say how many words each section (by its key) may have; a section that is not named has no limit of its own."""
    check(by, "report.write", report.review)
    if report.published_on:
        raise Refused("The report is published: its length is what it is.")
    if set(words) - set(report.sections.values_list("key", flat=True)):
        raise Refused("The report has no such section: load the page again.")
    found, differing = changed(report, {"budgets": dict(words)}, seen_version=seen_version)
    if differing:
        record(by, "report.budget_set", found, facts={"words": sum(words.values()), "sections": len(words)})
    return found
