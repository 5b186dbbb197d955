"""What may follow what: requests to agencies and the files they upload."""

from __future__ import annotations

from django.db import models

from reviews.workflow import Lifecycle, Move


class RequestStatus(models.TextChoices):
    SENT = "sent", "Sent"
    IN_PROGRESS = "in_progress", "In progress"
    WITH_SENIOR = "with_senior", "Waiting for sign-off"
    SENT_BACK = "sent_back", "Sent back"
    RETURNED = "returned", "Returned"


S = RequestStatus
# Nothing more is awaited: the return is in.
SETTLED = (S.RETURNED,)


def something_to_submit(request) -> str | None:  # type: ignore[no-untyped-def]
    """A return holds entries or a report, or says that there is nothing."""
    if request.nil_return or request.entries.exists() or request.report_begun():
        return None
    return "There is nothing in this return yet: upload a chronology, write the report, or make a nil return."


def no_line_left(request) -> str | None:  # type: ignore[no-untyped-def]
    """What was typed is either part of the return or not there: nothing stays behind without anybody noticing."""
    if waiting := request.drafts.filter(batch=None).count():
        lines = "1 typed line is no entry yet" if waiting == 1 else f"{waiting} typed lines are no entries yet"
        return f"{lines}: make entries of what belongs in the return, and empty the others."
    return None


REQUEST_LIFECYCLE = Lifecycle(
    field="status",
    moves=(
        Move("start", (S.SENT, S.SENT_BACK), S.IN_PROGRESS, "request.write", "Start the return"),
        Move(
            "submit",
            (S.SENT, S.IN_PROGRESS, S.SENT_BACK),
            S.WITH_SENIOR,
            "request.submit",
            "Pass on for sign-off",
            (something_to_submit, no_line_left),
        ),
        Move("take_back", (S.WITH_SENIOR,), S.IN_PROGRESS, "request.submit", "Take back to change it"),
        Move("sign_off", (S.WITH_SENIOR,), S.RETURNED, "request.sign_off", "Sign off and return"),
        Move("decline", (S.WITH_SENIOR,), S.SENT_BACK, "request.sign_off", "Send back to the author"),
        Move("send_back", (S.RETURNED,), S.SENT_BACK, "request.extend", "Send back to the agency"),
    ),
)


class UploadStatus(models.TextChoices):
    READING = "reading", "Being read"
    PREVIEW = "preview", "Waiting for you to check it"
    IMPORTED = "imported", "Imported"
    UNDONE = "undone", "Undone"
    DISCARDED = "discarded", "Discarded"
    REFUSED = "refused", "Could not be read"


U = UploadStatus

UPLOAD_LIFECYCLE = Lifecycle(
    field="status",
    moves=(
        Move("read", (U.READING,), U.PREVIEW, "request.write", "Show its rows"),
        Move("refuse", (U.READING,), U.REFUSED, "request.write", "Turn this file away"),
        Move("confirm", (U.PREVIEW,), U.IMPORTED, "request.write", "Import these rows"),
        Move("discard", (U.PREVIEW, U.REFUSED), U.DISCARDED, "request.write", "Discard this file"),
        Move("undo", (U.IMPORTED,), U.UNDONE, "request.write", "Undo this import"),
    ),
)
