"""Work of the agencies that is done off the request."""

from __future__ import annotations

from contextlib import suppress

from celery import shared_task

from agencies.lifecycle import UploadStatus
from agencies.models import Upload, User
from agencies.services import reminder, support
from reviews.access import allowed
from reviews.workflow import MoveRefused


@shared_task
def remind() -> int:
    """Remind agencies of the returns that they are asked for, and tell the chair of those that do not come."""
    return reminder.remind_all()


@shared_task
def remind_of_support() -> int:
    """Tell support leads when a point of a review comes at which support is to be offered."""
    return support.remind_all()


@shared_task
def read_upload(upload_pk: int, user_pk: int) -> None:
    """Read a file that was handed in. Safe to run twice: who comes second finds it read, and leaves it as it is.

    That of somebody who may write the return no more is left as well: it waits for a colleague.
    """
    from agencies.services.reading import read_kept  # The verbs hand out tasks: each would import the other.

    upload = Upload.objects.select_related("request__review__board", "request__agency").get(pk=upload_pk)
    by = User.objects.get(pk=user_pk)
    if upload.status == UploadStatus.READING and allowed(by, "request.write", upload.request):
        with suppress(MoveRefused):
            read_kept(by=by, upload=upload)


@shared_task
def read_stopped() -> int:
    """Have files read of which no worker was told, or whose worker was killed; gives how many. Safe to run twice.

    Those that wait for a colleague of whoever handed them in are left to them.
    """
    waiting = (
        Upload.objects.filter(status=UploadStatus.READING).defer("parsed").select_related("uploaded_by", "request")
    )
    stopped = [each for each in waiting if each.stopped and allowed(each.uploaded_by, "request.write", each.request)]
    for upload in stopped:
        read_upload.delay(upload.pk, upload.uploaded_by_id)
    return len(stopped)
