"""Question, conclusion, evidence: what answers what, what rests on nothing, and what nobody has used."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from agencies.models import Entry, Imr, ImrSection, Request
from agencies.services import entry
from findings import analysis
from findings.models import Evidence, Mark
from findings.services import finding as verbs
from findings.services import mark
from reviews.models import LineOfEnquiry, Review
from scr_portal.lib.records import Refused
from tests import make

VALUES = {"title": "Nobody asked twice", "what": "w", "why": "y"}


def returned(board: make.World, review: Review, number: int) -> Request:
    """A return of the police that was signed off, with so many entries."""
    asked = make.request(board, review, board.police, author=board.police_author)
    for day in range(1, number + 1):
        entry.enter_by_hand(by=board.police_author, request=asked, date_text=f"{day}/3/2019", event=f"Event {day}.")
    Request.objects.filter(pk=asked.pk).update(status="returned")
    Review.objects.filter(pk=review.pk).update(stage="analysis")
    review.refresh_from_db()
    return asked


@pytest.fixture
def review(board: make.World) -> Review:
    """A review in analysis with two questions, a signed-off return with three entries, and a report of the agency."""
    review = make.review(board)
    LineOfEnquiry.objects.create(review=review, number=2, question="Question 2?")
    request = returned(board, review, 3)
    imr = Imr.objects.create(request=request)
    for key in ("author", "missed", "kloe-1"):
        ImrSection.objects.create(imr=imr, key=key, text=f"What {key} says.")
    return review


def entries(review: Review) -> list[Entry]:
    return [*Entry.objects.filter(review=review).order_by("pk")]


def test_a_conclusion_stands_under_the_question_that_it_answers(board: make.World, review: Review) -> None:
    first = review.lines_of_enquiry.get(number=1)
    made = verbs.add(by=board.reviewer, review=review, values={**VALUES, "lines_of_enquiry": [first]})
    verbs.rest_on(by=board.reviewer, finding=made, entries=entries(review)[:1])
    found = analysis.of_review(review, board.reviewer)
    assert [[each.finding for each in question.conclusions] for question in found.questions] == [[made], []]
    assert [question.line.number for question in found.unanswered] == [2]
    assert [name for name, _ in found.questions[0].conclusions[0].by_kind] == ["Chronology"]
    assert not found.apart


def test_a_conclusion_without_evidence_is_listed(board: make.World, review: Review) -> None:
    made = verbs.add(by=board.reviewer, review=review, values=VALUES)
    found = analysis.of_review(review, board.reviewer)
    assert [each.finding for each in found.resting_on_nothing] == [made]
    assert [each.finding for each in found.apart] == [made]


def test_a_conclusion_that_leaves_something_open_is_listed(board: make.World, review: Review) -> None:
    made = verbs.add(by=board.reviewer, review=review, values=VALUES)
    [open_one] = analysis.of_review(review, board.reviewer).unfinished
    assert "its part in the outcome" in open_one.finding.left_open
    judged = {"expected": "e", "sense": "s", "outcome": "may_have", "outcome_why": "A call might have been answered."}
    verbs.write(by=board.reviewer, finding=made, values=judged)
    assert not analysis.of_review(review, board.reviewer).unfinished


def test_a_part_in_the_outcome_is_judged_with_a_reason(board: make.World, review: Review) -> None:
    with pytest.raises(Refused, match="Say why you judge"):
        verbs.add(by=board.reviewer, review=review, values={**VALUES, "outcome": "did_not", "outcome_why": " "})


def test_the_form_asks_why_and_keeps_what_was_typed(board: make.World, review: Review, client: Client) -> None:
    client.force_login(board.reviewer)
    answer = client.post(reverse("findings.finding.new", args=[review.ref]), {**VALUES, "outcome": "contributed"})
    assert answer.status_code == 422
    assert "Say why you judge its part in the outcome so" in answer.content.decode()
    assert "Nobody asked twice" in answer.content.decode()


def test_evidence_that_nobody_used_is_what_was_marked_and_what_reports_tell(board: make.World, review: Review) -> None:
    one, two, _ = entries(review)
    for each in (one, two):
        mark.add(by=board.panel, entry=each, values={"kind": Mark.Kind.MISSED_OPPORTUNITY})
    found = analysis.of_review(review, board.reviewer)
    assert [*found.marked] == [one, two]
    assert [each.section.key for each in found.unused] == ["missed", "kloe-1"]
    assert [each.section.key for each in found.questions[0].answers] == ["kloe-1"]
    made = verbs.add(by=board.reviewer, review=review, values=VALUES)
    section = ImrSection.objects.get(key="missed")
    verbs.rest_on(by=board.reviewer, finding=made, entries=[one], sections=[section])
    found = analysis.of_review(review, board.reviewer)
    assert [*found.marked] == [two]
    assert [each.section.key for each in found.unused] == ["kloe-1"]
    verbs.no_longer_rests_on(by=board.reviewer, evidence=Evidence.objects.get(entry=one))
    assert [*analysis.of_review(review, board.reviewer).marked] == [one, two]


def test_the_page_says_what_is_missing(board: make.World, review: Review, client: Client) -> None:
    verbs.add(by=board.reviewer, review=review, values=VALUES)
    client.force_login(board.panel)
    shown = client.get(reverse("findings.enquiry.show", args=[review.ref])).content.decode()
    assert "Conclusions that answer none of the questions" in shown
    assert "Rests on nothing yet" in shown
    assert "2 passages of reports" in shown
