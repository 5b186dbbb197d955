"""The papers of a board meeting, made from what was entered: how far they are, and the files."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from findings.models.report import Building
from reviews.access import boards_where
from reviews.models import Board

STOPPED = (
    "The pack was not kept: {} in it could name somebody of a people register. Change the words there and make it again, "
    "or make it without words."
)


class BoardPackQuerySet(models.QuerySet["BoardPack"]):
    """Packs as each person may see them."""

    def visible_to(self, user: Any) -> BoardPackQuerySet:
        """Those of the boards whose whole plan `user` may read."""
        return self.filter(board__in=boards_where(user, "whole_plan.see"))


class PaperBuild(Building):
    """One making of a paper as Word and PDF of the same words: its files, or why there are none."""

    KINDS: ClassVar = {"docx": "Word", "pdf": "PDF"}

    suspicions = models.JSONField(default=list, blank=True)
    docx = models.FileField(upload_to="packs/", max_length=200, blank=True)
    docx_sha256 = models.CharField(max_length=64, blank=True)
    pdf = models.FileField(upload_to="packs/", max_length=200, blank=True)
    pdf_sha256 = models.CharField(max_length=64, blank=True)

    class Meta(Building.Meta):
        abstract = True

    @property
    def ready(self) -> bool:
        """Whether its files can be taken."""
        return bool(self.docx and self.pdf)


class BoardPack(PaperBuild):
    """One making of a board's pack. The portal writes it, nobody types into it."""

    of: ClassVar = "board"

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="packs")
    since = models.DateField(null=True, blank=True, help_text="The meeting from which on it says what has changed.")
    worded = models.BooleanField(default=True, help_text="Whether actions stand in their own words, or as references.")
    taken_at = models.DateTimeField(null=True, blank=True)

    objects = BoardPackQuerySet.as_manager()

    def __str__(self) -> str:
        return f"Board pack of {self.asked_at:%Y-%m-%d}"

    @property
    def stopped(self) -> str:
        """Why no file was kept, in one sentence; nothing where the scan found nothing."""
        number = len(self.suspicions)
        places = f"{number} place{'' if number == 1 else 's'}"
        return STOPPED.format(places) if number else ""
