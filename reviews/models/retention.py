"""How long a board keeps, what holds a case, what is decided when its time has come, and what is left of what was destroyed."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from reviews.access import boards_where
from reviews.models.board import Board
from reviews.models.review import Review
from scr_portal.lib.records import Record
from scr_portal.lib.sealed_fields import SealedCharField, SealedTextField


class RetentionPeriod(models.Model):
    """A board's own period for one line of the schedule, with its reason. The newest counts; earlier ones stay."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="retention_periods")
    line = models.CharField(max_length=40)
    years = models.PositiveSmallIntegerField(null=True, help_text="Empty: for good.")
    reason = models.TextField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField(default=timezone.now)

    append_only = ("UPDATE", "DELETE")

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.line


class LegalHoldQuerySet(models.QuerySet["LegalHold"]):
    """Holds as they bear on cases."""

    def standing(self) -> LegalHoldQuerySet:
        """Those that nobody has lifted. None ends by itself."""
        return self.filter(lifted_on__isnull=True)

    def over(self, review: Review) -> LegalHoldQuerySet:
        """Those of a case, and those of its board over all of its cases."""
        return self.filter(Q(review=review) | Q(review__isnull=True, board_id=review.board_id))


class LegalHold(Record):
    """While it stands nothing of a case is destroyed; without a review: of no case of the board."""

    class Kind(models.TextChoices):
        INQUIRY = "inquiry", "Public inquiry"
        INQUEST = "inquest", "Inquest"
        CRIMINAL = "criminal", "Criminal investigation or proceedings"
        LITIGATION = "litigation", "Claim or litigation, begun or expected"
        MORATORIUM = "moratorium", "Moratorium on destruction"
        OTHER = "other", "Another reason"

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="legal_holds")
    review = models.ForeignKey(Review, on_delete=models.PROTECT, null=True, blank=True, related_name="legal_holds")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    why = SealedTextField()
    since = models.DateField()
    look_again_on = models.DateField()
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    lifted_on = models.DateField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    lifted_why = SealedTextField(blank=True)
    history = HistoricalRecords()

    objects = LegalHoldQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"Legal hold {self.pk}: {self.get_kind_display()}"

    @property
    def to_look_at(self) -> bool:
        """Whether the day has come on which somebody said it would be looked at again. It stands until it is lifted."""
        return self.lifted_on is None and self.look_again_on <= timezone.localdate()


class Decided(Record):
    """What somebody decided about what is kept, when its time has come: to keep it longer, or to destroy it. The newest counts."""

    class Choice(models.TextChoices):
        KEEP = "keep", "Keep it longer"
        DESTROY = "destroy", "Destroy it"

    choice = models.CharField(max_length=8, choices=Choice.choices)
    until = models.DateField(null=True, blank=True)
    reason = SealedTextField()
    decided_by: Any = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField(default=timezone.localdate)
    sent_back_by: Any = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    sent_back_on = models.DateField(null=True, blank=True)
    sent_back_why = SealedTextField(blank=True)

    class Meta:
        abstract = True
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_choice_display()} ({self.pk})"

    @property
    def waits(self) -> bool:
        """Whether it is a proposal to destroy that nobody has answered."""
        return self.choice == self.Choice.DESTROY and self.sent_back_on is None


class RetentionDecision(Decided):
    """What somebody decided about a case."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="retention_decisions")
    keep_library = models.BooleanField(default=True)
    history = HistoricalRecords()


class Disposal(Decided):
    """What somebody decided about a record of no case (`reviews.disposal`): of which kind, and its key; 0 for the board's own record."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="disposals")
    kind = models.CharField(max_length=20)
    key = models.PositiveBigIntegerField()
    history = HistoricalRecords()


class CertificateQuerySet(models.QuerySet["DestructionCertificate"]):
    """Certificates as each person may see them."""

    def visible_to(self, user: Any) -> CertificateQuerySet:
        """Those of the boards whose schedule the person may read."""
        return self.filter(board__in=boards_where(user, "retention.see"))


class DestructionCertificate(models.Model):
    """What is left of a case that was destroyed: which, by which rule, by whom, and how much. Nothing of what it said."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="certificates")
    review_ref = models.CharField(max_length=20)
    referral_ref = models.CharField(max_length=20, blank=True)
    rule_set = models.CharField(max_length=60)
    schedule = models.CharField(max_length=60)
    line = models.CharField(max_length=40)
    label = models.CharField(max_length=160)
    years = models.PositiveSmallIntegerField()
    counted_from = models.DateField()
    due_on = models.DateField()
    basis = models.CharField(max_length=20)
    source = models.TextField()
    reason = models.TextField()
    decided_by: Any = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField()
    confirmed_by: Any = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    destroyed_at = models.DateTimeField()
    # Kind of record → how many rows, with their earlier versions; not of what only some may know of.
    counts = models.JSONField(default=dict)
    files = models.PositiveIntegerField()
    stayed = models.JSONField(default=list)
    # Where each chain of the case ended, as `services.events.lodging` says it.
    heads = models.JSONField(default=list)
    backups_until = models.DateField(null=True)

    objects = CertificateQuerySet.as_manager()
    append_only = ("UPDATE", "DELETE")

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"Certificate {self.pk}: {self.review_ref}"

    @property
    def sha256(self) -> str:
        """The checksum over all that it says, in hex; the event of the destruction holds it too."""
        said = {field.attname: field.value_from_object(self) for field in self._meta.concrete_fields}
        said["destroyed_at"] = self.destroyed_at.timestamp()
        return hashlib.sha256(json.dumps(said, sort_keys=True, default=date.isoformat).encode()).hexdigest()


class FileToRemove(models.Model):
    """A file of a destroyed case that is still on the disk: taken away after the destruction stands, and tried again until it is gone."""

    certificate = models.ForeignKey(DestructionCertificate, on_delete=models.PROTECT, related_name="files_left")
    name = SealedCharField(max_length=400)
    tries = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"File {self.pk} of a destroyed case"
