"""Meetings at which a case is considered: who came, for which partner, what was said, and how each partner voted."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from reviews.models.review import Review
from reviews.regimes import quorum
from scr_portal.lib.records import Record


class Meeting(Record):
    """One meeting about one review: its agenda before, its minutes after, and what it recommends."""

    class Kind(models.TextChoices):
        CASE_GROUP = "case_group", "Case review group"
        RAPID = "rapid", "Rapid review meeting"
        PARTNERS = "partners", "Meeting of the statutory partners"
        BOARD = "board", "Board meeting"
        PANEL = "panel", "Review panel meeting"
        PRACTITIONERS = "practitioners", "Practitioner event or conversation"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    held_on = models.DateField()
    starts_at = models.CharField(max_length=40, blank=True)
    place = models.CharField(max_length=160, blank=True)
    led_by = models.CharField(max_length=120)
    agenda = models.TextField()
    discussion = models.TextField(blank=True)
    equality = models.TextField(blank=True)
    abuse_types = models.JSONField(default=list, blank=True)
    delay_reason = models.TextField(blank=True)
    recommended_outcome = models.CharField(max_length=40, blank=True)
    recommendation = models.TextField(blank=True)
    finished_on = models.DateField(
        null=True, blank=True, help_text="When the minutes were closed; from then on they stay."
    )
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["-held_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} on {self.held_on.day} {self.held_on:%B %Y}"

    def standing(self) -> quorum.Standing:
        """What the rule set's quorum makes of who came and how they voted."""
        ballots = [quorum.Ballot(vote.partner, vote.answer, vote.in_writing) for vote in self.votes.all()]
        return quorum.standing(self.review.rules, self.seats(), ballots)

    def seats(self) -> list[quorum.Seat]:
        """Who was to come, as the quorum counts them."""
        return [
            quorum.Seat(each.partner, each.way == Attendance.Way.THERE, bool(each.conflict))
            for each in self.attendance.all()
        ]

    def closed_to(self, user: Any) -> bool:
        """Whether what was said and voted is kept from somebody: who declared a conflict of interest in the case, at this
        meeting or another about it."""
        if self.review.rules.quorum.conflicted_see:
            return False
        case = Attendance.objects.filter(meeting__review=self.review_id, user=user)
        return case.exclude(conflict="").exists()


class Attendance(Record):
    """One person who came to a meeting, or sent apologies: for whom, in whose place, and with which conflict of interest."""

    class Way(models.TextChoices):
        THERE = "there", "Was there"
        APOLOGIES = "apologies", "Sent apologies"
        ABSENT = "absent", "Did not come"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendance")
    name = models.CharField(max_length=120)
    post = models.CharField(max_length=120, blank=True)
    partner = models.CharField(max_length=40, blank=True, help_text="A voter's key in the review's rule set, or empty.")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    way = models.CharField(max_length=12, choices=Way.choices, default=Way.THERE)
    deputy_for = models.CharField(max_length=120, blank=True)
    conflict = models.TextField(blank=True)
    conflict_handled = models.TextField(blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["pk"]
        verbose_name_plural = "attendance"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "user"], condition=Q(user__isnull=False), name="one_seat_per_person_and_meeting"
            )
        ]

    def __str__(self) -> str:
        return f"Attendance at {self.meeting}"


class Vote(Record):
    """One partner's vote at a meeting, with its reason."""

    class Answer(models.TextChoices):
        SUPPORT = quorum.SUPPORT, "Supports the recommendation"
        OPPOSE = quorum.OPPOSE, "Opposes it"
        ABSTAIN = quorum.ABSTAIN, "Abstains"
        CONFLICTED = quorum.CONFLICTED, "Does not vote: conflict of interest"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="votes")
    partner = models.CharField(max_length=40, help_text="A voter's key in the review's rule set.")
    answer = models.CharField(max_length=12, choices=Answer.choices)
    reason = models.TextField(blank=True)
    in_writing = models.BooleanField(default=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["meeting", "partner"], name="one_vote_per_partner")]

    def __str__(self) -> str:
        return f"Vote of {self.partner}"
