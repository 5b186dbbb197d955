"""Making a report public: embargo, the page for the board's website, the national library, taking it down; or what stands in its place."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import models
from simple_history.models import HistoricalRecords

from findings.models.report import Report
from reviews.clocks import due
from reviews.models import Review
from scr_portal.lib.records import Record

# Where the rule set has no clock for it: a report is kept public for a year at least (the field's own habit).
KEPT = (12, "months")


class OfReport(models.QuerySet[Any]):
    """Publications as whoever may read the report sees them."""

    def visible_to(self, user: Any) -> Any:
        """Those of reports that `user` may read."""
        return self.filter(report__review__in=Review.objects.visible_to(user, "report.see"))

    def coming_down(self, by: date) -> Any:
        """Those whose day to be taken down comes by `by`, and that still are public."""
        return self.filter(take_down_on__lte=by, taken_down_on__isnull=True, report__published_on__isnull=False)


class Publication(Record):
    """What is planned about the publication of one report, and what has become of it since."""

    report = models.OneToOneField(Report, on_delete=models.PROTECT, related_name="publication")
    embargo_until = models.DateTimeField(null=True, blank=True)
    page_wanted = models.BooleanField(default=True)
    page_words = models.TextField(blank=True, help_text="What stands at the head of the page for the board's website.")
    keywords = models.CharField(max_length=300, blank=True)
    take_down_on = models.DateField(null=True, blank=True)
    taken_down_on = models.DateField(null=True, blank=True)
    taken_down_why = models.TextField(blank=True)
    deposited_on = models.DateField(null=True, blank=True)
    deposited_ref = models.CharField(max_length=120, blank=True)
    # Of a report that is not published: who approved that, and what the public reads instead.
    instead = models.TextField(blank=True)
    approved_by = models.CharField(max_length=160, blank=True)
    approved_on = models.DateField(null=True, blank=True)
    history = HistoricalRecords()

    objects = OfReport.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"Publication of {self.report}"

    @property
    def review(self) -> Review:
        """The review that is reported on."""
        return self.report.review


def earliest_take_down(review: Review, published_on: date) -> date:
    """The first day on which a report that is published on a day may be taken down, by the rule set or by habit."""
    rules = review.rules
    clock = next((each for each in rules.clocks if each.stops == "taken_down"), None)
    length, unit = (clock.length, clock.unit) if clock else KEPT
    return due(published_on, length=length, unit=unit, calendar=rules.calendar)  # type: ignore[arg-type]
