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
    REFUSED = "refused", "Refused by the agency"
    WITHDRAWN = "withdrawn", "Withdrawn by the board"


S = RequestStatus
# Nothing more is awaited: the return is in, the agency will not answer, or the board asks no more.
SETTLED = (S.RETURNED, S.REFUSED, S.WITHDRAWN)
AWAITED = tuple(state for state in S if state not in SETTLED)


def something_to_submit(request) -> str | None:  # type: ignore[no-untyped-def]
    """A return holds entries or a report, or says that there is nothing."""
    answered = request.questions.exclude(answer="").exists()
    if request.nil_return or request.entries.exists() or request.report_begun() or answered:
        return None
    return "There is nothing in this return yet: upload a chronology, write the report, or make a nil return."


def no_line_left(request) -> str | None:  # type: ignore[no-untyped-def]
    """What was typed is either part of the return or not there: nothing stays behind without anybody noticing."""
    if waiting := request.drafts.filter(batch=None).count():
        lines = "1 typed line is no entry yet" if waiting == 1 else f"{waiting} typed lines are no entries yet"
        return f"{lines}: make entries of what belongs in the return, and empty the others."
    return None


def every_question_is_answered(request) -> str | None:  # type: ignore[no-untyped-def]
    """What was asked in so many words is answered in so many words; a nil return answers all."""
    waiting = 0 if request.nil_return else request.questions.filter(answer="").count()
    if not waiting:
        return None
    said = "1 question has" if waiting == 1 else f"{waiting} questions have"
    return f"{said} no answer yet: answer each one, even if the answer is that your agency does not know."


def no_later_round_is_open(request) -> str | None:  # type: ignore[no-untyped-def]
    """One request at a time to one agency in a review."""
    others = type(request).objects.awaited().filter(review=request.review_id, agency=request.agency_id)
    if not others.exclude(pk=request.pk).exists():
        return None
    return "This agency has been asked again meanwhile: withdraw that request first, or put the question there."


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
            (something_to_submit, no_line_left, every_question_is_answered),
        ),
        Move("take_back", (S.WITH_SENIOR,), S.IN_PROGRESS, "request.submit", "Take back to change it"),
        Move("sign_off", (S.WITH_SENIOR,), S.RETURNED, "request.sign_off", "Sign off and return"),
        Move("decline", (S.WITH_SENIOR,), S.SENT_BACK, "request.sign_off", "Send back to the author"),
        Move(
            "send_back",
            (S.RETURNED,),
            S.SENT_BACK,
            "request.extend",
            "Send back to the agency",
            (no_later_round_is_open,),
        ),
        Move("refuse", (S.SENT, S.IN_PROGRESS, S.SENT_BACK), S.REFUSED, "request.refuse", "Refuse to answer"),
        Move("withdraw", AWAITED, S.WITHDRAWN, "request.withdraw", "Withdraw the request"),
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
