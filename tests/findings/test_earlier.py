"""Learning from earlier reviews: by theme, only what the reader may see, with what became of it."""

from __future__ import annotations

from typing import Any

import pytest

from findings import earlier
from findings.models import Action, Finding, Mark, Recommendation, Response, Theme
from reviews.models import Review
from tests import make
from tests.case import entry


@pytest.fixture
def theme(board: make.World) -> Theme:
    return Theme.objects.create(board=board.board, name="Neglect")


def learned(board: make.World, theme: Theme, *, number: int, stage: str) -> Recommendation:
    """A review with one finding of the theme and a recommendation that rests on it."""
    review = make.review(board, number=number, stage=stage)
    finding = Finding.objects.create(review=review, number=1, title="t", what="w", why="y", written_by=board.reviewer)
    finding.themes.set([theme])
    made = Recommendation.objects.create(review=review, number=1, text=f"Do {number}.", written_by=board.reviewer)
    made.findings.set([finding])
    return made


def test_ended_reviews_with_the_same_theme_are_proposed_with_what_became_of_them(
    board: make.World, theme: Theme, signed_in: Any
) -> None:
    done = learned(board, theme, number=1, stage="closed")
    learned(board, theme, number=2, stage="drafting")
    Response.objects.create(recommendation=done, answer="in_part", responded_by=board.chair, responded_on="2026-09-01")
    action = {"agency": board.police, "text": "t", "target_on": "2026-09-01"}
    Action.objects.create(recommendation=done, number=1, status="assured", **action)
    Action.objects.create(recommendation=done, number=2, **action)
    now = make.review(board, number=3, stage="commissioning")
    found = earlier.about(now, board.manager, {theme.pk})
    assert [(each.recommendation, each.themes, each.answer, each.outcome) for each in found] == [
        (done, ("Neglect",), "Accepted in part", "1 of 2 actions assured; an impact was shown for 0.")
    ]
    page = signed_in(board.manager).get(f"/findings/{now.ref}/earlier/?chosen=1&theme={theme.pk}").content.decode()
    assert "Do 1." in page
    assert "Do 2." not in page
    line = (
        signed_in(board.manager)
        .get(f"/reviews/{now.ref}/line/new/?recommendation={done.review.ref}.1")
        .content.decode()
    )
    assert f"Was recommendation 1 of {done.review.ref} carried out" in line


def test_themes_of_this_case_are_chosen_to_begin_with(board: make.World, theme: Theme) -> None:
    learned(board, theme, number=1, stage="closed")
    now = make.review(board, number=2)
    known = earlier.themes(now, board.manager)
    assert earlier.proposed(now, known) == set()
    asked = make.request(board, now, board.police)
    row = entry(asked, 1)
    row.save()
    Mark.objects.create(review=now, entry=row, kind="theme", theme=theme, made_by=board.reviewer)
    assert earlier.proposed(now, known) == {theme.pk}


def test_nobody_sees_a_recommendation_here_that_they_may_not_read(board: make.World, theme: Theme) -> None:
    learned(board, theme, number=1, stage="closed")
    now = make.review(board, number=2)
    newcomer = make.person("Nia Bowen")
    make.member(board.board, newcomer, "panel_member", review=now)
    assert earlier.about(now, newcomer, {theme.pk}) == []
    assert earlier.themes(now, newcomer) == []
    other = make.world("Marlow")
    assert earlier.about(Review.objects.get(pk=now.pk), other.manager, {theme.pk}) == []


def test_a_question_about_what_is_no_recommendation_is_left_empty(board: make.World, signed_in: Any) -> None:
    now = make.review(board)
    page = signed_in(board.manager).get(f"/reviews/{now.ref}/line/new/?recommendation=<b>").content.decode()
    assert "Was recommendation" not in page
