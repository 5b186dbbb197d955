"""Releasing the merged chronology and taking it back: who reads, who is told, and what stands in the record."""

from __future__ import annotations

import pytest

from agencies.models import Entry
from reviews.models import Event, Message
from reviews.services import stage
from reviews.stages import Stage
from reviews.workflow import MoveRefused
from tests import make
from tests.case import entry


def test_release_tells_the_panel_without_a_fact_and_can_be_taken_back(board: make.World) -> None:
    review = make.review(board, stage=Stage.COLLECTION)
    made = entry(make.request(board, review, board.police, status="returned"), 1)
    Entry.objects.bulk_create([made])
    stage.move(by=board.reviewer, review=review, verb="release")
    [letter] = Message.objects.filter(kind="release")
    assert letter.to == board.panel
    assert review.title not in letter.subject + letter.text
    assert "Amara" not in letter.subject + letter.text
    assert Entry.objects.visible_to(board.panel).count() == 1
    stage.withdraw_release(by=board.reviewer, review=review, why="A row has to be looked at.")
    assert Entry.objects.visible_to(board.panel).count() == 0
    assert Entry.objects.visible_to(board.reviewer).count() == 1
    newest = Event.objects.filter(review=review)[:2]
    assert [(event.verb, event.why) for event in newest] == [
        ("review.release_withdrawn", "A row has to be looked at."),
        ("review.release", ""),
    ]
    stage.move(by=board.reviewer, review=review, verb="release")
    assert Message.objects.filter(kind="release").count() == 2


def test_once_the_report_is_being_drafted_the_release_stands(board: make.World) -> None:
    review = make.review(board, stage=Stage.DRAFTING)
    with pytest.raises(MoveRefused, match="no longer applies"):
        stage.withdraw_release(by=board.reviewer, review=review, why="Too late.")
