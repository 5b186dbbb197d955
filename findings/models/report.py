"""The report in sections, the decisions that make it anonymous, and the files that were built from it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from findings.models.finding import OfReview
from reviews.models import Review
from scr_portal.lib.records import Record

# A build that has not ended after this long will not end any more: its worker was stopped.
GIVEN_UP = timedelta(minutes=30)


class Report(Record):
    """The report of one review. Its named text is in the sections; the anonymised text is made from them, never kept."""

    review = models.OneToOneField(Review, on_delete=models.PROTECT, related_name="report")
    title = models.CharField(max_length=200)
    published_on = models.DateField(null=True, blank=True)
    checklist = models.JSONField(default=dict, help_text="Checklist key → {by, on, note}.")
    budgets = models.JSONField(default=dict, blank=True, help_text="Section's key → how many words it may have.")
    not_published_reason = models.TextField(blank=True)
    history = HistoricalRecords()

    objects = OfReview.as_manager()

    def __str__(self) -> str:
        return self.title


class ReportSection(Record):
    """The named text of one section; `key` and title come from the rule set's template."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="sections")
    key = models.CharField(max_length=60)
    title = models.CharField(max_length=160)
    order = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["report", "key"], name="one_section_per_key")]

    def __str__(self) -> str:
        return self.title

    @property
    def review(self) -> Review:
        """The review that is reported on."""
        return self.report.review


# Where a decision stands that was made for learning products: a published report stays as it was, whatever they say.
LEARNING = "learning-products"


class DecisionQuerySet(models.QuerySet[Any]):
    """Decisions by what they were made for."""

    def of_report(self) -> Any:
        """Those that stand for the report's text."""
        return self.filter(undone=False).exclude(section=LEARNING)

    def of_learning(self) -> Any:
        """Those that stand for the texts of learning products alone."""
        return self.filter(undone=False, section=LEARNING)


class AnonymityDecision(Record):
    """What stands for one leftover: its words and the words around it, and what a person decided."""

    class Choice(models.TextChoices):
        REPLACE = "replace", "Replace it"
        KEEP = "keep", "Leave it as it is"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="anonymity_decisions")
    text = models.CharField(max_length=300, help_text="The words as they stand in the named text.")
    # Empty: every place where these words stand undecided. Else the one place, by section key and the words around it.
    section = models.CharField(max_length=60, blank=True)
    context = models.CharField(max_length=400, blank=True)
    kind = models.CharField(max_length=30)
    choice = models.CharField(max_length=10, choices=Choice.choices)
    replacement = models.CharField(max_length=200, blank=True)
    reason = models.TextField(blank=True)
    undone = models.BooleanField(default=False)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_choice_display()} ({self.kind})"


class Reading(Record):
    """One reader's signature under the anonymised text as it stood; a later change of the text makes it stale."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="readings")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField(help_text="1 for the first reader, 2 for the second.")
    accepted = models.BooleanField()
    note = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, help_text="Of the anonymised text that was read.")
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["pk"]

    @property
    def review(self) -> Review:
        """The review that is reported on."""
        return self.report.review


class Building(models.Model):
    """One building of files: how far it is, and what went wrong. The portal writes it, nobody types into it."""

    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    doing = models.CharField(max_length=80, default="Waiting to begin")
    done = models.PositiveSmallIntegerField(default=0)
    steps = models.PositiveSmallIntegerField(default=1)
    finished_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=200, blank=True)

    # The name of the column that says what is built.
    of: ClassVar[str]

    class Meta:
        abstract = True
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"{self.doing}: {self.done} of {self.steps}"

    @property
    def running(self) -> bool:
        """Whether it is under way; one that nobody has heard of for long was given up."""
        return self.finished_at is None and self.asked_at > timezone.now() - GIVEN_UP

    @property
    def overtaken(self) -> bool:
        """Whether the same was asked for again since."""
        same = type(self)._default_manager.filter(**{self.of: getattr(self, f"{self.of}_id")})
        return same.filter(pk__gt=self.pk).exists()


class ReportBuild(Building):
    """One building of a report's files."""

    of: ClassVar = "report"

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="builds")

    @property
    def review(self) -> Review:
        """The review that is reported on."""
        return self.report.review


class BuiltReport(models.Model):
    """A file built from the anonymised text, its checksum, and what the scan of the file found."""

    class Format(models.TextChoices):
        PDF = "pdf", "PDF"
        DOCX = "docx", "Word"
        HTML = "html", "Web page"
        SUMMARY = "summary", "Executive summary"

    # How the name of a file of each format ends.
    ENDINGS: ClassVar[dict[str, str]] = {"pdf": "pdf", "docx": "docx", "html": "html", "summary": "pdf"}

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="built")
    format = models.CharField(max_length=8, choices=Format.choices)
    file = models.FileField(upload_to="reports/", max_length=200)
    sha256 = models.CharField(max_length=64)
    text_sha256 = models.CharField(max_length=64, help_text="Of the anonymised text that it was built from.")
    suspicions = models.JSONField(default=list)
    # With which edition of the rules it was scanned, and which words people had decided to keep.
    scan_rules = models.CharField(max_length=20, blank=True)
    scan_decisions = models.JSONField(default=list)
    published = models.BooleanField(default=False)
    built_at = models.DateTimeField(auto_now_add=True)
    built_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_format_display()} of {self.report}"

    @property
    def ending(self) -> str:
        """How the file's name ends."""
        return self.ENDINGS[self.format]

    @property
    def review(self) -> Review:
        """The review that is reported on."""
        return self.report.review
