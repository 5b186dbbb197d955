"""Themes, and the marks that people set on entries; the entry itself is never touched."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from agencies.models import Entry
from reviews.models import Board, Review
from scr_portal.lib.records import Record


class Theme(Record):
    """One theme of a board's lists; `source` names the list and its version that it came from."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="themes")
    name = models.CharField(max_length=160)
    source = models.CharField(max_length=80, blank=True)
    active = models.BooleanField(default=True)
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["source", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["board", "name"], name="theme_once_per_board")]

    def __str__(self) -> str:
        return self.name


class Mark(Record):
    """What a reader saw in an entry: a theme, a key practice episode, a missed opportunity, good practice, or a note."""

    class Kind(models.TextChoices):
        THEME = "theme", "Theme"
        KEY_EPISODE = "key_episode", "Key practice episode"
        MISSED_OPPORTUNITY = "missed_opportunity", "Missed opportunity"
        GOOD_PRACTICE = "good_practice", "Good practice"
        NOTE = "note", "Note"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="marks")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="marks")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, null=True, blank=True, related_name="marks")
    note = models.TextField(blank=True)
    removed = models.BooleanField(default=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.theme) if self.theme_id else self.get_kind_display()
