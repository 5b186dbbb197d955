"""What a writer is told beside the text: length against the commission, reading, wording; and none of it stops anything."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest

from findings.models import Report, ReportSection
from findings.services import budget
from findings.services import section as sections
from reviews.models import Decision, Event
from reviews.stages import Stage
from scr_portal.lib.records import Refused, Stale
from tests import make

TEXT = "The mother failed to engage with the health visitor. Nobody asked her why."


@pytest.fixture
def section(board: make.World) -> ReportSection:
    """The first section of a report that is being drafted."""
    report = Report.objects.create(review=make.review(board, stage=Stage.DRAFTING), title="Child A")
    return ReportSection.objects.create(report=report, key="introduction", title="Introduction", order=1)


def page(client: Any, section: ReportSection, of: str = "report/section/introduction/") -> str:
    return unescape(client.get(f"/findings/{section.review.ref}/{of}").content.decode())


def test_the_commissioned_length_stands_beside_the_text_and_stops_nothing(
    board: make.World, section: ReportSection, signed_in: Any
) -> None:
    client = signed_in(board.manager)
    form = {"words-introduction": "60", "seen_version": 1}
    assert client.post(f"/findings/{section.review.ref}/budget/edit/", form).status_code == 302
    sections.write(by=board.reviewer, section=section, text="word " * 75)
    assert "75 words of 60" in page(client, section)
    assert "15 over" in page(client, section)
    assert "75 of 60 words" in page(client, section, "report/")


@pytest.mark.parametrize("wrong", ["many", "3", "-1"])
def test_a_length_that_is_none_is_asked_again(
    board: make.World, section: ReportSection, signed_in: Any, wrong: str
) -> None:
    form = {"words-introduction": wrong, "seen_version": 1}
    answer = signed_in(board.manager).post(f"/findings/{section.review.ref}/budget/edit/", form)
    assert answer.status_code == 422
    assert Report.objects.get().budgets == {}


def test_lengths_are_set_for_sections_that_are_there_and_by_who_saw_the_latest(
    board: make.World, section: ReportSection
) -> None:
    report, before = section.report, Event.objects.count()
    with pytest.raises(Refused, match="no such section"):
        budget.commission(by=board.manager, report=report, words={"poems": 300})
    budget.commission(by=board.manager, report=report, words={"introduction": 300}, seen_version=1)
    with pytest.raises(Stale):
        budget.commission(by=board.reviewer, report=report, words={}, seen_version=1)
    assert [event.verb for event in Event.objects.all()[: Event.objects.count() - before]] == ["report.budget_set"]


def test_wording_is_advised_on_with_the_sentence_and_a_better_way(
    board: make.World, section: ReportSection, signed_in: Any
) -> None:
    sections.write(by=board.reviewer, section=section, text=TEXT)
    shown = page(signed_in(board.reviewer), section)
    for words in ("“failed to engage”", "The mother failed to engage with the health visitor.", "Say what was offered"):
        assert words in shown
    assert "Wording to look at" not in page(signed_in(board.panel), section, "section/introduction/")


@pytest.mark.parametrize(
    ("rule_set", "outcome", "law"),
    [
        (make.ADULT, "mandatory", "section 44(1) to (3) of the Care Act 2014"),
        (make.ADULT, "discretionary", "section 44(4) of the Care Act 2014"),
        (make.CHILD, "lcspr", "section 16F of the Children Act 2004"),
        (make.CHILD, "other_review", ""),
    ],
)
def test_the_mandate_is_offered_as_it_was_decided(
    board: make.World, signed_in: Any, rule_set: str, outcome: str, law: str
) -> None:
    review = make.review(board, stage=Stage.DRAFTING, rule_set=rule_set)
    report = Report.objects.create(review=review, title="A")
    section = ReportSection.objects.create(report=report, key="introduction", title="Introduction", order=1)
    client = signed_in(board.reviewer)
    assert "The mandate" not in page(client, section)
    said = {"recommended_outcome": outcome, "recommendation": "r", "recommended_by": board.manager}
    Decision.objects.create(review=review, outcome=outcome, **said)
    shown = page(client, section)
    assert (law in shown) if law else ("The mandate" not in shown)
