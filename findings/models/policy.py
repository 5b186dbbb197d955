"""The register of policies: whose each is, how it was changed and at whose word, who was told, and when it is looked at again."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, Max, OuterRef, Q
from simple_history.models import HistoricalRecords

from agencies.models import Agency
from findings.models.audience import Channel, Level
from findings.models.recommendation import Recommendation
from reviews.access import boards_where
from reviews.models import Board
from scr_portal.lib.records import Record


class PolicyQuerySet(models.QuerySet[Any]):
    """Policies as each person may see them, and those that something is to be done about."""

    def visible_to(self, user: Any) -> Any:
        """The whole register for who reads it; each agency its own policies."""
        board = Q(board__in=boards_where(user, "policy.see"))
        own = Q(board__in=boards_where(user, "policy.see", own=True), agency=user.agency_id or 0)
        return self.filter(board | own)

    def named(self) -> Any:
        """Those that a recommendation names and nobody has changed for it."""
        return self.filter(self.unmet_ask())

    def due(self, by: date) -> Any:
        """Those whose review is due by a day."""
        return self.filter(review_on__lte=by)

    def unapproved(self) -> Any:
        """Those with a change that nobody has approved yet."""
        return self.filter(self.waiting_change())

    def standing(self) -> Any:
        """Each with `changed_on`, the day of its latest approved change, and whether it `is_named` and `waits` for approval."""
        named, waits = self.unmet_ask(), self.waiting_change()
        return self.annotate(changed_on=Max("changes__approved_on"), is_named=named, waits=waits)

    def unmet_ask(self) -> Exists:
        """Whether a recommendation waits for a change, for a question within a question."""
        return Exists(PolicyAsk.objects.unmet().filter(policy=OuterRef("pk")))

    def waiting_change(self) -> Exists:
        """Whether a change waits for approval."""
        return Exists(PolicyChange.objects.filter(policy=OuterRef("pk"), approved_on__isnull=True))


class Policy(Record):
    """A policy or procedure of the board itself or of one agency; `edition` is the version that stands."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="policies")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="policies")
    title = models.CharField(max_length=200)
    edition = models.CharField(max_length=40, blank=True)
    reviewed_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    objects = PolicyQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["title", "pk"]
        verbose_name_plural = "policies"

    def __str__(self) -> str:
        return self.title

    @property
    def owner(self) -> str:
        """Whose it is, in words."""
        return self.agency.label if self.agency else str(self.board)

    def belongs_to(self, user: Any) -> bool:
        """Whether it is the person's agency's."""
        return bool(user.agency_id) and self.agency_id == user.agency_id

    def overdue(self, today: date) -> bool:
        """Whether it ought to have been looked at again by now."""
        return self.review_on is not None and self.review_on <= today


class PolicyChange(Record):
    """One clause as it stood and as it stands, from which version to which, and who approved it when; unapproved until then."""

    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, related_name="changes")
    clause = models.CharField(max_length=120)
    edition_before = models.CharField(max_length=40, blank=True)
    edition_after = models.CharField(max_length=40)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    approved_by = models.CharField(max_length=160, blank=True)
    approved_on = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"{self.policy}, {self.clause}"

    @property
    def board(self) -> Board:
        """The board in whose register it stands."""
        return self.policy.board

    def belongs_to(self, user: Any) -> bool:
        """Whether it is a policy of the person's agency."""
        return self.policy.belongs_to(user)


class PolicyAskQuerySet(models.QuerySet[Any]):
    """Which recommendation asks for which policy to be changed."""

    def visible_to(self, user: Any) -> Any:
        """Those of which `user` may see both the policy and the recommendation."""
        known = Recommendation.objects.visible_to(user).values("pk")
        return self.filter(policy__in=Policy.objects.visible_to(user), recommendation__in=known)

    def unmet(self) -> Any:
        """Those for which no approved change stands."""
        return self.filter(change__approved_on__isnull=True)


class PolicyAsk(Record):
    """That a recommendation names a policy, and which change answers it."""

    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, related_name="asks")
    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="policy_asks")
    change = models.ForeignKey(PolicyChange, on_delete=models.PROTECT, null=True, blank=True, related_name="asks")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    objects = PolicyAskQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["policy", "recommendation"], name="a_policy_is_named_once")
        ]

    def __str__(self) -> str:
        return f"{self.recommendation} names {self.policy}"

    @property
    def review(self):  # type: ignore[no-untyped-def]
        """The review whose recommendation it is."""
        return self.recommendation.review

    @property
    def board(self) -> Board:
        """The board in whose register the policy stands."""
        return self.policy.board

    @property
    def met(self) -> bool:
        """Whether an approved change answers it."""
        return self.change is not None and self.change.approved_on is not None


class PolicyTold(models.Model):
    """Which staff were told of a change, by which way and when; what was wrong is told again."""

    change = models.ForeignKey(PolicyChange, on_delete=models.PROTECT, related_name="told")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=12, choices=Level.choices)
    channel = models.CharField(max_length=12, choices=Channel.choices)
    told_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    append_only = ("UPDATE", "DELETE")

    class Meta:
        ordering: ClassVar = ["told_on", "pk"]
        verbose_name_plural = "told of policies"

    def __str__(self) -> str:
        return f"{self.agency.label}, {self.get_level_display().lower()}, of {self.change}"
