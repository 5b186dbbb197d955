"""The days of board meetings: set down once, corrected, taken out; on its own day a meeting is still to come."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from findings.models import BoardMeeting
from findings.services import board_meeting as verbs
from reviews.models import Event
from scr_portal.lib.records import Refused, Stale
from tests import make

TODAY = timezone.localdate()


def test_the_last_meeting_lies_before_today_and_the_next_one_may_be_today(board: make.World) -> None:
    for days in (-90, -1, 0, 30):
        verbs.set_down(by=board.manager, board=board.board, held_on=TODAY + timedelta(days=days))
    known = BoardMeeting.objects.visible_to(board.chair)
    last, coming = known.last_before(TODAY), known.next_from(TODAY)
    assert last
    assert coming
    assert [last.held_on, coming.held_on] == [TODAY - timedelta(days=1), TODAY]


def test_a_day_is_set_down_once(board: make.World) -> None:
    made = verbs.set_down(by=board.manager, board=board.board, held_on=TODAY)
    other = verbs.set_down(by=board.manager, board=board.board, held_on=TODAY + timedelta(days=1))
    for again in (
        lambda: verbs.set_down(by=board.manager, board=board.board, held_on=TODAY),
        lambda: verbs.correct(by=board.manager, meeting=other, held_on=TODAY),
    ):
        with pytest.raises(Refused, match="on that day already"):
            again()
    assert BoardMeeting.objects.filter(held_on=TODAY).get() == made


def test_the_day_is_corrected_and_a_stale_form_is_noticed(board: make.World) -> None:
    made = verbs.set_down(by=board.manager, board=board.board, held_on=TODAY)
    found = verbs.correct(by=board.manager, meeting=made, held_on=TODAY + timedelta(days=7), seen_version=1)
    assert (found.held_on, found.version) == (TODAY + timedelta(days=7), 2)
    with pytest.raises(Stale):
        verbs.correct(by=board.manager, meeting=made, held_on=TODAY, seen_version=1)


def test_a_meeting_that_was_not_held_is_taken_out_and_its_history_stays(board: make.World) -> None:
    made = verbs.set_down(by=board.manager, board=board.board, held_on=TODAY)
    key = made.pk
    verbs.remove(by=board.manager, meeting=made)
    assert not BoardMeeting.objects.exists()
    assert [row.history_type for row in BoardMeeting.history.filter(id=key)] == ["-", "+"]
    assert Event.objects.filter(verb="board_meeting.removed").get().facts["held_on"] == TODAY.isoformat()


def test_nobody_but_the_business_manager_keeps_the_days(board: make.World, signed_in: Any) -> None:
    with pytest.raises(PermissionDenied):
        verbs.set_down(by=board.chair, board=board.board, held_on=TODAY)
    assert signed_in(board.chair).get("/findings/board_meeting/").status_code == 403


def test_a_meeting_of_another_board_is_not_found(board: make.World, signed_in: Any) -> None:
    made = verbs.set_down(by=board.manager, board=board.board, held_on=TODAY)
    client = signed_in(make.world("Marlow").manager)
    assert client.get(f"/findings/board_meeting/{made.pk}/edit/").status_code == 404
    assert client.post(f"/findings/board_meeting/{made.pk}/remove/").status_code == 404
    assert not BoardMeeting.objects.visible_to(make.world("Arden").manager).exists()


def test_a_wrong_day_says_so_and_what_was_typed_stays(board: make.World, signed_in: Any) -> None:
    answer = signed_in(board.manager).post("/findings/board_meeting/new/", {"held_on": "31/2/2026"})
    assert (answer.status_code, "31/2/2026" in answer.content.decode()) == (422, True)
