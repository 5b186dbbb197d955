"""A file is read off the request: it is waited for, it may fail, and it is never read into a return twice."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from agencies import tasks
from agencies.models import Entry, Request, Upload
from agencies.services import reading, row
from agencies.services import upload as verbs
from reviews.models import Event
from scr_portal.lib.records import Refused
from tests import make

ROWS = "Date,What happened,Kept by\n27/03/2019,Seen at home.,Kim\n28/03/2019,Letter sent.,Kim\n"
AMERICAN = "Date,What happened\n03/27/2019,Seen at home.\n04/05/2019,Letter sent.\n03/28/2019,Rang.\n"


@pytest.fixture
def asked(board: make.World) -> Request:
    """The police are asked, and Kim Doyle is to write."""
    return make.request(board, make.review(board), board.police, author=board.police_author)


def handed_in(board: make.World, asked: Request, text: str = ROWS) -> Upload:
    return verbs.receive(by=board.police_author, request=asked, file=SimpleUploadedFile("ours.csv", text.encode()))


@pytest.fixture
def waiting(board: make.World, asked: Request) -> Upload:
    """A file that was handed in, and that no worker has taken yet."""
    with patch("agencies.tasks.read_upload.delay"):
        return handed_in(board, asked)


def test_who_hands_in_a_file_waits_for_it_on_a_page_that_looks_again_by_itself(
    board: make.World, asked: Request, signed_in: Any
) -> None:
    client = signed_in(board.police_author)
    with patch("agencies.tasks.read_upload.delay"):
        files = [SimpleUploadedFile(f"{n}.csv", ROWS.encode()) for n in (1, 2)]
        said = client.post(f"/agencies/request/{asked.pk}/upload/new/", {"file": files}, follow=True).content.decode()
    assert "0 of 2 files read" in said
    assert 'hx-trigger="every 2s"' in said
    assert "Look again" in said
    first, second = asked.uploads.order_by("pk")
    assert client.get(f"/agencies/upload/{first.pk}/preview/", follow=True).redirect_chain[-1][0].endswith("/upload/")
    assert "A file is being read" in client.get("/").content.decode()
    tasks.read_upload(first.pk, board.police_author.pk)
    assert "1 of 2 files read" in client.get(f"/agencies/request/{asked.pk}/upload/").content.decode()
    tasks.read_upload(second.pk, board.police_author.pk)
    said = client.get(f"/agencies/request/{asked.pk}/upload/").content.decode()
    assert "every 2s" not in said
    assert "Check the rows of a file and import them" in client.get("/").content.decode()


def test_a_task_that_comes_twice_leaves_what_was_read(board: make.World, waiting: Upload) -> None:
    for _ in range(2):
        tasks.read_upload(waiting.pk, board.police_author.pk)
    waiting.refresh_from_db()
    assert (waiting.status, len(waiting.parsed["rows"])) == ("preview", 2)
    assert Event.objects.filter(verb="upload.read").count() == 1
    verbs.confirm(by=board.police_author, upload=waiting)
    tasks.read_upload(waiting.pk, board.police_author.pk)
    assert Entry.objects.count() == 2


def test_a_worker_that_died_leaves_a_file_that_can_be_read_again(
    board: make.World, waiting: Upload, signed_in: Any, django_capture_on_commit_callbacks: Any
) -> None:
    with pytest.raises(Refused, match="need not be read again"):
        reading.read_again(by=board.police_author, upload=waiting)
    Upload.objects.filter(pk=waiting.pk).update(reading_since=timezone.now() - timedelta(minutes=6))
    client, listed = signed_in(board.police_lead), f"/agencies/request/{waiting.request_id}/upload/"
    said = client.get(listed).content.decode()
    assert "Reading stopped" in said
    assert "Read it again" in said
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/agencies/upload/{waiting.pk}/again/")
    waiting.refresh_from_db()
    assert waiting.status == "preview"


def test_a_file_whose_sender_writes_the_return_no_more_waits_for_a_colleague(
    board: make.World, waiting: Upload, signed_in: Any
) -> None:
    Upload.objects.filter(pk=waiting.pk).update(reading_since=timezone.now() - timedelta(minutes=6))
    listed, waits = f"/agencies/request/{waiting.request_id}/upload/", "It waits for a colleague to have it read."
    assert waits not in signed_in(board.police_lead).get(listed).content.decode()
    board.police_author.memberships.update(until=timezone.localdate() - timedelta(days=1))
    make.project(board.board)
    with patch("agencies.tasks.read_upload.delay") as told:
        assert tasks.read_stopped() == 0
    assert not told.called
    tasks.read_upload(waiting.pk, board.police_author.pk)
    waiting.refresh_from_db()
    assert (waiting.status, Event.objects.filter(verb="upload.read").count()) == ("reading", 0)
    assert waits in signed_in(board.police_lead).get(listed).content.decode()
    tasks.read_upload(waiting.pk, board.police_lead.pk)
    waiting.refresh_from_db()
    assert waiting.status == "preview"


def test_a_file_that_cannot_be_read_says_why_and_is_not_kept(board: make.World, asked: Request, signed_in: Any) -> None:
    with patch("agencies.tasks.read_upload.delay"):
        kept = handed_in(board, asked, "Name,Phone\nA,1\n")
    tasks.read_upload(kept.pk, board.police_author.pk)
    kept.refresh_from_db()
    client = signed_in(board.police_author)
    assert kept.refusal in client.get(f"/agencies/request/{asked.pk}/upload/").content.decode()
    assert client.get(f"/agencies/upload/{kept.pk}/download/").status_code == 404
    client.post(f"/agencies/upload/{kept.pk}/discard/")
    kept.refresh_from_db()
    assert kept.status == "discarded"


def test_every_row_of_a_file_is_accounted_for(board: make.World, asked: Request, signed_in: Any) -> None:
    text = "Police chronology,,\n,,\nDate,What happened,Kept by\nMARCH 2019,,\n27/03/2019,Seen at home.,Kim\n31/02/2019,No such day.,Kim\nTotal,2,\nPage 1 of 1,,\n"
    received = handed_in(board, asked, text)
    found = reading.accounted(received.parsed)
    assert found == {"all": 7, "told": 2, "entries": 2, "others": 5}
    said = signed_in(board.police_author).get(f"/agencies/upload/{received.pk}/preview/?show=skipped").content.decode()
    assert "This file holds 7 rows in which something stands: 2 tell what happened, and 5 are no entries" in said
    assert "A line that names the period of the rows below it: 1" in said


def test_a_column_that_puts_the_month_first_is_asked_about_once_before_anything_is_imported(
    board: make.World, asked: Request, signed_in: Any
) -> None:
    received, client = handed_in(board, asked, AMERICAN), signed_in(board.police_author)
    with pytest.raises(Refused, match="in which order"):
        verbs.confirm(by=board.police_author, upload=received)
    assert "seem to put the month first" in client.get(f"/agencies/upload/{received.pk}/preview/").content.decode()
    assert (
        client.post(f"/agencies/upload/{received.pk}/order/1/", {}, follow=True)
        .content.decode()
        .count("Choose the order")
    )
    client.post(f"/agencies/upload/{received.pk}/order/1/", {"order": "MDY"})
    verbs.confirm(by=board.police_author, upload=received)
    days = [str(day) for day in Entry.objects.order_by("sequence").values_list("date_from", flat=True)]
    assert days == ["2019-03-27", "2019-04-05", "2019-03-28"]


def test_an_order_that_cannot_be_told_leaves_the_doubt_beside_the_dates(board: make.World, asked: Request) -> None:
    received = handed_in(board, asked, AMERICAN)
    reading.answer_order(by=board.police_author, upload=received, sheet="", order=reading.UNTOLD)
    verbs.confirm(by=board.police_author, upload=received)
    doubtful = Entry.objects.get(event="Letter sent.")
    assert [problem["kind"] for problem in doubtful.problems] == ["month-first"]


def test_dates_before_birth_and_after_death_are_noticed(board: make.World, asked: Request) -> None:
    make.subject(board, asked.review, born_on=date(2019, 3, 28), died_on=date(2019, 4, 1))
    text = "Date,What happened\n27/03/2019,Booked.\n28/03/2019,Born.\n02/04/2019,Visited.\n"
    rows = handed_in(board, asked, text).parsed["rows"]
    kinds = [[problem["kind"] for problem in row["problems"]] for row in rows]
    assert kinds == [["before-birth"], [], ["after-death"]]
    assert [row["status"] for row in rows] == ["needs-attention", "ok", "needs-attention"]


def test_what_was_done_to_a_row_outlasts_a_second_reading_of_the_columns(board: make.World, asked: Request) -> None:
    received = handed_in(board, asked)
    row.leave_out(by=board.police_author, upload=received, index=0, reason="Another child.")
    received.refresh_from_db()
    chosen = {"Date": "date", "What happened": "event", "Kept by": "source"}
    received = verbs.map_columns(by=board.police_author, upload=received, columns=chosen)
    assert [reading.state(each) for each in received.parsed["rows"]] == ["left-out", "ok"]
