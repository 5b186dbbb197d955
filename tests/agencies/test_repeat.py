"""A second file with the same or corrected entries: kept, replaced or added at one answer, and undone without loss."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from agencies.models import Entry, Request, Upload
from agencies.services import entry as by_hand
from agencies.services import request as returns
from agencies.services import row
from agencies.services import upload as verbs
from agencies.services.repeat import ADD, KEEP, REPLACE
from findings.models import Mark
from reviews.models import Event
from scr_portal.lib.records import Refused
from tests import make

HEAD = "Date,What happened\n"
FIRST = (
    f"{HEAD}27/03/2019,Seen at home with the health visitor.\n02/04/2019,Letter sent to the school about the absence.\n"
)
CORRECTED = f"{HEAD}27/03/2019,Seen at home with the health visitors.\n02/04/2019,Letter sent to the school about the absence.\n05/05/2019,Visited.\n"
OLD = ["Seen at home with the health visitor.", "Letter sent to the school about the absence."]


@pytest.fixture
def asked(board: make.World) -> Request:
    """The police handed in a chronology of two entries."""
    made = make.request(board, make.review(board), board.police, author=board.police_author)
    verbs.confirm(by=board.police_author, upload=handed_in(board, made, FIRST))
    made.refresh_from_db()
    return made


def handed_in(board: make.World, asked: Request, text: str = CORRECTED) -> Upload:
    file = SimpleUploadedFile("ours.csv", text.encode())
    return verbs.receive(by=board.police_author, request=asked, file=file)


def standing(asked: Request) -> list[str]:
    """What the return tells now, in the order in which it was written."""
    return list(asked.entries.standing().order_by("sequence").values_list("event", flat=True))


def test_the_same_file_again_adds_nothing_unless_it_is_asked_to(board: make.World, asked: Request) -> None:
    made = verbs.confirm(by=board.police_author, upload=handed_in(board, asked, FIRST))
    assert (made.status, standing(asked)) == ("imported", OLD)
    verbs.confirm(by=board.police_author, upload=handed_in(board, asked, FIRST), repeats=ADD)
    assert standing(asked) == OLD * 2


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (KEEP, [*OLD, "Visited."]),
        (REPLACE, ["Seen at home with the health visitors.", OLD[1], "Visited."]),
        (ADD, [*OLD, "Seen at home with the health visitors.", OLD[1], "Visited."]),
    ],
)
def test_one_answer_decides_about_every_repeat_and_the_rest_goes_on(
    board: make.World, asked: Request, answer: str, told: list[str]
) -> None:
    verbs.confirm(by=board.police_author, upload=handed_in(board, asked), repeats=answer)
    assert standing(asked) == told


@pytest.mark.parametrize("answer", [KEEP, REPLACE, ADD])
def test_undoing_brings_the_return_back_to_what_it_was(board: make.World, asked: Request, answer: str) -> None:
    before = list(asked.entries.order_by("pk").values())
    made = verbs.confirm(by=board.police_author, upload=handed_in(board, asked), repeats=answer)
    verbs.undo(by=board.police_author, upload=made)
    assert standing(asked) == OLD
    assert list(asked.entries.order_by("pk").values()) == before


def test_what_was_replaced_is_kept_word_for_word(board: make.World, asked: Request) -> None:
    before = list(asked.entries.order_by("pk").values())
    verbs.confirm(by=board.police_author, upload=handed_in(board, asked), repeats=REPLACE)
    assert list(asked.entries.order_by("pk").values())[:2] == before
    assert set(asked.entries.filter(replaced_by__isnull=False).values_list("event", flat=True)) == set(OLD)


def test_what_was_replaced_is_in_no_list_and_in_no_count(board: make.World, asked: Request, signed_in: Any) -> None:
    verbs.confirm(by=board.police_author, upload=handed_in(board, asked), repeats=REPLACE)
    client = signed_in(board.police_author)
    told = client.get(f"/agencies/request/{asked.pk}/entry/").content.decode()
    assert "health visitors." in told
    assert "health visitor." not in told
    assert "3 entries" in client.get(f"/agencies/request/{asked.pk}/").content.decode()
    returns.submit(by=board.police_lead, request=asked)
    assert Event.objects.latest("pk").facts["entries"] == 3
    returns.sign_off(by=board.police_senior, request=asked)
    assert Entry.objects.of_review(asked.review).count() == 3
    page = signed_in(board.manager).get(f"/agencies/request/of_review/{asked.review.ref}/").content.decode()
    assert '<td class="govuk-table__cell govuk-table__cell--numeric" data-label="Entries">3</td>' in page


def test_an_import_leaves_one_event_with_how_many_rows_had_which_fate(board: make.World, asked: Request) -> None:
    before = Event.objects.count()
    verbs.confirm(by=board.police_author, upload=(received := handed_in(board, asked)), repeats=REPLACE)
    assert Event.objects.count() == before + 3  # Handed in, read, imported.
    facts = Event.objects.latest("pk").facts
    assert (facts["upload"], facts["entries"], facts["replaced"], facts["answer"]) == (received.pk, 3, 2, "replace")


def test_an_undone_import_says_in_its_event_how_many_entries_came_back(board: make.World, asked: Request) -> None:
    made = verbs.confirm(by=board.police_author, upload=handed_in(board, asked), repeats=REPLACE)
    verbs.undo(by=board.police_author, upload=made)
    facts = Event.objects.latest("pk").facts
    assert (facts["entries"], facts["restored"]) == (3, 2)


def test_files_that_replaced_each_other_are_undone_the_last_one_first(board: make.World, asked: Request) -> None:
    second = verbs.confirm(by=board.police_author, upload=handed_in(board, asked), repeats=REPLACE)
    third = verbs.confirm(by=board.police_author, upload=handed_in(board, asked, FIRST), repeats=REPLACE)
    with pytest.raises(Refused, match="undo that import first"):
        verbs.undo(by=board.police_author, upload=second)
    with pytest.raises(Refused, match="undo that import first"):
        verbs.undo(by=board.police_author, upload=Upload.objects.earliest("pk"))
    verbs.undo(by=board.police_author, upload=third)
    verbs.undo(by=board.police_author, upload=second)
    assert standing(asked) == OLD


def test_an_entry_that_the_review_has_marked_is_not_replaced_and_the_row_comes_in_beside_it(
    board: make.World, asked: Request
) -> None:
    marked = asked.entries.get(event=OLD[0])
    Mark.objects.create(review=asked.review, entry=marked, kind="note", note="Ask.", made_by=board.reviewer)
    verbs.confirm(by=board.police_author, upload=handed_in(board, asked), repeats=REPLACE)
    assert standing(asked) == [OLD[0], "Seen at home with the health visitors.", OLD[1], "Visited."]
    facts = Event.objects.latest("pk").facts
    assert (facts["replaced"], facts["beside"]) == (1, 1)


def test_an_entry_typed_by_hand_can_be_replaced_and_is_not_taken_out_meanwhile(
    board: make.World, asked: Request
) -> None:
    typed = by_hand.enter_by_hand(by=board.police_author, request=asked, date_text="5/5/2019", event="Visited.")
    verbs.confirm(by=board.police_author, upload=handed_in(board, asked), repeats=REPLACE)
    assert not Entry.objects.standing().filter(pk=typed.pk).exists()
    with pytest.raises(Refused, match="was replaced or corrected"):
        by_hand.remove_by_hand(by=board.police_author, entry=typed)


def test_an_entry_typed_by_hand_that_the_review_marked_is_not_taken_out(board: make.World, asked: Request) -> None:
    typed = by_hand.enter_by_hand(by=board.police_author, request=asked, date_text="5/5/2019", event="Visited.")
    Mark.objects.create(review=asked.review, entry=typed, kind="note", note="Ask.", made_by=board.reviewer)
    with pytest.raises(Refused, match="The review has marked this entry"):
        by_hand.remove_by_hand(by=board.police_author, entry=typed)


def test_a_failure_half_way_replaces_nothing(
    board: make.World, asked: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    received = handed_in(board, asked)

    def full(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("disk full")

    with monkeypatch.context() as broken:
        broken.setattr("agencies.services.upload.record", full)
        with pytest.raises(RuntimeError):
            verbs.confirm(by=board.police_author, upload=received, repeats=REPLACE)
    received.refresh_from_db()
    assert (received.status, standing(asked)) == ("preview", OLD)
    assert not any(row.get("repeats") for row in received.parsed["rows"])


def test_a_row_put_right_is_compared_as_it_was_put_right(board: make.World, asked: Request) -> None:
    received = handed_in(board, asked)
    rows = [(2, "27/3/2019", "Something else was seen."), (0, "6/6/2019", "Nobody at home.")]
    for index, day, event in rows:
        row.fix(by=board.police_author, upload=received, index=index, date_text=day, event=event)
    verbs.confirm(by=board.police_author, upload=received, repeats=KEEP)
    assert standing(asked) == [*OLD, "Nobody at home.", "Something else was seen."]


def test_another_agencys_entries_are_no_repeats(board: make.World, asked: Request) -> None:
    theirs = make.request(board, asked.review, board.school, author=board.school_author)
    file = SimpleUploadedFile("theirs.csv", FIRST.encode())
    received = verbs.receive(by=board.school_author, request=theirs, file=file)
    verbs.confirm(by=board.school_author, upload=received)
    assert standing(theirs) == OLD


def test_the_preview_shows_each_repeat_with_the_entry_that_it_repeats(
    board: make.World, asked: Request, signed_in: Any
) -> None:
    received, client = handed_in(board, asked), signed_in(board.police_author)
    page = client.get(f"/agencies/upload/{received.pk}/preview/").content.decode()
    assert "2 rows of this file repeat what this return holds already" in page
    assert "Keep what is there and leave the repeats out" in page
    assert "nearly the same of the same date: <q>27/03/2019 Seen at home with the health visitor.</q>" in page
    repeats = client.get(f"/agencies/upload/{received.pk}/preview/?show=repeats").content.decode()
    assert "Visited." not in repeats


def test_a_first_file_is_asked_nothing_about_repeats(board: make.World, asked: Request, signed_in: Any) -> None:
    received = handed_in(board, asked, f"{HEAD}01/01/2018,Born.\n")
    page = signed_in(board.police_author).get(f"/agencies/upload/{received.pk}/preview/").content.decode()
    assert "Import these rows" in page
    assert "repeat" not in page.lower()


def test_the_button_takes_the_answer_and_says_what_came_of_it(
    board: make.World, asked: Request, signed_in: Any
) -> None:
    client, received = signed_in(board.police_author), handed_in(board, asked)
    page = client.post(f"/agencies/upload/{received.pk}/confirm/", {"repeats": "replace"}, follow=True)
    assert "2 rows that repeat an entry took its place." in page.content.decode()
    later = client.get(f"/agencies/upload/{received.pk}/preview/").content.decode()
    assert "In place of this entry, which says the same: <q>02/04/2019 Letter sent to the school" in later
    first = client.get(f"/agencies/upload/{Upload.objects.earliest('pk').pk}/preview/").content.decode()
    assert first.count("Replaced by a later file") == 2
    undone = client.post(f"/agencies/upload/{received.pk}/undo/", follow=True).content.decode()
    assert "2 entries that it had replaced are back." in undone


def test_an_answer_that_was_never_offered_imports_nothing(board: make.World, asked: Request, signed_in: Any) -> None:
    received = handed_in(board, asked)
    page = signed_in(board.police_author).post(
        f"/agencies/upload/{received.pk}/confirm/", {"repeats": "all"}, follow=True
    )
    assert "Choose one of the three answers" in page.content.decode()
    assert standing(asked) == OLD
