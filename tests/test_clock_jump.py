"""The machine's clock is set back or forward while people work: the record holds, and nothing is sent twice or forgotten."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.utils import timezone

from agencies.models import Upload
from agencies.services import reminder
from reviews.models import Event, Message
from reviews.services import message
from reviews.services.events import record, verify
from tests import make


@contextmanager
def set_by(**by: int) -> Iterator[None]:
    """The clock, set by so much."""
    ahead, now, seconds = timedelta(**by), timezone.now, time.time
    with (
        patch("django.utils.timezone.now", lambda: now() + ahead),
        patch("time.time", lambda: seconds() + ahead.total_seconds()),
    ):
        yield


def test_the_record_keeps_its_order_and_holds(board: make.World) -> None:
    review, written = make.review(board), []
    for days in (0, 3, -3, 400, 0):
        with set_by(days=days):
            written.append(record(board.manager, "review.looked_at", review))
    assert [each.number for each in written] == [1, 2, 3, 4, 5]
    assert [*Event.objects.filter(chain=written[0].chain).order_by("number").values_list("pk", flat=True)] == [each.pk for each in written]  # fmt: skip
    assert list(verify()) == []


def test_a_reminder_goes_once_however_the_clock_is_set(board: make.World) -> None:
    asked = make.request(board, make.review(board), board.police, due_on=timezone.localdate() - timedelta(days=1))
    counted = []
    for _ in range(2):
        for days in (0, -30, 2, -1, 0):
            with set_by(days=days):
                reminder.remind_all()
        counted.append(Message.objects.filter(about=f"request-{asked.pk}").count())
    assert counted[0] > 0
    assert counted[1] == counted[0]


def test_a_letter_that_was_queued_by_a_clock_ahead_is_sent_when_it_is_set_right(
    board: make.World, mailoutbox: list[Any]
) -> None:
    with set_by(days=2):
        message.queue(key="one", kind="k", subject="s", text="t", to=board.manager, board=board.board)
    assert (message.send_waiting(), message.send_waiting(), len(mailoutbox)) == (1, 0, 1)


def test_a_file_whose_reading_began_by_a_clock_ahead_is_read_when_it_is_set_right(board: make.World) -> None:
    asked = make.request(board, make.review(board), board.police)
    with set_by(days=2):
        upload = Upload(request=asked, filename="log.csv", size=1, uploaded_by=board.police_author, reading_since=timezone.now())  # fmt: skip
        assert not upload.stopped
    assert upload.stopped


@pytest.mark.parametrize("hours", [3, -3])
def test_a_sign_in_ends_in_time_after_the_clock_was_set(
    board: make.World, signed_in: Any, settings: Any, hours: int
) -> None:
    client = signed_in(board.manager)
    with set_by(hours=hours):
        answered = client.get("/reviews/").status_code
        assert answered == (302 if hours > 0 else 200)
    with set_by(hours=hours, seconds=settings.SESSION_IDLE + 1):
        assert client.get("/reviews/").status_code == 302
