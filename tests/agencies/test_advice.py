"""What an agency answers to the advice about its return: meanings, silences explained, points that stand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from agencies.advice import looked_over, shorts
from agencies.models import Entry, Request
from agencies.services import advice as verbs
from agencies.services import glossary
from agencies.services import upload as uploads
from scr_portal.lib.records import Refused
from tests import make

FILE = """Date,What happened,Source
27/03/2019,MASH was told by the EHCP lead that the father is lazy.,Incident log
28/03/2019,The EHCP was read.,
,,
Glossary,,
EHCP,Education health and care plan,
"""


def handed_in(board: make.World, number: int = 1) -> Request:
    made = make.request(board, make.review(board, number=number), board.police, author=board.police_author)
    file = SimpleUploadedFile("ours.csv", FILE.encode())
    uploads.confirm(by=board.police_author, upload=uploads.receive(by=board.police_author, request=made, file=file))
    return Request.objects.get(pk=made.pk)


@pytest.fixture
def asked(board: make.World) -> Request:
    """The police handed in a file with a glossary; the review asks about 2018 to 2020."""
    return handed_in(board)


def test_meanings_are_proposed_from_the_file_and_remembered_for_the_agencys_next_return(
    board: make.World, asked: Request, signed_in: Any
) -> None:
    said = [(each.short, each.number, each.meaning, each.origin) for each in shorts(board.police_author, asked)]
    assert said == [("EHCP", 2, "Education health and care plan", "file"), ("MASH", 1, "", "")]
    meanings = {"short-EHCP": "Education, health and care plan", "short-MASH": "Multi-Agency Safeguarding Hub"}
    signed_in(board.police_author).post(f"/agencies/request/{asked.pk}/glossary/edit/", meanings)
    assert "abbreviation" not in looked_over(board.police_author, asked).open()
    again = handed_in(board, number=2)
    known = {each.short: (each.meaning, each.origin) for each in shorts(board.police_author, again)}
    assert known["MASH"] == ("Multi-Agency Safeguarding Hub", "before")
    glossary.write(by=board.police_author, request=asked, meanings={"MASH": ""})
    assert [each.short for each in asked.abbreviations.all()] == ["EHCP"]


def test_readers_of_the_review_see_the_meanings_once_the_return_is_in(
    board: make.World, asked: Request, signed_in: Any
) -> None:
    glossary.write(by=board.police_author, request=asked, meanings={"MASH": "Multi-Agency Safeguarding Hub"})
    address = f"/agencies/glossary/of_review/{asked.review.ref}/"
    assert "Safeguarding Hub" not in signed_in(board.reviewer).get(address).content.decode()
    Request.objects.filter(pk=asked.pk).update(status="returned")
    assert "Safeguarding Hub" in signed_in(board.reviewer).get(address).content.decode()


def test_a_silence_that_is_explained_is_not_asked_about_any_more(
    board: make.World, asked: Request, signed_in: Any
) -> None:
    client, address = signed_in(board.police_author), f"/agencies/request/{asked.pk}/advice/declare/"
    assert "Explain it" in client.get(f"/agencies/request/{asked.pk}/quality/").content.decode()
    assert 'value="1/1/2018"' in client.get(f"{address}?first=1/1/2018&last=26/3/2019").content.decode()
    back = client.post(address, {"first": "26/3/2019", "last": "1/1/2018", "why": "Not known."})
    assert (back.status_code, "lies before the first" in back.content.decode()) == (422, True)
    client.post(address, {"first": "1/1/2018", "last": "26/3/2019", "why": "Not known to us."})
    assert [gap.first for gap in looked_over(board.police_author, asked).advice.gaps] == [date(2019, 3, 29)]
    verbs.withdraw(by=board.police_author, silence=asked.silences.get())
    assert len(looked_over(board.police_author, asked).advice.gaps) == 2


def test_who_signs_off_sees_what_was_answered_and_what_stands_open(
    board: make.World, asked: Request, signed_in: Any
) -> None:
    opinion, unsourced = Entry.objects.order_by("sequence").values_list("pk", flat=True)
    verbs.declare(
        by=board.police_author, request=asked, first=date(2018, 1, 1), last=date(2019, 3, 26), why="Not known to us."
    )
    said = {"kind": "opinion", "about": str(opinion), "reason": "The officer’s own word at the time."}
    client = signed_in(board.police_author)
    client.post(f"/agencies/request/{asked.pk}/advice/let_stand/", said)
    with pytest.raises(Refused, match="answered already"):
        verbs.let_stand(by=board.police_author, request=asked, kind="opinion", about=str(opinion))
    Request.objects.filter(pk=asked.pk).update(status="with_senior")
    page = signed_in(board.police_senior).get(f"/agencies/request/{asked.pk}/sign_off/").content.decode()
    for words in (
        "1 entry without a source; 1 abbreviation that nothing explains; 1 silence",
        "Not known to us.",
        "own word at the time. (Kim Doyle)",
    ):
        assert words in page
    assert "words of opinion;" not in page
    Request.objects.filter(pk=asked.pk).update(status="in_progress")
    client.post(f"/agencies/advice/{asked.let_stand.get().pk}/reopen/")
    assert looked_over(board.police_author, asked).open()["opinion"] == 1
    assert str(unsourced) in {point.about for point in looked_over(board.police_author, asked).points("source")}
