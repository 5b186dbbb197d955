"""One row of a file before it is imported: put right, left out with a reason, put back."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from agencies.models import Entry, Request, Upload
from agencies.services import row as verbs
from agencies.services import upload
from scr_portal.lib.records import Refused
from tests import make

ROWS = "Date,Time,What happened,Source\n27/03/2019,14:15,Seen at home.,Log\n31/02/2019,,No such day.,Log\n"


@pytest.fixture
def received(board: make.World) -> Upload:
    """A file of two rows, one of them refused."""
    asked: Request = make.request(board, make.review(board), board.police, author=board.police_author)
    return upload.receive(by=board.police_author, request=asked, file=SimpleUploadedFile("ours.csv", ROWS.encode()))


def test_a_row_is_put_right_whole_and_its_first_words_stand_beside(board: make.World, received: Upload) -> None:
    said = {
        "date_text": "28/02/2019",
        "time": "1420hrs",
        "event": "No such day.",
        "source": "Day book",
        "action": "None",
    }
    verbs.fix(by=board.police_author, upload=received, index=1, **said)
    upload.confirm(by=board.police_author, upload=received)
    mended = Entry.objects.get(event="No such day.")
    assert (str(mended.date_from), str(mended.time), mended.source, mended.action) == (
        "2019-02-28",
        "14:20:00",
        "Day book",
        "None",
    )
    assert mended.extra["As first written"] == "31/02/2019 · No such day. · Log · "


def test_bad_input_gets_a_sentence_and_keeps_what_was_typed(
    board: make.World, received: Upload, signed_in: Any
) -> None:
    page = signed_in(board.police_author).post(
        f"/agencies/upload/{received.pk}/fix/1/", {"date_text": "1/2/2019", "time": "9ish", "event": "Seen."}
    )
    assert page.status_code == 422
    assert "is not plainly a time of day" in page.content.decode()
    assert 'value="9ish"' in page.content.decode()
    page = signed_in(board.police_author).post(
        f"/agencies/upload/{received.pk}/fix/1/", {"date_text": "32/02/2019", "event": "Seen."}
    )
    assert page.status_code == 422
    assert "“32/02/2019” is not a day that exists" in page.content.decode()


def test_a_row_left_out_keeps_its_reason_in_sight_and_is_not_imported(
    board: make.World, received: Upload, signed_in: Any
) -> None:
    client = signed_in(board.police_author)
    answer = client.post(f"/agencies/upload/{received.pk}/leave_out/0/?show=ok&page=1", {"reason": "Another child."})
    assert answer["Location"] == f"/agencies/upload/{received.pk}/preview/?show=ok&page=1#row-0"
    said = client.get(f"/agencies/upload/{received.pk}/preview/?show=left_out").content.decode()
    assert "Your reason: Another child." in said
    with pytest.raises(Refused, match="No row of this file can be imported"):
        upload.confirm(by=board.police_author, upload=received)
    client.post(f"/agencies/upload/{received.pk}/put_back/0/")
    upload.confirm(by=board.police_author, upload=received)
    assert Entry.objects.get().event == "Seen at home."


def test_no_row_is_changed_once_the_file_was_imported(board: make.World, received: Upload) -> None:
    upload.confirm(by=board.police_author, upload=received)
    for change in (
        lambda: verbs.leave_out(by=board.police_author, upload=received, index=0, reason="r"),
        lambda: verbs.put_back(by=board.police_author, upload=received, index=0),
        lambda: verbs.fix(by=board.police_author, upload=received, index=0, date_text="1/2/2019", event="e"),
    ):
        with pytest.raises(Refused, match="can no longer be changed"):
            change()


def test_two_people_put_different_rows_right_and_only_the_same_row_is_compared(
    board: make.World, received: Upload, signed_in: Any
) -> None:
    client = signed_in(board.police_author)
    pages = [f"/agencies/upload/{received.pk}/fix/{index}/" for index in (0, 1)]
    opened = [client.get(page).context["form"].initial["seen"] for page in pages]
    said = {"date_text": "27/3/2019", "event": "Seen by two."}
    assert [
        client.post(page, {**said, "seen": seen}).status_code for page, seen in zip(pages, opened, strict=True)
    ] == [302, 302]
    verbs.leave_out(by=board.police_author, upload=received, index=1, reason="Another child.")
    late = client.post(pages[1], {**said, "event": "Seen by three.", "seen": opened[1]})
    words = late.content.decode()
    assert late.status_code == 422
    assert ("Seen by two." in words, "Seen by three." in words, "It is left out: Another child." in words) == (
        True,
        True,
        True,
    )
