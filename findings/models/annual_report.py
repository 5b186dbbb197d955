"""The yearly report of a board: what its people write for it, and what was made of that and of the record."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from findings.lifecycle import AnnualStatus
from findings.models.board_pack import PaperBuild
from reviews import regimes
from reviews.access import boards_where
from reviews.models import Board
from reviews.year import Year
from scr_portal.lib.records import Record


class AnnualReportQuerySet(models.QuerySet["AnnualReport"]):
    """Yearly reports as each person may see them."""

    def visible_to(self, user: Any) -> AnnualReportQuerySet:
        """Those of boards where `user` may read them while they are written; of other boards of theirs what was published."""
        published = Q(board__in=boards_where(user, "board.see"), builds__published_on__isnull=False)
        return self.filter(Q(board__in=boards_where(user, "annual_report.see")) | published).distinct()


class AnnualReport(Record):
    """The report of one year under one regime. What is drawn from the record is made anew each time files are built."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="annual_reports")
    year = models.PositiveSmallIntegerField(help_text="The calendar year in which the board’s year begins.")
    regime = models.CharField(max_length=40, help_text="The key of the regime whose reviews it tells of.")
    rule_set = models.CharField(
        max_length=60, help_text="Whose law it answers: the rule set's stamp when it was begun."
    )
    status = models.CharField(max_length=10, choices=AnnualStatus.choices, default=AnnualStatus.DRAFT)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_on = models.DateField(null=True, blank=True)
    history = HistoricalRecords()

    objects = AnnualReportQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-year", "regime"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["board", "year", "regime"], name="one_annual_report_per_year_and_regime")
        ]

    def __str__(self) -> str:
        return f"{self.rules.annual.title}, {self.span}"

    @property
    def rules(self) -> regimes.RuleSet:
        """The rule set whose law it answers."""
        return regimes.get(self.rule_set)

    @property
    def span(self) -> Year:
        """The year that it tells of."""
        return Year.of(self.board, self.year)


class AnnualPart(Record):
    """What people wrote in one section; key and title come from the rule set."""

    report = models.ForeignKey(AnnualReport, on_delete=models.PROTECT, related_name="parts")
    key = models.CharField(max_length=40)
    title = models.CharField(max_length=160)
    order = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["report", "key"], name="one_annual_part_per_key")]

    def __str__(self) -> str:
        return self.title

    @property
    def board(self) -> Board:
        """The board that reports."""
        return self.report.board

    @property
    def line(self) -> Any:
        """What the rule set says of it; None where it knows it no more."""
        return next((each for each in self.report.rules.annual.sections if each.key == self.key), None)


class AnnualBuild(PaperBuild):
    """One making of the report: its words as they were then, what nobody has decided about, and its files."""

    of: ClassVar = "report"

    report = models.ForeignKey(AnnualReport, on_delete=models.PROTECT, related_name="builds")
    content = models.JSONField(default=dict, help_text="The paper, undecided words covered.")
    # Each place that could tell of somebody: {review, ref, title, text, kind, before, after, reason, candidates, decided}.
    left = models.JSONField(default=list, blank=True)
    published_on = models.DateField(null=True, blank=True)

    @property
    def board(self) -> Board:
        """The board that reports."""
        return self.report.board

    @property
    def undecided(self) -> int:
        """How many places nobody has decided about."""
        return sum(not each.get("decided") for each in self.left)
