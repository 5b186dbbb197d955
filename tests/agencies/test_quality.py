"""The advice that an agency gets before it passes its return on; it stops nothing."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from agencies.models import Request
from agencies.services import entry as by_hand
from agencies.services import upload as verbs
from tests import make

FILE = """Date,What happened,Source
27/03/2019,MASH was told that the mother is clearly chaotic.,Incident log
28/03/2019,The EHCP was read.,
,,
Glossary,,
EHCP,Education health and care plan,
"""


@pytest.fixture
def asked(board: make.World) -> Request:
    """The police handed in a file with a glossary; the review asks about 2018 to 2020."""
    made = make.request(board, make.review(board), board.police, author=board.police_author)
    file = SimpleUploadedFile("ours.csv", FILE.encode())
    verbs.confirm(by=board.police_author, upload=verbs.receive(by=board.police_author, request=made, file=file))
    made.refresh_from_db()
    return made


def opened(asked: Request, client: Any, page: str = "quality/") -> str:
    return str(client.get(f"/agencies/request/{asked.pk}/{page}").content.decode())


def test_the_page_names_sources_abbreviations_opinions_and_silences(
    board: make.World, asked: Request, signed_in: Any
) -> None:
    said = opened(asked, signed_in(board.police_author))
    assert "Entries without a source (1 of 2)" in said
    assert "Words of opinion (1)" in said
    assert "clearly, chaotic" in said
    assert "1 January 2018 to 26 March 2019, 450 days" in said
    assert "29 March 2019 to 31 December 2020" in said


def test_the_glossary_of_the_agencys_own_file_explains(board: make.World, asked: Request, signed_in: Any) -> None:
    said = opened(asked, signed_in(board.police_author))
    assert "Abbreviations that nothing explains (1)" in said
    assert '<th scope="row" class="govuk-table__header">MASH</th>' in said


def test_who_passes_the_return_on_is_advised_and_not_stopped(board: make.World, asked: Request, signed_in: Any) -> None:
    client = signed_in(board.police_lead)
    said = opened(asked, client, "")
    assert (
        "1 entry without a source; 1 abbreviation that nothing explains; 1 entry with words of opinion; 2 silences"
        in said
    )
    assert "Pass it on for sign-off" in said
    client.post(f"/agencies/request/{asked.pk}/submit/")
    asked.refresh_from_db()
    assert asked.status == "with_senior"


def test_a_return_in_which_nothing_was_noticed_is_told_so(board: make.World, signed_in: Any) -> None:
    made = make.request(board, make.review(board), board.police, author=board.police_author)
    said = {"date_text": "1/1/2018 to 31/12/2020", "event": "No contact with the family.", "source": "All systems"}
    by_hand.enter_by_hand(by=board.police_author, request=made, **said)
    client = signed_in(board.police_lead)
    assert "Nothing was noticed" in opened(made, client)
    assert "Before you pass it on" not in opened(made, client, "")


def test_entries_that_a_later_file_replaced_are_not_looked_at(
    board: make.World, asked: Request, signed_in: Any
) -> None:
    corrected = FILE.replace("clearly chaotic", "often out").replace("MASH was", "Told MASH it was")
    file = SimpleUploadedFile("corrected.csv", corrected.replace("read.,", "read.,Notes").encode())
    received = verbs.receive(by=board.police_author, request=asked, file=file)
    verbs.confirm(by=board.police_author, upload=received, repeats="replace")
    assert "Entries without a source" not in opened(asked, signed_in(board.police_author))


def test_who_may_not_read_the_entries_yet_is_told_nothing_of_them(
    board: make.World, asked: Request, signed_in: Any
) -> None:
    said = opened(asked, signed_in(board.manager))
    assert "There are no entries here that you can read." in said
    assert "MASH" not in said
