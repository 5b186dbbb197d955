"""A real virus scanner: what it knows does not come in, and all else does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from agencies.models import Request, Upload
from reviews.models import Event
from scr_portal.setup.services import clamd
from tests import make

# The test text of the anti-virus trade, in two halves: whole, it would have this file taken away by a scanner.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"
ROWS = b"Date,What happened\n27/03/2019,Seen at home.\n"

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A scanner that knows that text."""
    with clamd(f"Test-Text:0:0:{EICAR.hex()}\n") as address:
        yield address


@pytest.fixture
def asked(board: make.World, address: str, settings: Any) -> Request:
    settings.CLAMD = address
    return make.request(board, make.review(board), board.police, author=board.police_author)


def test_an_infected_file_is_named_turned_away_and_put_on_record(
    board: make.World, asked: Request, signed_in: Any
) -> None:
    sent = {"file": SimpleUploadedFile("ours.csv", EICAR)}
    answer = signed_in(board.police_author).post(f"/agencies/request/{asked.pk}/upload/new/", sent)
    assert answer.status_code == 422
    assert "“ours.csv” holds a virus (Test-Text" in answer.content.decode()
    assert not Upload.objects.exists()
    event = Event.objects.get(verb="file.turned_away")
    assert event.facts["kind"].startswith("Test-Text")
    assert len(event.facts["sha256"]) == 64


def test_a_clean_file_is_read_whole_after_the_scanner_has_read_it(
    board: make.World, asked: Request, signed_in: Any
) -> None:
    sent = {"file": SimpleUploadedFile("ours.csv", ROWS)}
    signed_in(board.police_author).post(f"/agencies/request/{asked.pk}/upload/new/", sent)
    with Upload.objects.get().file.open("rb") as kept:
        assert kept.read() == ROWS


def test_the_scanner_answers_the_question_whether_the_portal_is_ready(asked: Request, client: Any) -> None:
    assert client.get("/readyz").json()["virus scanner"] == "answers"
