"""Actions of agencies: where they stand, who assures them, what holds them up, and who is told."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from findings.models import Action, Finding, Milestone, Recommendation, Response
from findings.standing_of_actions import Standing
from reviews.models import Board, Review
from reviews.stages import Stage
from tests import make

TODAY = date(2026, 11, 24)


@pytest.fixture
def review(board: make.World) -> Review:
    """A review in monitoring."""
    return make.review(board, stage=Stage.MONITORING)


def accepted(board: make.World, review: Review, number: int = 1) -> Recommendation:
    """A recommendation to the police that the board has accepted."""
    finding = Finding.objects.create(
        review=review, number=number, title="Visits were missed", what="w", why="y", written_by=board.reviewer
    )
    made = Recommendation.objects.create(
        review=review, number=number, text="Plan visits.", measure="Visits kept", written_by=board.reviewer
    )
    made.findings.set([finding])
    made.agencies.set([board.police])
    Response.objects.create(
        recommendation=made, answer="accepted", responded_by=board.chair, responded_on=timezone.localdate()
    )
    return made


def drawn(recommendation: Recommendation, agency: Any) -> list[Action]:
    """Actions in every state, around every day that decides where one stands."""
    made = []
    for status in ("planned", "in_progress", "claimed_done", "assured", "closed"):
        for target in (-1, 0, 10, 11, 200):
            for start, heard, retest in (
                (None, None, None), (1, None, 0), (-40, None, 1), (-5, -39, -1), (None, -40, None), (0, -41, None),
            ):  # fmt: skip
                on = [TODAY + timedelta(days=each) if each is not None else None for each in (start, heard, retest)]
                values = {"start_on": on[0], "last_word_on": on[1], "retest_on": on[2], "status": status}
                made.append(
                    Action(
                        recommendation=recommendation, agency=agency, number=len(made) + 1, text="t",
                        target_on=TODAY + timedelta(days=target), **values,
                    )
                )  # fmt: skip
    return made


@pytest.mark.parametrize("age", [10, 39, 40, 41])
def test_the_database_and_the_page_agree_where_an_action_stands(board: make.World, review: Review, age: int) -> None:
    other = make.world("Marlow")
    Board.objects.filter(pk=board.board.pk).update(due_soon_days=10, quiet_days=40)
    theirs = accepted(other, make.review(other, stage=Stage.MONITORING))
    for asked, agency in ((accepted(board, review), board.police), (theirs, other.police)):
        for number, each in enumerate(drawn(asked, agency)):
            each.save()
            if number % 3 == 0:
                done = TODAY if number % 2 else None
                Milestone.objects.create(action=each, text="m", due_on=TODAY - timedelta(days=1), done_on=done)
                Milestone.objects.create(action=each, text="m", due_on=TODAY)
    set_on = timezone.make_aware(datetime(2026, 11, 24, 23, 30)) - timedelta(days=age)
    Action.objects.update(created_at=set_on)
    rows = Action.objects.with_standing(TODAY).select_related("recommendation__review__board")
    found = [(each.standing, each.stands(TODAY).standing.value) for each in rows.prefetch_related("milestones")]
    assert [pair for pair in found if pair[0] != pair[1]] == []
    assert {standing for standing, _ in found} >= {each.value for each in Standing} - {"on-track"}
