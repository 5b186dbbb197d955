"""Letters about actions: to the owner by the calendar, up by steps while late, each once and without a fact of the case."""

from __future__ import annotations

from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from findings.models import Action
from findings.services import action as verbs
from findings.services import action_reminder
from findings.tasks import remind_of_actions
from reviews.models import Board, Event, Message, Review
from reviews.stages import Stage
from tests import make
from tests.findings.test_action import owned


def day(number: int) -> date:
    return timezone.localdate() + timedelta(days=number)


@pytest.fixture
def review(board: make.World) -> Review:
    """A review in monitoring, on a board with days of its own."""
    Board.objects.filter(pk=board.board.pk).update(remind_before=10, late_to_lead=3, late_to_sponsor=5, late_to_chair=9)
    return make.review(board, stage=Stage.MONITORING)


def told(since: int = 0) -> list[tuple[str, str]]:
    """(reminder, to whom) of the letters in the outbox about targets, in the order in which they were queued."""
    rows = Message.objects.filter(key__regex=r"^action:\d+:\d{4}-").order_by("pk")[since:]
    return [(each.key.split(":")[3], each.to.name if each.to else "") for each in rows]


def late(board: make.World, review: Review, days: int, **values: Any) -> Action:
    made = owned(board, review, days=-days, **values)
    Action.objects.update(last_word_on=None)
    return made


def test_an_owner_is_told_that_an_action_is_theirs_and_reminded_before_and_on_its_target(
    board: make.World, review: Review
) -> None:
    made = owned(board, review, days=10)
    yours = Message.objects.get()
    assert yours.to == board.police_owner
    for today in (day(-1), day(0), day(1), day(10), day(11)):
        action_reminder.remind(action=made, today=today)
    assert told() == [("before", "Bea Novak"), ("on", "Bea Novak")]


def test_a_late_action_goes_up_a_step_after_the_boards_own_days_and_each_is_told_once(
    board: make.World, review: Review
) -> None:
    made = late(board, review, 3)
    assert remind_of_actions() == 2
    assert remind_of_actions() == 0
    assert told() == [("on", "Bea Novak"), ("lead", "Sal Hussain")]
    for number in range(1, 15):
        action_reminder.remind(action=made, today=day(number))
    assert sorted(told(2)) == [
        ("chair", "Ruth Amankwah"), ("chair", "Tom Brennan"), ("sponsor", "Ann Whitlock"), ("sponsor", "Tom Brennan"),
        ("week-1", "Bea Novak"), ("week-2", "Bea Novak"),
    ]  # fmt: skip
    ups = Event.objects.filter(verb="action.escalated").order_by("pk")
    assert [event.facts["to"] for event in ups] == ["lead", "sponsor", "chair"]
    assert Event.objects.filter(verb="action.reminded").count() == 3


def test_letters_hold_a_reference_and_a_link_and_nothing_of_the_case(board: make.World, review: Review) -> None:
    make.subject(board, review)
    made = late(board, review, 20, text="Visit Amara weekly.")
    action_reminder.remind_all()
    for letter in Message.objects.all():
        said = letter.subject + letter.text
        assert review.ref in said
        assert f"/findings/action/{made.pk}/" in said
        assert [word for word in ("Amara", "Visit", "Okafor", "Police", "Child A", "Bea") if word in said] == []


def test_the_link_in_an_owners_letter_opens_the_three_questions_for_that_action(
    board: make.World, review: Review, signed_in: Any
) -> None:
    late(board, review, 0)
    action_reminder.remind_all()
    letter = Message.objects.get(key__contains=":on:")
    address = "/findings/" + letter.text.split("/findings/")[1].split()[0]
    page = signed_in(board.police_owner).get(address).content.decode()
    assert [each for each in ("How is it going?", "What has been done", "Evidence") if each not in page] == []


def test_a_moved_target_begins_anew_and_what_was_waiting_is_called_off(board: make.World, review: Review) -> None:
    made = late(board, review, 4)
    action_reminder.remind_all()
    waiting = Message.objects.waiting().filter(key__regex=r"^action:\d+:\d{4}-")
    assert waiting.count() == 2
    made = verbs.move_target(by=board.manager, action=made, to_on=day(5), reason="Agreed.")
    assert waiting.count() == 0
    assert Message.objects.waiting().get().key.split(":")[2] == "yours"
    action_reminder.remind(action=made, today=day(0))
    assert told()[-1] == ("before", "Bea Novak")


def test_what_is_done_is_chased_no_more(board: make.World, review: Review) -> None:
    verbs.report_progress(by=board.police_owner, action=late(board, review, 30), note="Done.", done=True)
    assert action_reminder.remind_all() == 0


def test_an_action_that_nobody_owns_is_its_leads_and_without_a_lead_the_business_managers(
    board: make.World, review: Review
) -> None:
    late(board, review, 0, owner=None)
    action_reminder.remind_all()
    assert told() == [("on", "Sal Hussain")]
    board.police_lead.is_active = False
    board.police_lead.save()
    action_reminder.remind(action=Action.objects.get(), today=day(2))
    assert told(1) == []  # The same reminder is not sent again because somebody left.
    action_reminder.remind(action=Action.objects.get(), today=day(3))
    assert told(1) == [("lead", "Tom Brennan")]


def test_a_test_of_impact_that_is_due_is_written_to_the_business_manager_once(
    board: make.World, review: Review
) -> None:
    done = verbs.report_progress(by=board.police_owner, action=owned(board, review), note="Done.", done=True)
    verbs.assure(by=board.chair, action=done, note="Seen.", retest_on=day(5))
    Action.objects.update(retest_on=day(-2))
    out = StringIO()
    call_command("remind", stdout=out)
    assert action_reminder.remind_all() == 0
    assert told() == [("retest", "Tom Brennan")]
    assert "/impact/" in Message.objects.get(key__contains=":retest:").text
