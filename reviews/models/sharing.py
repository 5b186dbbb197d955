"""What one board gives another to read, by both boards' word: their learning, or one review; and who reads that review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from reviews.access import boards_where
from reviews.models.board import Board, Membership
from reviews.models.review import Review
from reviews.policy import ROLE_LABELS, Role
from scr_portal.lib.records import Record
from scr_portal.lib.sealed_fields import SealedTextField

# Who may read another board's review for their own board: those who govern its reviews, and nobody of an agency.
READING = (Role.BOARD_CHAIR, Role.BUSINESS_MANAGER, Role.REVIEW_CHAIR, Role.PANEL_MEMBER)


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody of another board who reads one review, as a membership says it of the board's own people."""

    sharing: Sharing
    user: Any
    since: date
    until: date | None
    role: str = Role.GUEST
    ends_with_review: bool = False

    @property
    def user_id(self) -> int:
        """Whose rights these are."""
        return int(self.user.pk)

    @property
    def active(self) -> bool:
        """Whether they read it today."""
        today = timezone.localdate()
        return self.user.is_active and self.since <= today and (self.until is None or self.until >= today)

    def reaches(self, review: Any) -> bool:
        """Whether it bears on `review`."""
        return bool(self.sharing.review_id == review.pk)

    def get_role_display(self) -> str:
        """The role, with the two boards' word that it rests on."""
        return f"{ROLE_LABELS[Role.GUEST]} ({self.sharing.agreed})"


class SharingQuerySet(models.QuerySet["Sharing"]):
    """What boards share, as each person may see it."""

    def visible_to(self, user: Any) -> SharingQuerySet:
        """What the boards share of which the person may read it, on either side."""
        boards = boards_where(user, "sharing.see")
        return self.filter(Q(board__in=boards) | Q(to_board__in=boards))

    def of(self, board: Board) -> SharingQuerySet:
        """What a board shares, whichever side it is on."""
        return self.filter(Q(board=board) | Q(to_board=board))

    def waiting(self) -> SharingQuerySet:
        """Offers that nobody answered and nobody took back, and that have not run out."""
        return self.filter(self._not_past(), answered_on__isnull=True)

    def standing(self) -> SharingQuerySet:
        """What both boards agreed on, and neither has ended."""
        return self.filter(self._not_past(), accepted=True)

    @staticmethod
    def _not_past() -> Q:
        return Q(ended_on__isnull=True) & (Q(until__isnull=True) | Q(until__gte=timezone.localdate()))

    def learning_of(self, user: Any) -> set[int]:
        """The keys of the boards whose learning a person reads: their own, and those that share it with these."""
        own = {*boards_where(user, "board.see")}
        both = self.standing().filter(Q(board__in=own) | Q(to_board__in=own), review__isnull=True)
        return own.union(*both.order_by().values_list("board_id", "to_board_id"))

    def guests(self) -> Iterator[Guest]:
        """Who reads, or read, the reviews that were given: the people whom the other board named.

        Each for as long as the sharing stands and they govern reviews of their own board themselves.
        """
        rows = self.filter(accepted=True, review__isnull=False).prefetch_related("readers__agency")
        given = [*rows.select_related("to_board", "offered_by", "answered_by")]
        held = Membership.objects.filter(board__in={each.to_board_id for each in given}, role__in=READING)
        for sharing in given:
            for reader in sharing.readers.all():
                own = [each.until for each in held if (each.user_id, each.board_id) == (reader.pk, sharing.to_board_id)]
                ends = [day for day in (sharing.last_day, _latest(own)) if day]
                if own and sharing.answered_on:
                    yield Guest(sharing, reader, sharing.answered_on, min(ends, default=None))


def _latest(days: list[date | None]) -> date | None:
    """The latest of several last days; None for no end."""
    return None if None in days else max(filter(None, days), default=None)


class Sharing(Record):
    """One board's offer to another, and the answer. Without a review: what both learned, each to the other."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="offered")
    to_board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="received")
    review = models.ForeignKey(Review, on_delete=models.PROTECT, null=True, blank=True, related_name="sharings")
    until = models.DateField(null=True, blank=True, help_text="The last day; empty for learning that has no end.")
    why = SealedTextField()
    offered_by: Any = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    offered_on = models.DateField(default=timezone.localdate)
    accepted = models.BooleanField(null=True)
    answered_by: Any = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    answered_on = models.DateField(null=True, blank=True)
    declined_why = SealedTextField(blank=True)
    readers = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="+")
    ended_by: Any = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    ended_on = models.DateField(null=True, blank=True)
    ended_why = SealedTextField(blank=True)
    history = HistoricalRecords(m2m_fields=[readers])

    objects = SharingQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-pk"]
        verbose_name = "sharing with another board"
        verbose_name_plural = "sharings with other boards"

    def __str__(self) -> str:
        return f"Sharing {self.pk}: {self.board} and {self.to_board}"

    @property
    def agreed(self) -> str:
        """Both boards' word, in one sentence's part."""
        offered, answered = _said(self.offered_on), _said(self.answered_on) if self.answered_on else "never"
        return f"of {self.to_board}: offered by {self.offered_by} on {offered}, accepted by {self.answered_by} on {answered}"

    @property
    def last_day(self) -> date | None:
        """The last day on which anything is read by it; None while there is none."""
        ended = self.ended_on - timedelta(days=1) if self.ended_on else None
        return min([day for day in (self.until, ended) if day], default=None)

    @property
    def past(self) -> bool:
        """Whether its last day is over, or somebody has ended it."""
        return bool(self.ended_on or (self.until and self.until < timezone.localdate()))

    @property
    def waits(self) -> bool:
        """Whether it is an offer that can be answered."""
        return self.answered_on is None and not self.past

    @property
    def stands(self) -> bool:
        """Whether both boards agreed on it, and it has not ended."""
        return bool(self.accepted) and not self.past

    @property
    def state(self) -> str:
        """Where it stands, in a few words."""
        if self.ended_on:
            return "Ended" if self.accepted else "Taken back"
        if self.answered_on and not self.accepted:
            return "Declined"
        if self.past:
            return "Run out"
        return "Agreed" if self.accepted else "Waiting for an answer"


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
