"""The panel comments on the draft and suggests words; the reviewer answers, and what is accepted bears the suggester's name."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from findings.models import Remark, Report, ReportSection
from findings.services import remark as verbs
from findings.services import section as sections
from findings.versions import versions_of
from reviews.stages import Stage
from scr_portal.lib.records import Refused
from tests import make

BASE = "He was seen in March.\n\nNobody asked why he was not at school.\n\nThe letter came late."


@pytest.fixture
def section(board: make.World) -> ReportSection:
    """The first section of a report that is being drafted, in its second version."""
    report = Report.objects.create(review=make.review(board, stage=Stage.DRAFTING), title="Child A")
    made = ReportSection.objects.create(report=report, key="introduction", title="Introduction", order=1)
    return sections.write(by=board.reviewer, section=made, text=BASE)


def suggested(board: make.World, section: ReportSection) -> Remark:
    said = {"quote": "The letter came late.", "words": "The letter came nine days after it was due."}
    return verbs.add(by=board.panel, section=section, kind="suggestion", text="Say how late.", **said)


def read(client: Any, section: ReportSection, noun: str, more: str = "") -> str:
    return unescape(client.get(f"/findings/{section.review.ref}/{noun}/{more}").content.decode())


def test_what_is_accepted_is_a_version_in_the_suggesters_words_and_name(
    board: make.World, section: ReportSection, signed_in: Any
) -> None:
    made = suggested(board, section)
    address = f"/findings/{section.review.ref}/remark/{made.pk}/answer/"
    assert "nine days after" in unescape(signed_in(board.reviewer).get(address).content.decode())
    assert signed_in(board.reviewer).post(address, {"answer": "accepted"}).status_code == 302
    section.refresh_from_db()
    assert section.text == BASE.replace("came late", "came nine days after it was due")
    latest = versions_of(section)[0]
    assert (latest.history_user, latest.history_change_reason) == (board.reviewer, "Words suggested by Lee Grant")
    made.refresh_from_db()
    assert (made.made_version, made.answered_by) == (3, board.reviewer)
    assert "Words suggested by Lee Grant" in read(signed_in(board.panel), section, "version", "introduction/")


def test_a_suggestion_for_words_that_have_changed_since_says_so_and_is_not_put_in(
    board: make.World, section: ReportSection, signed_in: Any
) -> None:
    made = suggested(board, section)
    sections.write(by=board.manager, section=section, text=BASE.replace("came late", "never came"))
    assert "The passage has changed since" in read(signed_in(board.panel), section, "remark")
    assert "on words that have changed since" in read(signed_in(board.panel), section, "section", "introduction/")
    with pytest.raises(Refused, match="has changed since this was suggested"):
        verbs.answer(by=board.reviewer, remark=Remark.objects.get(), answer="accepted")
    made.refresh_from_db()
    assert made.answer == ""
    verbs.answer(by=board.reviewer, remark=made, answer="answered", reason="It says more now.")


def test_what_others_wrote_elsewhere_meanwhile_stays(board: make.World, section: ReportSection) -> None:
    made = suggested(board, section)
    sections.write(by=board.manager, section=section, text="A new beginning.\n\n" + BASE)
    verbs.answer(by=board.reviewer, remark=Remark.objects.get(pk=made.pk), answer="accepted")
    section.refresh_from_db()
    assert section.text.startswith("A new beginning.\n\nHe was seen in March.")
    assert section.text.endswith("nine days after it was due.")


def test_declining_wants_the_reason_and_an_answer_is_given_once(board: make.World, section: ReportSection) -> None:
    made = suggested(board, section)
    with pytest.raises(Refused, match="Say why"):
        verbs.answer(by=board.reviewer, remark=made, answer="declined", reason=" ")
    verbs.answer(by=board.reviewer, remark=made, answer="declined", reason="The date is not certain.")
    with pytest.raises(Refused, match="answered already"):
        verbs.answer(by=board.manager, remark=made, answer="accepted")
    with pytest.raises(Refused, match="stays on record"):
        verbs.withdraw(by=board.panel, remark=made)
    section.refresh_from_db()
    assert section.text == BASE


def test_a_quotation_has_to_stand_in_the_section(board: make.World, section: ReportSection, signed_in: Any) -> None:
    address = f"/findings/{section.review.ref}/remark/introduction/new/"
    shown = unescape(signed_in(board.panel).get(f"{address}?paragraph=2").content.decode())
    assert shown.count("Nobody asked why he was not at school.") == 2
    assert "Nobody asked" not in signed_in(board.panel).get(f"{address}?paragraph=99").content.decode()
    typed = {"kind": "comment", "text": "Who says so?", "quote": "She was never seen."}
    answer = signed_in(board.panel).post(address, typed)
    assert answer.status_code == 422
    assert "copy them from it as they are" in answer.content.decode()
    assert "Who says so?" in answer.content.decode()
    same = {"kind": "suggestion", "quote": "He was seen in March.", "words": "He was seen\r\nin March."}
    for wrong in ({"kind": "suggestion", "words": "x"}, {"kind": "comment"}, same):
        assert signed_in(board.panel).post(address, wrong).status_code == 422
    assert not Remark.objects.exists()


def test_a_comment_stands_beside_its_paragraph(board: make.World, section: ReportSection, signed_in: Any) -> None:
    verbs.add(by=board.chair, section=section, kind="comment", text="By whom?", quote="He was seen\nin March.")
    shown = read(signed_in(board.panel), section, "section", "introduction/")
    assert shown.index("He was seen in March.") < shown.index("By whom?") < shown.index("Nobody asked why")
    assert ": 1 open" in read(signed_in(board.manager), section, "report")


def test_one_withdraws_ones_own_words_only(board: make.World, section: ReportSection) -> None:
    made = suggested(board, section)
    with pytest.raises(Refused, match="Only whoever wrote it"):
        verbs.withdraw(by=board.reviewer, remark=made)
    verbs.withdraw(by=board.panel, remark=made)
    assert Remark.objects.get().answer == "withdrawn"


def test_agencies_do_not_comment_and_the_panel_does_not_answer(board: make.World, section: ReportSection) -> None:
    made = suggested(board, section)
    for who in (board.police_lead, board.police_senior, board.outsider):
        with pytest.raises(Http404):
            verbs.add(by=who, section=section, kind="comment", text="x")
        assert not Remark.objects.visible_to(who).exists()
    with pytest.raises(PermissionDenied):
        verbs.add(by=board.auditor, section=section, kind="comment", text="x")
    with pytest.raises(PermissionDenied):
        verbs.answer(by=board.panel, remark=made, answer="accepted")


def test_a_published_report_is_not_commented_on(board: make.World, section: ReportSection) -> None:
    type(section.review).objects.update(stage=Stage.MONITORING)
    with pytest.raises(Refused, match="not a draft any more"):
        suggested(board, ReportSection.objects.get())


def test_open_remarks_wait_in_the_work_of_who_writes_and_of_nobody_else(
    board: make.World, section: ReportSection, signed_in: Any
) -> None:
    suggested(board, section)
    suggested(board, section)
    assert "Answer 2 comments on the draft" in signed_in(board.reviewer).get("/").content.decode()
    assert "comments on the draft" not in signed_in(board.panel).get("/").content.decode()
    for each in Remark.objects.all():
        verbs.answer(by=board.reviewer, remark=each, answer="declined", reason="It is said below.")
    assert "comments on the draft" not in signed_in(board.reviewer).get("/").content.decode()
