"""An entry of the return is put right by a new one in its place; what was written first is never touched."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from agencies.drafting import cells_of
from agencies.models import Entry, Request, Upload
from agencies.services import entry as verbs
from agencies.services import upload
from findings.models import Mark
from scr_portal.lib.records import Refused
from tests import make

ROWS = "Date,What happened\n27/03/2019,Seen at home.\n28/03/2019,Letter sent.\n"


@pytest.fixture
def imported(board: make.World) -> Upload:
    """A file of two entries, imported."""
    asked: Request = make.request(board, make.review(board), board.police, author=board.police_author)
    file = SimpleUploadedFile("ours.csv", ROWS.encode())
    return upload.confirm(
        by=board.police_author, upload=upload.receive(by=board.police_author, request=asked, file=file)
    )


def correct(board: make.World, entry: Entry, **values: str) -> Entry:
    said = {**cells_of(entry), **values}
    return verbs.correct(by=board.police_author, entry=entry, values=said, why="The log says otherwise.")


def standing(imported: Upload) -> list[str]:
    return list(imported.request.entries.standing().order_by("sequence").values_list("event", flat=True))


def test_a_correction_takes_the_place_and_keeps_the_first_words(
    board: make.World, imported: Upload, signed_in: Any
) -> None:
    first = Entry.objects.get(event="Seen at home.")
    made = correct(board, first, date_text="26/3/2019", time_text="1400", event="Seen at school.")
    assert (standing(imported), made.row, str(made.time)) == (["Seen at school.", "Letter sent."], 2, "14:00:00")
    again = correct(board, made, time_text="1400", event="Seen at the nursery.")
    page = signed_in(board.police_senior).get(f"/agencies/entry/{first.pk}/").content.decode()
    order = [page.index(words) for words in ("Seen at the nursery.", "Seen at school.", "Seen at home.")]
    assert order == sorted(order)
    assert "Corrected because: The log says otherwise." in page
    verbs.remove_by_hand(by=board.police_author, entry=again)
    assert standing(imported) == ["Seen at school.", "Letter sent."]


def test_undoing_the_import_takes_its_corrections_with_it(board: make.World, imported: Upload) -> None:
    made = correct(board, Entry.objects.get(event="Seen at home."), event="Seen at school.")
    correct(board, made, event="Seen at the nursery.")
    upload.undo(by=board.police_author, upload=imported)
    assert not Entry.objects.exists()


def test_what_cannot_be_corrected_says_why(board: make.World, imported: Upload) -> None:
    first, second = Entry.objects.order_by("sequence")
    with pytest.raises(Refused, match="Nothing here differs"):
        correct(board, first)
    with pytest.raises(Refused, match="not a day that exists"):
        correct(board, first, date_text="31/02/2019")
    correct(board, first, event="Seen at school.")
    with pytest.raises(Refused, match="replaced already"):
        correct(board, first, event="Seen again.")
    Mark.objects.create(review=imported.request.review, entry=second, kind="note", note="n", made_by=board.reviewer)
    with pytest.raises(Refused, match="The review has marked this entry"):
        correct(board, second, event="Not sent.")
