"""Barriers: who is told at which step, and what lifted them."""

from __future__ import annotations

from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.utils import timezone

from findings.models import Action, Barrier
from findings.resistance import by_age, lifted_before, picture
from findings.services import barrier as verbs
from reviews.models import Event, Message
from reviews.stages import Stage
from scr_portal.lib.records import Refused
from tests import make
from tests.findings.test_action import owned


def day(number: int) -> date:
    return timezone.localdate() + timedelta(days=number)


@pytest.fixture
def action(board: make.World) -> Action:
    """An action of the police in a review in monitoring; its letters are not counted here."""
    made = owned(board, make.review(board, stage=Stage.MONITORING))
    Message.objects.all().delete()
    return made


def raised(board: make.World, action: Action, **values: Any) -> Barrier:
    said = {"what": "The system cannot share.", "who_can_lift": "The supplier", "since": day(-40), "step": "agency"}
    return verbs.add(by=board.police_owner, action=action, values={**said, **values})


def test_each_step_up_tells_those_who_hold_it_there_by_link_and_reference_alone(
    board: make.World, action: Action
) -> None:
    made = raised(board, action)
    assert not Message.objects.exists()
    for step, who in (("lead", {"police_lead"}), ("sponsor", {"police_senior"}), ("chair", {"chair", "manager"})):
        made = verbs.escalate(by=board.police_owner, barrier=made, step=step, why="Tried.")
        letters = Message.objects.filter(key__startswith=f"barrier:{made.pk}:{step}:")
        assert {letter.to for letter in letters} == {board.people[each] for each in who}
        assert all("supplier" not in letter.text + letter.subject for letter in letters)
        assert all("Train" not in letter.text and "Police" not in letter.text + letter.subject for letter in letters)
    with pytest.raises(Refused, match="further up"):
        verbs.escalate(by=board.police_owner, barrier=made, step="lead", why="Back.")
    steps = [event.facts["to"] for event in Event.objects.filter(verb="barrier.escalated").order_by("pk")]
    assert steps == ["lead", "sponsor", "chair"]


def test_a_barrier_waits_in_the_work_of_those_at_its_step_until_it_is_lifted(
    board: make.World, action: Action, signed_in: Any
) -> None:
    made = raised(board, action, step="chair")
    what = "Lift what stands in the way of action 1.1"
    assert what in signed_in(board.chair).get("/").content.decode()
    for who in ("manager", "police_lead", "school_lead"):
        assert what not in signed_in(board.people[who]).get("/").content.decode()
    verbs.lift(by=board.manager, barrier=made, what="The contract was changed.", on=day(0))
    assert what not in signed_in(board.chair).get("/").content.decode()
    with pytest.raises(Refused, match="lifted already"):
        verbs.lift(by=board.manager, barrier=made, what="Again.", on=day(0))


def test_a_barrier_is_not_lifted_before_it_stood(board: make.World, action: Action) -> None:
    with pytest.raises(Refused, match="before it stood"):
        verbs.lift(by=board.manager, barrier=raised(board, action), what="Luck.", on=day(-41))


def test_the_list_goes_across_reviews_and_tells_age_and_what_lifted_the_others(
    board: make.World, action: Action, signed_in: Any
) -> None:
    raised(board, action)
    other = owned(board, make.review(board, stage=Stage.MONITORING, number=2))
    lifted = raised(board, other, what="No room.", since=day(-10))
    verbs.lift(by=board.manager, barrier=lifted, what="The school lent one.", on=day(-3))
    client = signed_in(board.chair)
    standing = client.get("/findings/barrier/").content.decode()
    assert "One barrier stands in the way of an action, for 40 days" in standing
    assert "No room." not in standing.split("What lifted such barriers before")[0]
    every = client.get("/findings/barrier/?show=all").content.decode()
    assert "The school lent one." in every
    assert ">7<" in every
    narrowed = client.get(f"/findings/barrier/?show=all&review={other.review.ref}").content.decode()
    assert "No room." in narrowed
    assert "cannot share" not in narrowed
    assert "cannot share" not in signed_in(board.school_lead).get("/findings/barrier/?show=all").content.decode()


def test_barriers_are_drawn_by_what_they_are_about_and_how_long_they_stand(
    board: make.World, action: Action, signed_in: Any
) -> None:
    raised(board, action, kind="people", since=day(-30))
    raised(board, action, kind="people", since=day(-31))
    gone = raised(board, action, kind="money", since=day(-300))
    verbs.lift(by=board.police_owner, barrier=gone, what="A grant.", on=day(0))
    figure = by_age([("people", day(-30)), ("people", day(-31)), ("money", day(-181))], day(0))
    assert figure.rows == (("Money", (0, 0, 0, 1)), ("Posts, people or their time", (1, 1, 0, 0)))
    shown = picture(Barrier.objects.visible_to(board.chair), day(0))
    assert shown is not None
    assert shown.table[1:] == [["Posts, people or their time", "1", "1", "0", "0"]]
    page = unescape(signed_in(board.chair).get("/findings/barrier/").content.decode())
    assert "The same in a table" in page
    assert picture(Barrier.objects.visible_to(board.school_lead), day(0)) is None


def test_who_meets_a_barrier_reads_what_lifted_its_like_and_how_long_that_took(
    board: make.World, action: Action, signed_in: Any
) -> None:
    for since, what in ((-10, "A trainer was lent."), (-40, "The rota was changed."), (-20, "Two posts were filled.")):
        made = raised(board, action, kind="people", since=day(since))
        verbs.lift(by=board.police_owner, barrier=made, what=what, on=day(0))
    told = raised(board, action, kind="money")
    [people] = lifted_before(Barrier.objects.visible_to(board.police_owner))
    assert (people.label, people.number, people.days) == ("Posts, people or their time", 3, 20)
    assert [days for _, days in people.latest] == [20, 40, 10]
    client = signed_in(board.police_owner)
    form = unescape(client.get(f"/findings/action/{action.pk}/barrier/new/").content.decode())
    assert "A trainer was lent." in form
    assert "half of them within 20 days" in form
    up = unescape(client.get(f"/findings/action/{action.pk}/barrier/{told.pk}/escalate/").content.decode())
    assert "A trainer was lent." not in up
    assert lifted_before(Barrier.objects.visible_to(board.school_owner)) == []


def test_the_list_is_narrowed_by_what_barriers_are_about(board: make.World, action: Action, signed_in: Any) -> None:
    raised(board, action, kind="people", what="No trainer.")
    raised(board, action, kind="money", what="No grant.")
    page = signed_in(board.chair).get("/findings/barrier/?kind=money").content.decode()
    assert "No grant." in page
    assert "No trainer." not in page
