"""What somebody types is kept for them alone until they save it, whatever happens meanwhile."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from findings.models import Report, ReportSection, Unsaved
from findings.services import section as sections
from findings.services import unsaved as verbs
from reviews.models import Event
from reviews.stages import Stage
from tests import make


@pytest.fixture
def section(board: make.World) -> ReportSection:
    """The first section of a report that is being drafted; its second version says one sentence."""
    report = Report.objects.create(review=make.review(board, stage=Stage.DRAFTING), title="Child A")
    made = ReportSection.objects.create(report=report, key="introduction", title="Introduction", order=1)
    return sections.write(by=board.reviewer, section=made, text="He was seen in March.")


def page(section: ReportSection) -> str:
    return f"/findings/{section.review.ref}/report/section/introduction/"


def keep(section: ReportSection, client: Any, text: str, seen: Any = 2, **more: str) -> Any:
    said = {"text": text, "seen_version": seen, **more}
    return client.post(f"/findings/{section.review.ref}/unsaved/introduction/keep/", said)


def test_what_was_typed_waits_for_its_writer_and_for_nobody_else(
    board: make.World, section: ReportSection, signed_in: Any
) -> None:
    reviewer, manager = signed_in(board.reviewer), signed_in(board.manager)
    answer = keep(section, reviewer, "He was seen in March and", quietly="yes")
    assert answer.json()["said"].startswith("Kept at ")
    shown = unescape(reviewer.get(page(section)).content.decode())
    assert "He was seen in March and</textarea>" in shown
    assert "is not saved yet" in shown
    assert "in March and" not in manager.get(page(section)).content.decode()
    section.refresh_from_db()
    assert section.text == "He was seen in March."


def test_saving_ends_it_and_others_saving_does_not(board: make.World, section: ReportSection, signed_in: Any) -> None:
    reviewer = signed_in(board.reviewer)
    keep(section, reviewer, "He was seen in March.\n\nMine.")
    sections.write(by=board.manager, section=section, text="He was seen in March.\n\nThe manager’s.")
    assert "the two are joined" in unescape(reviewer.get(page(section)).content.decode())
    reviewer.post(page(section), {"text": "He was seen in March.\n\nMine.", "seen_version": 2})
    section.refresh_from_db()
    assert section.text == "He was seen in March.\n\nThe manager’s.\n\nMine."
    assert not Unsaved.objects.exists()


def test_the_record_says_once_that_somebody_began_to_write(
    board: make.World, section: ReportSection, signed_in: Any
) -> None:
    reviewer, before = signed_in(board.reviewer), Event.objects.count()
    for text in ("H", "He", "He w"):
        keep(section, reviewer, text, quietly="yes")
    assert [event.verb for event in Event.objects.all()[: Event.objects.count() - before]] == ["unsaved.kept"]
    assert Unsaved.objects.get().text == "He w"


def test_without_script_a_button_keeps_it_and_another_throws_it_away(
    board: make.World, section: ReportSection, signed_in: Any
) -> None:
    reviewer = signed_in(board.reviewer)
    assert keep(section, reviewer, "Half").url == page(section)
    discard = f"/findings/{section.review.ref}/unsaved/introduction/discard/"
    assert "is gone" in reviewer.post(discard, follow=True).content.decode()
    assert "nothing unsaved" in reviewer.post(discard, follow=True).content.decode()


def test_what_was_typed_when_the_report_went_to_the_board_is_not_lost(
    board: make.World, section: ReportSection, signed_in: Any
) -> None:
    type(section.review).objects.update(stage=Stage.SIGN_OFF)
    reviewer = signed_in(board.reviewer)
    assert reviewer.post(page(section), {"text": "Late words.", "seen_version": 2}).status_code == 422
    keep(section, reviewer, "Late words.")
    assert "Late words." in reviewer.get(page(section)).content.decode()


def test_a_page_that_is_too_old_is_told_so(board: make.World, section: ReportSection, signed_in: Any) -> None:
    assert keep(section, signed_in(board.reviewer), "x", seen="").status_code == 422
    assert not Unsaved.objects.exists()


def test_a_version_that_no_section_can_have_is_turned_away(
    board: make.World, section: ReportSection, signed_in: Any
) -> None:
    assert keep(section, signed_in(board.reviewer), "He was", 2**31).status_code == 422
    assert Unsaved.objects.count() == 0


def test_only_who_may_write_the_report_keeps_anything(board: make.World, section: ReportSection) -> None:
    with pytest.raises(PermissionDenied):
        verbs.keep(by=board.panel, section=section, text="x", seen_version=2)
