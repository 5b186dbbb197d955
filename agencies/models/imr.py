"""The agency's report (individual management review): section by section, and who vouches for it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from simple_history.models import HistoricalRecords

from agencies.models.chronology import OfRequest
from agencies.models.request import Request
from scr_portal.lib.records import Record

# key, title, hint. Answers to the lines of enquiry stand beside these, one section each ("kloe-1", "kloe-2", …).
IMR_SECTIONS = (
    (
        "author",
        "The author and their independence",
        "Who wrote this, in which role, and that they did not manage the case.",
    ),
    ("records", "Records secured and read", "When records were secured, which were read, and what could not be found."),
    (
        "context",
        "Context at the time",
        "Workload, vacancies, supervision, reorganisation and policy that bore on practice.",
    ),
    ("method", "How this was done", "Records read and people spoken to, with dates."),
    ("involvement", "Summary of involvement", "What your agency did, in order, and what it knew."),
    ("good_practice", "Good practice", "What was done well, and why it worked."),
    (
        "missed",
        "Missed opportunities",
        "Where something different could have been done, and why it made sense at the time.",
    ),
    ("learning", "Learning", "What your agency takes from this."),
    (
        "actions",
        "Your own recommendations and actions",
        "What has been done already, and what will be, by whom and when.",
    ),
)

# The sections of an agency summary, and of a rapid review return.
SUMMARY_SECTIONS = (
    (
        "contact",
        "First and last contact",
        "The day and kind of your first and last contact, and whether the case is open.",
    ),
    ("episodes", "Key episodes", "The few contacts that matter most, with their dates, and what came of each."),
    ("good_practice", "Good practice", "What was done well, and why it worked."),
    ("learning", "Learning so far", "What your agency would do otherwise, and what it wants to understand."),
    ("actions", "Immediate action", "What has been done already to keep others safe or to change practice."),
    (
        "records",
        "Records secured",
        "Which records were secured, on which day and by whom, and what could not be found.",
    ),
    ("support", "Support offered to staff", "Who was offered support, and what kind. No names."),
    ("view", "View on the criteria", "Whether your agency thinks that the criteria are met, and why."),
)


class Imr(Record):
    """One agency's report in one review."""

    request = models.OneToOneField(Request, on_delete=models.PROTECT, related_name="imr")
    history = HistoricalRecords()

    objects = OfRequest.as_manager()

    class Meta:
        verbose_name = "agency report (IMR)"
        verbose_name_plural = "agency reports (IMRs)"

    def __str__(self) -> str:
        return f"Agency report of {self.request.agency}"


class ImrSection(Record):
    """The text of one section; `key` is from IMR_SECTIONS, or "kloe-N" for a line of enquiry."""

    imr = models.ForeignKey(Imr, on_delete=models.PROTECT, related_name="sections")
    key = models.CharField(max_length=30)
    text = models.TextField(blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "section of an agency report"
        verbose_name_plural = "sections of agency reports"
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["imr", "key"], name="one_text_per_imr_section")]

    def __str__(self) -> str:
        return self.key
