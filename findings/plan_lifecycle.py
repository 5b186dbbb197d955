"""What may follow what in the file of an action plan that is imported."""

from __future__ import annotations

from django.db import models

from reviews.workflow import Lifecycle, Move


class PlanFileStatus(models.TextChoices):
    READING = "reading", "Being read"
    PREVIEW = "preview", "Waiting for you to check it"
    IMPORTED = "imported", "Imported"
    UNDONE = "undone", "Undone"
    DISCARDED = "discarded", "Discarded"
    REFUSED = "refused", "Could not be read"


P = PlanFileStatus

PLAN_FILE_LIFECYCLE = Lifecycle(
    field="status",
    moves=(
        Move("read", (P.READING,), P.PREVIEW, "action.set", "Show its rows"),
        Move("refuse", (P.READING,), P.REFUSED, "action.set", "Turn this file away"),
        Move("confirm", (P.PREVIEW,), P.IMPORTED, "action.set", "Import these rows"),
        Move("discard", (P.PREVIEW, P.REFUSED), P.DISCARDED, "action.set", "Discard this file"),
        Move("undo", (P.IMPORTED,), P.UNDONE, "action.set", "Undo this import"),
    ),
)
