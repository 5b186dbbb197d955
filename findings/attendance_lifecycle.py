"""What may follow what in an attendance sheet that is counted."""

from __future__ import annotations

from django.db import models

from reviews.workflow import Lifecycle, Move


class AttendanceFileStatus(models.TextChoices):
    PREVIEW = "preview", "Waiting for you to check it"
    IMPORTED = "imported", "Counted"
    UNDONE = "undone", "Undone"
    DISCARDED = "discarded", "Discarded"


S = AttendanceFileStatus

ATTENDANCE_LIFECYCLE = Lifecycle(
    field="status",
    moves=(
        Move("confirm", (S.PREVIEW,), S.IMPORTED, "training.keep", "Count these rows"),
        Move("discard", (S.PREVIEW,), S.DISCARDED, "training.keep", "Discard this file"),
        Move("undo", (S.IMPORTED,), S.UNDONE, "training.keep", "Undo this count"),
    ),
)
