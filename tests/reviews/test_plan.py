"""The plan of a rapid review: counted from the notification, ticked by whoever keeps it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from reviews.models import Event, Milestone, Review
from reviews.services import plan
from scr_portal.lib.records import Refused, Stale
from tests import make

AWARE, NOTIFIED = date(2026, 11, 2), date(2026, 11, 4)
VALUES = {"sent_by": "Tom Brennan", "reference": "SI-1", "partners_told": "", "note": ""}


@pytest.fixture
def review(board: make.World) -> Review:
    """A rapid review that was just begun."""
    return make.review(board, stage="information")


def notified(board: make.World, review: Review, **more: Any) -> Any:
    said = {"aware_on": AWARE, "notified_on": NOTIFIED, "values": VALUES, **more}
    return plan.notify(by=board.manager, review=review, **said)


def test_the_plan_has_no_days_until_the_notification_and_counts_from_it(board: make.World, review: Review) -> None:
    assert {task.last for task in plan.planned(review, NOTIFIED)} == {None}
    notified(board, review)
    days = {each.task.key: (each.first, each.last) for each in plan.planned(review, NOTIFIED)}
    assert days["requests"] == (date(2026, 11, 5), date(2026, 11, 5))
    assert days["returns"] == (date(2026, 11, 6), date(2026, 11, 18))
    assert days["decision"][1] == date(2026, 11, 24)


def test_a_corrected_notification_moves_every_day(board: make.World, review: Review) -> None:
    made = notified(board, review)
    with pytest.raises(Stale):
        notified(board, review)
    notified(board, review, notified_on=date(2026, 11, 5), seen_version=made.version)
    assert Milestone.objects.get(review=review, event="notified").happened_on == date(2026, 11, 5)
    assert plan.planned(review, NOTIFIED)[0].last == date(2026, 11, 6)


def test_nobody_is_notified_before_anybody_is_aware(board: make.World, review: Review) -> None:
    with pytest.raises(Refused, match="cannot be earlier"):
        notified(board, review, notified_on=date(2026, 11, 1))


def test_a_tick_says_who_and_when_and_can_be_taken_back(board: make.World, review: Review) -> None:
    plan.tick(by=board.manager, review=review, task="safety")
    (ticked,) = [each.tick for each in plan.planned(review, NOTIFIED) if each.tick]
    assert (ticked.ticked_by, ticked.ticked_on) == (board.manager, timezone.localdate())
    with pytest.raises(Refused, match="ticked already"):
        plan.tick(by=board.manager, review=review, task="safety")
    plan.untick(by=board.manager, review=review, task="safety")
    plan.tick(by=board.manager, review=review, task="safety")
    verbs = Event.objects.filter(verb__startswith="plan.").order_by("pk").values_list("verb", flat=True)
    assert [*verbs] == ["plan.ticked", "plan.unticked", "plan.ticked"]


def test_a_task_is_late_after_its_day_until_it_is_ticked(board: make.World, review: Review) -> None:
    notified(board, review)
    late = {each.task.key for each in plan.planned(review, date(2026, 11, 9)) if each.late}
    assert late == {"requests", "safety"}


def test_a_task_that_the_rule_set_does_not_have_is_refused(board: make.World, review: Review) -> None:
    with pytest.raises(Refused, match="not in the plan"):
        plan.tick(by=board.manager, review=review, task="lunch")


def test_the_panel_reads_the_plan_and_ticks_nothing(board: make.World, review: Review, signed_in: Any) -> None:
    assert signed_in(board.panel).get(f"/reviews/{review.ref}/plan/").status_code == 200
    with pytest.raises(PermissionDenied):
        plan.tick(by=board.panel, review=review, task="safety")


def test_a_rule_set_without_a_plan_says_so(board: make.World, signed_in: Any) -> None:
    adult = make.review(board, rule_set=make.ADULT, title="Adult B")
    page = signed_in(board.manager).get(f"/reviews/{adult.ref}/plan/").content.decode()
    assert "no plan by days" in page
