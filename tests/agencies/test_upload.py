"""A chronology's way in: read, looked at, put right, imported, undone."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from agencies.models import Entry, Request, Upload
from agencies.services import entry as by_hand
from agencies.services import row as row_verbs
from agencies.services import upload as verbs
from agencies.services.reading import counts
from reviews.models import Event
from scr_portal.lib.records import Refused
from tests import make

ROWS = "Date,Time,What happened,Kept by\n27/03/2019,14:15,Seen at home.,Kim\nMarch 2019,,Letter sent.,Kim\n31/02/2019,,A day that is not there.,Kim\n"


@pytest.fixture
def asked(board: make.World) -> Request:
    """The police are asked, and Kim Doyle is to write."""
    return make.request(board, make.review(board), board.police, author=board.police_author)


def handed_in(board: make.World, asked: Request, text: str = ROWS) -> Upload:
    return verbs.receive(by=board.police_author, request=asked, file=SimpleUploadedFile("our file.csv", text.encode()))


def test_every_row_of_a_file_has_its_fate_before_anything_is_imported(board: make.World, asked: Request) -> None:
    received = handed_in(board, asked)
    assert counts(received.parsed) == {"ok": 2, "attention": 0, "refused": 1, "left_out": 0, "skipped": 1}
    assert not Entry.objects.exists()


def test_the_file_is_kept_byte_for_byte_as_it_came(board: make.World, asked: Request) -> None:
    with handed_in(board, asked).file.open("rb") as kept:
        assert kept.read() == ROWS.encode()


def test_confirming_imports_all_that_is_not_refused_with_words_and_precision(board: make.World, asked: Request) -> None:
    verbs.confirm(by=board.police_author, upload=handed_in(board, asked))
    first, second = Entry.objects.order_by("sequence")
    assert (first.date_text, str(first.date_from), str(first.time), first.event) == (
        "27/03/2019",
        "2019-03-27",
        "14:15:00",
        "Seen at home.",
    )
    assert (second.precision, str(second.date_from), str(second.date_to)) == ("month", "2019-03-01", "2019-03-31")
    assert first.extra == {"Kept by": "Kim"}


def test_a_failure_half_way_leaves_no_row_and_can_be_confirmed_again(board: make.World, asked: Request) -> None:
    received = handed_in(board, asked)
    with patch("agencies.services.upload.record", side_effect=RuntimeError), pytest.raises(RuntimeError):
        verbs.confirm(by=board.police_author, upload=received)
    assert not Entry.objects.exists()
    verbs.confirm(by=board.police_author, upload=received)
    assert Entry.objects.count() == 2


def test_two_people_who_confirm_at_once_import_once(board: make.World, asked: Request) -> None:
    received = handed_in(board, asked)
    verbs.confirm(by=board.police_author, upload=received)
    with pytest.raises(Refused):
        verbs.confirm(by=board.police_lead, upload=received)
    assert Entry.objects.count() == 2


def test_a_row_put_right_is_imported_with_the_agencys_first_words_beside_it(board: make.World, asked: Request) -> None:
    received = handed_in(board, asked)
    received = row_verbs.fix(
        by=board.police_author, upload=received, index=2, date_text="28/02/2019", event="A day that is there."
    )
    verbs.confirm(by=board.police_author, upload=received)
    mended = Entry.objects.get(event="A day that is there.")
    assert str(mended.date_from) == "2019-02-28"
    assert mended.extra["As first written"] == "31/02/2019 · A day that is not there."


def test_undoing_takes_out_the_whole_import_and_keeps_the_file(board: make.World, asked: Request) -> None:
    received = handed_in(board, asked)
    verbs.confirm(by=board.police_author, upload=received)
    verbs.undo(by=board.police_author, upload=received)
    assert not Entry.objects.exists()
    assert Upload.objects.get().file.size == len(ROWS.encode())


def test_a_signed_return_cannot_be_undone(board: make.World, asked: Request) -> None:
    received = handed_in(board, asked)
    verbs.confirm(by=board.police_author, upload=received)
    Request.objects.filter(pk=asked.pk).update(status="returned")
    with pytest.raises(Refused, match="nothing in it can be changed now"):
        verbs.undo(by=board.police_author, upload=Upload.objects.get())


def test_the_columns_are_remembered_for_the_same_headings(board: make.World, asked: Request) -> None:
    received = handed_in(board, asked)
    chosen = {"Date": "date", "Time": "time", "What happened": "event", "Kept by": "source"}
    verbs.confirm(
        by=board.police_author, upload=verbs.map_columns(by=board.police_author, upload=received, columns=chosen)
    )
    assert Entry.objects.first().source == "Kim"  # type: ignore[union-attr]
    assert handed_in(board, asked).columns == chosen


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"\x00\x01\x02" * 100, "no text can hold"), (b"Name,Phone\nA,1\n", "date"), (b"<html></html>", "")],
    ids=["not a document", "no dates", "a web page"],
)
def test_a_file_that_is_no_chronology_is_turned_away_with_a_sentence_and_on_record(
    board: make.World, asked: Request, content: bytes, sentence: str
) -> None:
    received = verbs.receive(by=board.police_author, request=asked, file=SimpleUploadedFile("x.xlsx", content))
    assert (received.status, bool(received.file), sentence in received.refusal) == ("refused", False, True)
    assert Event.objects.latest("pk").verb == "upload.refused"


def test_a_wrong_file_in_the_browser_gets_a_sentence_and_loses_nothing(
    board: make.World, asked: Request, signed_in: Any
) -> None:
    page = signed_in(board.police_author).post(
        f"/agencies/request/{asked.pk}/upload/new/", {"file": SimpleUploadedFile("empty.csv", b"")}
    )
    assert page.status_code == 422
    assert "This file is empty" in page.content.decode()


def test_a_file_that_is_too_large_is_told_what_to_do(
    board: make.World, asked: Request, signed_in: Any, settings: Any
) -> None:
    settings.UPLOAD_LIMIT = 10
    page = signed_in(board.police_author).post(
        f"/agencies/request/{asked.pk}/upload/new/", {"file": SimpleUploadedFile("big.csv", ROWS.encode())}
    )
    assert "hand it in as several smaller files" in page.content.decode()


def test_a_file_that_is_not_read_at_all_is_on_record_as_turned_away(
    board: make.World, asked: Request, settings: Any
) -> None:
    settings.UPLOAD_LIMIT = 10
    for content, kind in ((b"", "empty"), (ROWS.encode(), "too-big")):
        with pytest.raises(Refused):
            verbs.receive(by=board.police_author, request=asked, file=SimpleUploadedFile("a.csv", content))
        event = Event.objects.latest("pk")
        assert (event.verb, event.facts["kind"]) == ("upload.refused", kind)
    assert not Upload.objects.exists()


def several(asked: Request, client: Any, *files: tuple[str, bytes]) -> Any:
    """The page that follows when files are handed in together."""
    chosen = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post(f"/agencies/request/{asked.pk}/upload/new/", {"file": chosen}, follow=True)


def test_several_files_at_once_are_each_kept_and_lead_to_their_list(
    board: make.World, asked: Request, signed_in: Any
) -> None:
    files = [("police 1.csv", ROWS.encode()), ("police 2.csv", ROWS.replace("2019", "2018").encode())]
    page = several(asked, signed_in(board.police_author), *files)
    assert page.redirect_chain == [(f"/agencies/request/{asked.pk}/upload/", 302)]
    assert sorted(upload.filename for upload in asked.uploads.all()) == ["police 1.csv", "police 2.csv"]
    assert Event.objects.filter(verb="upload.received").count() == 2
    said = page.content.decode()
    assert "2 files read." in said
    assert 'Check the columns<span class="govuk-visually-hidden"> of police 2.csv' in said


def test_a_file_that_is_refused_stops_none_of_the_others(board: make.World, asked: Request, signed_in: Any) -> None:
    files = [("empty.csv", b""), ("good.csv", ROWS.encode()), ("phones.csv", b"Name,Phone\nA,1\n")]
    said = several(asked, signed_in(board.police_author), *files).content.decode()
    kept = {upload.filename: upload.status for upload in asked.uploads.all()}
    assert kept == {"good.csv": "preview", "phones.csv": "refused"}
    assert "1 file read." in said
    assert "empty.csv: This file is empty" in said
    assert "phones.csv: " in said
    verbs_of_events = sorted(Event.objects.filter(verb__startswith="upload.").values_list("verb", flat=True))
    assert verbs_of_events == [
        "upload.read", "upload.received", "upload.received", "upload.refused", "upload.refused",
    ]  # fmt: skip


def test_where_every_file_is_refused_the_form_comes_back_with_a_sentence_for_each(
    board: make.World, asked: Request, signed_in: Any
) -> None:
    page = several(asked, signed_in(board.police_author), ("a.csv", b""), ("b.csv", b""))
    assert page.status_code == 422
    said = page.content.decode()
    assert "a.csv: This file is empty" in said
    assert "b.csv: This file is empty" in said


def test_more_files_than_are_read_in_good_time_are_not_taken(board: make.World, asked: Request, signed_in: Any) -> None:
    page = several(asked, signed_in(board.police_author), *[(f"{n}.csv", ROWS.encode()) for n in range(11)])
    assert "Choose at most 10 files at once" in page.content.decode()
    assert not Upload.objects.exists()


def test_no_file_chosen_is_said_in_a_sentence(board: make.World, asked: Request, signed_in: Any) -> None:
    page = signed_in(board.police_author).post(f"/agencies/request/{asked.pk}/upload/new/", {"once": "click"})
    assert page.status_code == 422
    assert "Choose a file first." in page.content.decode()


def test_each_column_is_shown_with_what_stands_in_it(board: make.World, asked: Request, signed_in: Any) -> None:
    received = handed_in(board, asked)
    page = signed_in(board.police_author).get(f"/agencies/upload/{received.pk}/columns/").content.decode()
    assert "For example: 27/03/2019 · March 2019 · 31/02/2019" in page


def test_the_preview_says_dates_in_words(board: make.World, asked: Request, signed_in: Any) -> None:
    page = (
        signed_in(board.police_author).get(f"/agencies/upload/{handed_in(board, asked).pk}/preview/").content.decode()
    )
    assert "27 March 2019, 14:15" in page
    assert "is not a day that exists" in page


def test_entries_typed_by_hand_read_dates_as_files_do(board: make.World, asked: Request) -> None:
    made = by_hand.enter_by_hand(
        by=board.police_author, request=asked, date_text="about 12 March 2019 at 0915hrs", event="Rang the school."
    )
    assert (str(made.date_from), made.certain, str(made.time)) == ("2019-03-12", False, "09:15:00")


def test_a_day_that_does_not_exist_cannot_be_typed(board: make.World, asked: Request, signed_in: Any) -> None:
    page = signed_in(board.police_author).post(
        f"/agencies/request/{asked.pk}/entry/new/", {"date_text": "30/2/2019", "event": "Seen."}
    )
    assert page.status_code == 422
    assert "is not a day that exists" in page.content.decode()
    assert 'value="30/2/2019"' in page.content.decode()
