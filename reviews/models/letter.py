"""Letters and notices: what was written, to whom, by what way it went, and the board's own letterhead."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from reviews.models.board import Board
from reviews.models.people import Person
from reviews.models.review import Review
from scr_portal.lib.records import Record


def letterhead_path(letterhead: Letterhead, filename: str) -> str:
    """Where a letterhead is kept: by its checksum, never by the name that it came with."""
    return f"letterheads/{letterhead.board_id}/{letterhead.sha256}"


def letter_path(letter: Letter, filename: str) -> str:
    """Where a letter is kept as it was sent."""
    return f"letters/{letter.review_id}/{letter.sha256}"


class Letterhead(Record):
    """A Word document of the board's own with merge fields, for one kind of letter or for all that have none of their own;
    the newest that is not retired is used."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="letterheads")
    file = models.FileField(upload_to=letterhead_path, max_length=200)
    filename = models.CharField(max_length=200)
    letter = models.CharField(
        max_length=40, blank=True, help_text="The key of the letter that it is for; empty: for all."
    )
    sha256 = models.CharField(max_length=64)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    retired_on = models.DateField(null=True, blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return self.filename

    @classmethod
    def of(cls, letter: Letter) -> Letterhead | None:
        """What a letter is written on: the board's own for this kind of letter, else its own for all, else None."""
        used = cls._default_manager.filter(board=letter.review.board_id, retired_on=None, letter__in=("", letter.key))
        return used.order_by("letter", "pk").last()


class Letter(Record):
    """One letter about one review: a draft until it is sent, and from then on as it was sent."""

    class Way(models.TextChoices):
        SECURE_EMAIL = "secure_email", "Secure e-mail"
        POST = "post", "Post"
        BY_HAND = "by_hand", "By hand"
        IN_PERSON = "in_person", "Read or given at a meeting"
        PHONE = "phone", "By telephone, then confirmed"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="letters")
    key = models.CharField(max_length=40, help_text="The letter's key in the review's rule set.")
    label = models.CharField(max_length=160)
    to = models.CharField(max_length=40, help_text="The kind of recipient, such as family or coroner.")
    recipient = models.CharField(max_length=160)
    people = models.ManyToManyField(Person, blank=True, related_name="letters")
    address = models.TextField(blank=True)
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    subject = models.CharField(max_length=300)
    text = models.TextField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sent_on = models.DateField(null=True, blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    way = models.CharField(max_length=20, choices=Way.choices, blank=True)
    told = models.TextField(blank=True, help_text="What was said beside the letter.")
    file = models.FileField(upload_to=letter_path, max_length=200, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    history = HistoricalRecords(m2m_fields=[people])

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"{self.label}, {self.review.ref}"
