"""Roles that are held in one review: they end with it, without anybody's doing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from reviews.models import Event, Membership, Review
from reviews.policy import Role
from reviews.services import stage
from reviews.stages import Stage
from tests import make


@pytest.fixture
def closing(board: make.World) -> Review:
    return make.review(board, stage=Stage.MONITORING)


def test_outsiders_access_ends_by_itself_on_the_day_on_which_the_review_closes(
    board: make.World, closing: Review, signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = timezone.localdate()
    stage.move(by=board.manager, review=closing, verb="close")
    ended = closing.memberships.filter(until=today)
    assert {*ended.values_list("role", flat=True)} == {Role.REVIEW_CHAIR, Role.PANEL_MEMBER, Role.LEGAL_ADVISER}
    [event] = Event.objects.filter(review=closing, verb="review.close")
    assert event.facts["memberships_ended"] == [held.pk for held in ended]
    address = f"/reviews/{closing.ref}/"
    assert signed_in(board.reviewer).get(address).status_code == 200
    monkeypatch.setattr(timezone, "localdate", lambda *_: today + timedelta(days=1))
    answers = {
        who: signed_in(board.people[who]).get(address).status_code for who in ("reviewer", "panel", "legal", "manager")
    }
    assert answers == {"reviewer": 404, "panel": 404, "legal": 404, "manager": 200}


def test_a_day_that_was_set_stands_and_what_is_held_elsewhere_goes_on(board: make.World, closing: Review) -> None:
    other, later = make.review(board, number=2), timezone.localdate() + timedelta(days=28)
    Membership.objects.filter(review=closing, role=Role.REVIEW_CHAIR).update(until=later)
    stage.move(by=board.manager, review=closing, verb="close")
    assert closing.memberships.get(role=Role.REVIEW_CHAIR).until == later
    assert {*other.memberships.values_list("until", flat=True)} == {None}
    assert closing.memberships.get(role=Role.SUPPORT_LEAD).until is None
    assert board.manager.memberships.get().until is None


def test_the_page_of_the_people_says_that_they_end_with_the_review(
    board: make.World, closing: Review, signed_in: Any
) -> None:
    said = signed_in(board.manager).get(f"/reviews/{closing.ref}/terms/").content.decode()
    assert "Review chair or independent reviewer, until the review closes" in said
