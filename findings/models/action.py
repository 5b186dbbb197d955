"""What agencies do about recommendations: actions, milestones, reports of progress, and whether anything changed."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from agencies.models import Agency
from findings.lifecycle import ActionStatus
from findings.models.recommendation import Planned, Recommendation
from findings.models.standing import standing_case
from findings.standing_of_actions import Facts, Stood, stands
from reviews.access import boards_where
from reviews.models import Review
from scr_portal.lib.records import Record


class ActionQuerySet(Planned):
    """Actions follow their recommendation's review and their own agency."""

    to_review = "recommendation__review"
    to_agency = "agency"
    several = False

    def reportable_by(self, user: Any) -> Any:
        """Those on which `user` may report: of a whole board, or of their own agency."""
        review = f"{self.to_review}__board__in"
        own = Q(**{review: boards_where(user, "action.update", own=True)}) & Q(agency=user.agency_id or 0)
        return self.visible_to(user).filter(Q(**{review: boards_where(user, "action.update")}) | own)

    def unfinished(self) -> Any:
        """Those that still wait for their agency."""
        return self.filter(status__in=ActionStatus.unfinished())

    def overdue(self, today: date) -> Any:
        """Those past their target that are not done."""
        return self.unfinished().filter(target_on__lt=today)

    def with_standing(self, today: date) -> Any:
        """Each with `standing`, the key of where it stands by its dates and reports (findings.standing_of_actions)."""
        return self.annotate(standing=standing_case(today, Milestone.objects.all()))

    def retest_due(self, today: date) -> Any:
        """Those whose impact is to be tested, or tested again, by `today`."""
        finished = (ActionStatus.ASSURED, ActionStatus.CLOSED)
        return self.filter(retest_on__lte=today, status__in=finished)


class Action(Record):
    """What one agency does about a recommendation, by when, and who answers for it."""

    class Rag(models.TextChoices):
        RED = "red", "Red"
        AMBER = "amber", "Amber"
        GREEN = "green", "Green"
        BLUE = "blue", "Blue"

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="actions")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="actions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    # The owner signs in and reports; who leads and who sponsors may be people without an account: name and post.
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="actions_owned"
    )
    lead_person = models.CharField(max_length=160, blank=True)
    sponsor = models.CharField("executive sponsor", max_length=160, blank=True, db_index=True)
    start_on = models.DateField(null=True, blank=True)
    target_on = models.DateField()
    status = models.CharField(max_length=20, choices=ActionStatus.choices, default=ActionStatus.PLANNED)
    rag = models.CharField(max_length=8, choices=Rag.choices, blank=True)
    # The day on which its agency says that it was done.
    done_on = models.DateField(null=True, blank=True)
    # The day of the last report, kept here so that a board's whole plan can be asked for what has gone quiet.
    last_word_on = models.DateField(null=True, blank=True)
    assured_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    assured_on = models.DateField(null=True, blank=True)
    assurance_note = models.TextField(blank=True)
    # The day on which its impact is to be tested, or tested again.
    retest_on = models.DateField(null=True, blank=True)
    history = HistoricalRecords()

    objects = ActionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["recommendation__number", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["recommendation", "number"], name="one_action_per_number")
        ]

    def __str__(self) -> str:
        return f"Action {self.recommendation.number}.{self.number}"

    @property
    def review(self) -> Review:
        """The review that it came from."""
        return self.recommendation.review

    @property
    def board(self):  # type: ignore[no-untyped-def]
        """The board that assures it."""
        return self.review.board

    @property
    def first_target_on(self) -> date:
        """The target that was set at first, however often it was moved since."""
        moved = min(self.target_revisions.all(), key=lambda each: each.pk, default=None)
        return moved.from_on if moved else self.target_on

    def belongs_to(self, user: Any) -> bool:
        """Whether it is the person's agency that acts."""
        return bool(user.agency_id) and self.agency_id == user.agency_id

    def stands(self, today: date) -> Stood:
        """Where it stands on `today` by its dates and reports, and why; reads its milestones and its board."""
        missed = [each.due_on for each in self.milestones.all() if each.done_on is None]
        facts = Facts(
            status=self.status,
            target_on=self.target_on,
            heard_on=self.last_word_on or self.start_on or timezone.localdate(self.created_at),
            start_on=self.start_on,
            missed_on=min(missed, default=None),
            retest_on=self.retest_on,
            reported=self.last_word_on is not None,
            done_on=self.done_on,
        )
        return stands(facts, today, soon=self.board.due_soon_days, quiet=self.board.quiet_days)

    def overdue(self, today: date) -> bool:
        """Whether it is past its target and not done."""
        return self.target_on < today and self.status in ActionStatus.unfinished()


class OfAction(models.QuerySet[Any]):
    """What hangs on an action, for those who may see the action."""

    def visible_to(self, user: Any) -> Any:
        """Those on actions that `user` may see."""
        return self.filter(action__in=Action.objects.visible_to(user))


class Milestone(Record):
    """A step on the way of an action, with its day, and the day on which it was reached."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="milestones")
    text = models.TextField()
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    history = HistoricalRecords()

    objects = OfAction.as_manager()

    class Meta:
        verbose_name = "milestone of an action"
        verbose_name_plural = "milestones of actions"
        ordering: ClassVar = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.text

    @property
    def review(self) -> Review:
        """The review that its action came from."""
        return self.action.review


class TargetRevision(models.Model):
    """One move of an action's target, with the reason; written once, so that the first target stays in sight."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="target_revisions")
    from_on = models.DateField()
    to_on = models.DateField()
    reason = models.TextField()
    revised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    revised_at = models.DateTimeField(auto_now_add=True)

    append_only = ("UPDATE", "DELETE")

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.from_on} → {self.to_on}"


class ActionUpdate(models.Model):
    """One report of progress; written once. Its evidence stands in `files`."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="updates")
    note = models.TextField()
    rag = models.CharField(max_length=8, choices=Action.Rag.choices, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(auto_now_add=True)

    append_only = ("UPDATE", "DELETE")

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"Progress on {self.action}"


class EvidenceFile(models.Model):
    """One file that shows what an update says; kept under its own digest, never changed."""

    update = models.ForeignKey(ActionUpdate, on_delete=models.PROTECT, related_name="files")
    file = models.FileField(upload_to="evidence/", max_length=200)
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)

    append_only = ("UPDATE", "DELETE")

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def action(self) -> Action:
        """The action that it is evidence for."""
        return self.update.action


class CriticalFriendComment(models.Model):
    """What somebody who does not act on it themselves asks or says about an action; written once."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="comments")
    text = models.TextField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(auto_now_add=True)

    append_only = ("UPDATE", "DELETE")

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"Critical friend on {self.action}"


class Impact(Record):
    """Whether an action made the difference it was meant to: measure, baseline, result, and the day it was tested."""

    class Shown(models.TextChoices):
        YES = "yes", "It made the difference"
        PARTLY = "partly", "It made some difference"
        NO = "no", "It made no difference yet"

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="impacts")
    measure = models.TextField()
    baseline = models.TextField(blank=True)
    result = models.TextField()
    shown = models.CharField(max_length=10, choices=Shown.choices)
    tested_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["-tested_on", "-pk"]

    @property
    def review(self) -> Review:
        """The review that it came from."""
        return self.action.review
