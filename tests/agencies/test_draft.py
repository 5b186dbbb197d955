"""Entries typed line by line: kept as each line is left, made entries in one step, and that step undone."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from agencies.drafting import FIELDS
from agencies.models import Draft, Entry, Request
from agencies.services import draft as verbs
from agencies.services import request as returns
from scr_portal.lib.records import Refused
from tests import make


@pytest.fixture
def asked(board: make.World) -> Request:
    """The police are asked, and Kim Doyle is to write."""
    return make.request(board, make.review(board), board.police, author=board.police_author)


def typed(**cells: str) -> dict[str, str]:
    return {**dict.fromkeys(FIELDS, ""), **cells}


def write(board: make.World, asked: Request, *lines: dict[str, str]) -> list[Draft]:
    return verbs.write(by=board.police_author, request=asked, lines=verbs.numbered(lines))


def test_a_line_is_kept_as_it_is_left_and_read_back_in_words(board: make.World, asked: Request, signed_in: Any) -> None:
    client, key = signed_in(board.police_author), str(uuid4())
    sent = {"key": key, **typed(date_text="about March 2019", event="Rang the school.")}
    for words in ("Rang the school.", "Rang the school twice."):
        said = client.post(
            f"/agencies/request/{asked.pk}/draft/line/", {**sent, "event": words}, headers={"HX-Request": "true"}
        ).content.decode()
        assert "about March 2019" in said
    assert Draft.objects.get().event == "Rang the school twice."
    assert not Entry.objects.exists()
    client.post(f"/agencies/request/{asked.pk}/draft/line/", {"key": key, **typed()})
    assert not Draft.objects.exists()


def test_a_bad_line_keeps_what_was_typed_and_holds_all_the_others_back(
    board: make.World, asked: Request, signed_in: Any
) -> None:
    client = signed_in(board.police_author)
    lines = [typed(date_text="27/3/2019", event="Seen."), typed(date_text="31/02/2019", event="Not seen.")]
    many = {"key": [str(uuid4()), str(uuid4())], **{name: [each[name] for each in lines] for name in FIELDS}}
    said = client.post(f"/agencies/request/{asked.pk}/draft/edit/", many, follow=True).content.decode()
    assert "2 lines saved, 1 to be put right." in said
    assert 'value="31/02/2019"' in said
    said = client.post(f"/agencies/request/{asked.pk}/draft/confirm/", follow=True).content.decode()
    assert "Line 2: “31/02/2019” is not a day that exists" in said
    assert not Entry.objects.exists()


def test_lines_become_entries_in_one_step_and_lines_again_in_one(board: make.World, asked: Request) -> None:
    first = typed(date_text="27/3/2019", time_text="2.15pm", source="Log", event="Seen.", action="None", seen="yes")
    write(board, asked, first)
    write(board, asked, typed(date_text="March 2019", event="Letter sent."))
    assert verbs.confirm(by=board.police_author, request=asked) == 2
    first, second = Entry.objects.order_by("sequence")
    assert (str(first.time), first.source, first.action, second.precision) == ("14:15:00", "Log", "None", "month")
    assert (first.seen, second.seen) == ("yes", "")
    asked.refresh_from_db()
    assert asked.status == "in_progress"
    with pytest.raises(Refused, match="no line here"):
        verbs.confirm(by=board.police_author, request=asked)
    write(board, asked, typed(date_text="1/4/2019", event="Rang."))
    verbs.confirm(by=board.police_author, request=asked)
    assert verbs.undo(by=board.police_author, request=asked) == 1
    assert verbs.undo(by=board.police_author, request=asked) == 2
    assert (Entry.objects.count(), Draft.objects.filter(batch=None).count()) == (0, 3)


def test_lines_of_a_spreadsheet_are_pasted(board: make.World, asked: Request, signed_in: Any) -> None:
    said = signed_in(board.police_author).post(
        f"/agencies/request/{asked.pk}/draft/edit/",
        {"pasted": "Date\tWhat happened\n27/3/2019\tSeen at home.\n28/3/2019\tLetter sent.\n"},
        follow=True,
    )
    assert "2 lines saved." in said.content.decode()
    assert list(Draft.objects.values_list("date_text", "event")) == [
        ("27/3/2019", "Seen at home."),
        ("28/3/2019", "Letter sent."),
    ]


def test_nothing_that_was_typed_stays_behind_when_the_return_is_passed_on(board: make.World, asked: Request) -> None:
    write(board, asked, typed(date_text="27/3/2019", event="Seen."))
    verbs.confirm(by=board.police_author, request=asked)
    write(board, asked, typed(date_text="28/3/2019", event="Seen again."))
    with pytest.raises(Refused, match="1 typed line is no entry yet"):
        returns.submit(by=board.police_lead, request=asked)


def test_a_return_that_is_with_the_senior_person_takes_no_lines(
    board: make.World, asked: Request, signed_in: Any
) -> None:
    Request.objects.filter(pk=asked.pk).update(status="with_senior")
    client, sent = signed_in(board.police_author), {"key": str(uuid4()), **typed(event="Seen.")}
    said = client.post(f"/agencies/request/{asked.pk}/draft/line/", sent, headers={"HX-Request": "true"})
    assert "Not saved." in said.content.decode()
    page = client.post(f"/agencies/request/{asked.pk}/draft/edit/", sent)
    assert (page.status_code, "Seen." in page.content.decode()) == (422, True)


def test_whether_the_child_was_seen_is_chosen_in_the_line(board: make.World, asked: Request, signed_in: Any) -> None:
    client, key = signed_in(board.police_author), str(uuid4())
    sent = {"key": key, **typed(date_text="27/3/2019", event="Called.", seen="no")}
    client.post(f"/agencies/request/{asked.pk}/draft/line/", sent, headers={"HX-Request": "true"})
    said = client.get(f"/agencies/request/{asked.pk}/draft/edit/").content.decode()
    assert '<option value="no" selected>Not seen</option>' in said
    del sent["seen"]  # A page that was opened before there was such a box.
    client.post(f"/agencies/request/{asked.pk}/draft/line/", {**sent, "event": "Called twice."})
    assert [*Draft.objects.values_list("event", "seen")] == [("Called twice.", "")]
