"""A board: its area, the rule sets it works under, and who holds which role in it."""

from __future__ import annotations

from calendar import month_name
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from reviews.access import current
from reviews.legend import Colour, legend
from reviews.policy import ENDING_WITH_REVIEW, MEMBERSHIP_LABELS, REVIEW_ROLES
from scr_portal.lib.records import Record


class Board(Record):
    """A safeguarding board or partnership. Every review belongs to one, and nothing crosses to another unless both say so."""

    class Days(models.TextChoices):
        MONTH = "month_year", "Month and year: March 2019"
        SEASON = "season_year", "Season and year: spring 2019"
        AGE = "age_then", "The subject’s age then: when Child A was 7 years old"
        NUMBER = "day_n", "The number of the day, from the first day of the period in scope: Day 12"

    class PlanColumns(models.TextChoices):
        TIMESCALE = (
            "timescale",
            "Recommendation, relevant agencies, actions, timescale and progress, evidence, critical friend, RAG",
        )
        MILESTONES = (
            "milestones",
            "Recommendation, scope, action to take, lead agency, key milestones, target, completion and outcome",
        )
        REGISTER = "register", "A column for everything, from number and theme to impact measure"
        LIST = "list", "Ref, action, agency, responsible officer, due, status, comments"

    class Ages(models.TextChoices):
        DECIDE = "decide", "A person decides about each"
        KEEP = "keep", "They stay as they are"

    carrier = "board"

    name = models.CharField(max_length=160, unique=True)
    short_name = models.CharField(max_length=40)
    area = models.CharField(max_length=120, help_text="The area as it may appear in a published report.")
    regimes = models.JSONField(default=list, help_text="Stamps of the rule sets in use, newest first.")
    labels = models.JSONField(
        default=dict, blank=True, help_text="The board’s own names, by rule set: stages, outcomes and clocks."
    )
    clock_lengths = models.JSONField(
        default=dict, blank=True, help_text="The board’s own lengths of local clocks, by rule set."
    )
    rag_legend = models.JSONField(
        default=dict, blank=True, help_text="What red, amber, green and blue mean to this board: label and meaning."
    )
    # How many days an action may be late before those further up are told, and when it counts as near or quiet.
    remind_before = models.PositiveSmallIntegerField(
        "actions: remind the owner so many days before the target", default=14
    )
    late_to_lead = models.PositiveSmallIntegerField(
        "actions: tell the agency’s lead after so many days late", default=7
    )
    late_to_sponsor = models.PositiveSmallIntegerField(
        "actions: tell the agency’s senior person and the business manager after so many days late", default=28
    )
    late_to_chair = models.PositiveSmallIntegerField(
        "actions: tell the board’s chair after so many days late", default=56
    )
    due_soon_days = models.PositiveSmallIntegerField("actions: due soon within so many days", default=30)
    quiet_days = models.PositiveSmallIntegerField("actions: stalled after so many days without a word", default=60)
    plan_columns = models.CharField(
        max_length=12,
        choices=PlanColumns.choices,
        default=PlanColumns.TIMESCALE,
        verbose_name="action plans are exported in the columns",
    )
    days_become = models.CharField(
        max_length=12,
        choices=Days.choices,
        default=Days.MONTH,
        verbose_name="exact days in a published report become",
        help_text="A day that cannot be told in this way waits for a person.",
    )
    ages_in_years = models.CharField(
        max_length=6,
        choices=Ages.choices,
        default=Ages.DECIDE,
        verbose_name="ages in years in a published report",
        help_text="Ages told in months, weeks or days always wait for a person: a day of birth can be counted from them.",
    )
    recommendations_advised = models.PositiveSmallIntegerField(
        default=10,
        verbose_name="recommendations to a review, at most",
        help_text="Who writes more is advised against it, and may. The field’s advice is fewer.",
    )
    response_days = models.PositiveSmallIntegerField(
        default=28,
        verbose_name="days for agencies to answer a recommendation",
        help_text="Calendar days from the day on which they are asked; the date can be set otherwise each time.",
    )
    national_bodies = models.TextField(
        blank=True,
        verbose_name="other national bodies",
        help_text="To whom recommendations beyond the board’s reach are sent, beside the rule set’s own body: one on each line.",
    )
    escalation_days = models.PositiveSmallIntegerField(
        default=56,
        verbose_name="days until a national body is written to again",
        help_text="Calendar days without an answer, after which it stands in your work.",
    )
    year_begins = models.PositiveSmallIntegerField(
        "the board’s year begins in",
        choices=[(number, month_name[number]) for number in range(1, 13)],
        default=4,
        help_text="By this year the board counts and reports.",
    )
    support_text = models.TextField(
        blank=True, help_text="Where people can find support; shown beside distressing material."
    )
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.short_name or self.name

    @property
    def legend(self) -> dict[str, Colour]:
        """What each colour means to this board, red to blue."""
        return legend(self.rag_legend)


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Memberships as the policy reads them."""

    def active(self) -> MembershipQuerySet:
        """Those that have begun, have not ended, and whose person may sign in."""
        return self.filter(current(), since__lte=timezone.localdate(), user__is_active=True)


class Membership(Record):
    """One role of one person: on a whole board, or in one review; outsiders' memberships end on a date."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=30, choices=list(MEMBERSHIP_LABELS.items()))
    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    since = models.DateField(default=timezone.localdate)
    until = models.DateField(null=True, blank=True, help_text="The last day of access; empty while it has no end.")
    independence = models.TextField(
        blank=True, help_text="How the person is independent of the case, and any conflict of interest."
    )
    history = HistoricalRecords()

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["role", "user__name"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(role__in=sorted(REVIEW_ROLES)) | Q(review__isnull=False),
                name="review_roles_name_their_review",
            ),
            models.UniqueConstraint(
                fields=["board", "user", "role", "review"], name="one_membership_per_role", nulls_distinct=False
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()}"

    @property
    def ends_with_review(self) -> bool:
        """Whether it has no day on which it ends, but ends when its review closes."""
        return self.until is None and self.role in ENDING_WITH_REVIEW

    def reaches(self, review: Any) -> bool:
        """Whether this membership bears on `review`: the board's roles on all of its reviews, the others on their own."""
        return self.board_id == review.board_id and self.review_id in {None, review.pk}
