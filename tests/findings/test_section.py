"""Sections of the report: every save is a version that stays, and two who write at once lose nothing."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from findings.models import Finding, Report, ReportSection
from findings.services import section as verbs
from findings.versions import text_at, versions_of
from reviews.models import Event
from reviews.stages import Stage
from scr_portal.lib.records import Refused
from tests import make

BASE = "He was seen in March.\n\nNobody asked why he was not at school that week.\n\nThe letter came late."
MINE = BASE.replace("in March", "on two days in March")
THEIRS = BASE.replace("came late", "came nine days late")


@pytest.fixture
def section(board: make.World) -> ReportSection:
    """The first section of a report that is being drafted, with three paragraphs in its second version."""
    review = make.review(board, stage=Stage.DRAFTING)
    report = Report.objects.create(review=review, title="Child A")
    made = ReportSection.objects.create(report=report, key="introduction", title="Introduction", order=1)
    return verbs.write(by=board.reviewer, section=made, text=BASE)


def address(section: ReportSection, noun: str = "report/section", more: str = "") -> str:
    return f"/findings/{section.review.ref}/{noun}/{section.key}/{more}"


def read(client: Any, path: str) -> str:
    return unescape(client.get(path).content.decode())


def test_each_save_is_a_version_with_who_and_when(board: make.World, section: ReportSection) -> None:
    verbs.write(by=board.manager, section=section, text=MINE)
    told = [(row.version, row.history_user, row.text) for row in versions_of(section)]
    assert told == [(3, board.manager, MINE), (2, board.reviewer, BASE), (1, None, "")]
    assert text_at(section, 2) == BASE
    assert text_at(section, 9) == ""


def test_a_save_that_changes_nothing_is_no_version_and_no_event(board: make.World, section: ReportSection) -> None:
    before = Event.objects.count()
    verbs.write(by=board.manager, section=section, text=BASE.replace("\n", "\r\n") + "\r\n")
    assert (versions_of(section).count(), Event.objects.count()) == (2, before)


def test_what_two_wrote_in_different_paragraphs_stands_together(
    board: make.World, section: ReportSection, signed_in: Any
) -> None:
    verbs.write(by=board.manager, section=section, text=THEIRS, seen_version=2)
    answer = signed_in(board.reviewer).post(address(section), {"text": MINE, "seen_version": 2}, follow=True)
    section.refresh_from_db()
    assert section.text == MINE.replace("came late", "came nine days late")
    assert "together with what somebody else wrote" in answer.content.decode()
    latest = versions_of(section)[0]
    assert (latest.history_user, latest.history_change_reason) == (board.reviewer, "Joined with version 3")


def test_the_same_paragraph_is_asked_about_and_nothing_is_saved_meanwhile(
    board: make.World, section: ReportSection, signed_in: Any
) -> None:
    client = signed_in(board.reviewer)
    verbs.write(by=board.manager, section=section, text=BASE.replace("that week", "for eleven days"), seen_version=2)
    typed = {"text": BASE.replace("that week", "in that week") + "\n\nMy last words.", "seen_version": 2}
    asked = client.post(address(section), typed)
    page = unescape(asked.content.decode())
    assert asked.status_code == 422
    assert "Tom Brennan" in page
    assert "My last words." in page
    section.refresh_from_db()
    assert "My last words." not in section.text
    name = re.search(r'name="(stands-\w+)"', page)[1]  # type: ignore[index]
    assert client.post(address(section), {**typed, name: "both"}).status_code == 302
    section.refresh_from_db()
    assert section.text.split("\n\n")[1:3] == [
        "Nobody asked why he was not at school for eleven days.",
        "Nobody asked why he was not at school in that week.",
    ]
    assert section.text.endswith("My last words.")


def test_a_choice_holds_where_the_typed_words_refer_to_something(
    board: make.World, section: ReportSection, signed_in: Any
) -> None:
    Finding.objects.create(review=section.review, number=1, title="t", what="w", why="y", written_by=board.reviewer)
    client = signed_in(board.reviewer)
    verbs.write(by=board.manager, section=section, text=BASE.replace("late.", "nine days late."), seen_version=2)
    typed = {"text": f"{BASE} See [[finding 1]].", "seen_version": 2}
    name = re.search(r'name="(stands-\w+)"', client.post(address(section), typed).content.decode())[1]  # type: ignore[index]
    assert client.post(address(section), {**typed, name: "mine"}).status_code == 302
    section.refresh_from_db()
    assert "The letter came late. See [[finding 1#" in section.text


def test_a_choice_about_other_words_is_asked_again(board: make.World, section: ReportSection, signed_in: Any) -> None:
    client = signed_in(board.reviewer)
    verbs.write(by=board.manager, section=section, text=BASE.replace("that week", "for eleven days"), seen_version=2)
    typed = {"text": BASE.replace("that week", "in that week"), "seen_version": 2}
    name = re.search(r'name="(stands-\w+)"', client.post(address(section), typed).content.decode())[1]  # type: ignore[index]
    verbs.write(by=board.manager, section=section, text=BASE.replace("that week", "for twelve days"))
    asked = client.post(address(section), {**typed, name: "mine"})
    assert asked.status_code == 422
    assert "twelve" in asked.content.decode()


def test_any_two_versions_are_compared_word_by_word(board: make.World, section: ReportSection, signed_in: Any) -> None:
    verbs.write(by=board.manager, section=section, text=THEIRS)
    page = read(signed_in(board.panel), address(section, "version", "compare/?first=2&then=3"))
    assert '<ins class="scr-in"><span class="govuk-visually-hidden">[put in: </span>nine days ' in page
    assert "2 words put in, 0 taken out" in page
    assert "no word differs" in read(signed_in(board.panel), address(section, "version", "compare/?first=2&then=2"))
    for wrong in ("", "?first=x&then=2", "?first=1&then=99", f"?first={'9' * 40}&then=1"):
        assert "Give the numbers of two versions" in read(signed_in(board.panel), address(section, "version", f"compare/{wrong}"))  # fmt: skip


def test_an_earlier_version_is_put_back_as_a_version_of_its_own(
    board: make.World, section: ReportSection, signed_in: Any
) -> None:
    verbs.write(by=board.manager, section=section, text="All of it gone.")
    signed_in(board.reviewer).post(address(section, "version", "2/put_back/"))
    section.refresh_from_db()
    assert (section.text, section.version) == (BASE, 4)
    with pytest.raises(Refused, match="says that already"):
        verbs.put_back(by=board.reviewer, section=section, number=2)
    assert "Version 2 put back" in read(signed_in(board.auditor), address(section, "version"))


def test_the_panel_reads_and_does_not_write_and_agencies_do_neither(
    board: make.World, section: ReportSection, signed_in: Any
) -> None:
    assert "Nobody asked why" in read(signed_in(board.panel), address(section, "section"))
    with pytest.raises(PermissionDenied):
        verbs.write(by=board.panel, section=section, text="Mine.")
    for who in (board.police_lead, board.outsider):
        for noun in ("section", "version", "report/section"):
            assert signed_in(who).get(address(section, noun)).status_code == 404


def test_a_table_of_the_draft_is_read_as_a_table(board: make.World, section: ReportSection, signed_in: Any) -> None:
    verbs.write(
        by=board.manager, section=section, text="[[Figure visits: Visits]]\n| Month | Seen |\n| March | twice |"
    )
    page = read(signed_in(board.panel), address(section, "section"))
    assert "Figure 1: Visits" in page
    assert ">Month</th>" in page
    assert ">twice</td>" in page


def test_nothing_is_written_once_the_board_has_it(board: make.World, section: ReportSection) -> None:
    type(section.review).objects.update(stage=Stage.SIGN_OFF)
    section = ReportSection.objects.get()
    for verb, said in ((verbs.write, {"text": "New."}), (verbs.put_back, {"number": 1})):
        with pytest.raises(Refused, match="no longer being drafted"):
            verb(by=board.reviewer, section=section, **said)
