"""Many actions on one page: what is right is kept, what is not stays as it was typed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from findings.models import Action, ActionUpdate
from findings.services import action as verbs
from reviews.models import Event, Review
from reviews.stages import Stage
from tests import make
from tests.findings.test_action import accepted

PAGE = "/findings/update/"


@pytest.fixture
def actions(board: make.World) -> list[Action]:
    """Three actions of the police, owned by nobody in particular."""
    review = make.review(board, stage=Stage.MONITORING)
    on, made = timezone.localdate(), []
    for number in (1, 2, 3):
        values = {"agency": board.police, "text": f"Step {number}.", "target_on": on + timedelta(days=number)}
        made.append(verbs.set_action(by=board.manager, recommendation=accepted(board, review, number), values=values))
    return made


def sent(**rows: dict[str, str]) -> dict[str, str]:
    """What the page's form sends: {"a7": {"note": …}} as action-7-note."""
    return {f"action-{key[1:]}-{name}": value for key, row in rows.items() for name, value in row.items()}


def test_rows_that_can_be_kept_are_kept_and_the_others_stay_as_typed(
    board: make.World, actions: list[Action], signed_in: Any
) -> None:
    one, two, three = (each.pk for each in actions)
    client, today = signed_in(board.police_lead), timezone.localdate()
    typed = {
        f"a{one}": {"rag": "green", "note": "Trained all."}, f"a{two}": {"rag": "red", "note": "", "done_on": "1/1/2031"},
        f"a{three}": {"note": "Done too.", "done_on": f"{today:%d/%m/%Y}"},
    }  # fmt: skip
    answer = client.post(PAGE, sent(**typed))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Action 2.1: Say in a line what was done." in page
    assert "That day has not come yet" in page
    assert 'value="1/1/2031"' in page
    assert [(each.status, each.rag) for each in Action.objects.order_by("pk")] == [
        ("in_progress", "green"), ("planned", ""), ("claimed_done", ""),
    ]  # fmt: skip
    assert Action.objects.get(pk=three).done_on == today
    assert ActionUpdate.objects.count() == 2


def test_a_second_click_reports_nothing_twice(board: make.World, actions: list[Action], signed_in: Any) -> None:
    client = signed_in(board.police_lead)
    typed = {**sent(**{f"a{actions[0].pk}": {"note": "Trained."}}), "once": "click"}
    assert [client.post(PAGE, typed).status_code for _ in range(2)] == [302, 302]
    assert ActionUpdate.objects.count() == 1
    assert Event.objects.filter(verb="action.progressed").count() == 1


def test_what_somebody_else_reported_done_meanwhile_is_said_and_the_words_stay(
    board: make.World, actions: list[Action], signed_in: Any
) -> None:
    verbs.report_progress(by=board.police_owner, action=actions[0], note="Done.", done=True)
    answer = signed_in(board.police_lead).post(PAGE, sent(**{f"a{actions[0].pk}": {"note": "Half of it."}}))
    assert answer.status_code == 422
    assert "no longer applies" in answer.content.decode()
    assert "Half of it." in answer.content.decode()


def test_an_agency_reports_on_nothing_of_another(board: make.World, actions: list[Action], signed_in: Any) -> None:
    typed = sent(**{f"a{actions[0].pk}": {"note": "Ours now."}})
    for who in ("school_lead", "police_author", "auditor"):
        page = signed_in(board.people[who])
        assert "Step 1." not in page.get(PAGE).content.decode()
        page.post(PAGE, typed)
    assert not ActionUpdate.objects.exists()


def test_the_business_manager_chooses_an_agency(board: make.World, actions: list[Action], signed_in: Any) -> None:
    client = signed_in(board.manager)
    assert "Choose an agency" in client.get(PAGE).content.decode()
    assert "Step 1." in client.get(f"{PAGE}?agency={board.police.pk}").content.decode()
    answer = client.post(f"{PAGE}?agency={board.police.pk}", sent(**{f"a{actions[0].pk}": {"note": "By phone."}}))
    assert answer.url == f"{PAGE}?agency={board.police.pk}"
    assert ActionUpdate.objects.get().written_by == board.manager


def test_the_page_waits_in_the_work_of_the_lead(board: make.World, actions: list[Action], signed_in: Any) -> None:
    assert "Update your agency’s actions: 3 open" in signed_in(board.police_lead).get("/").content.decode()
    assert "Update your agency’s actions" not in signed_in(board.school_lead).get("/").content.decode()
    Review.objects.update(stage=Stage.COLLECTION)
    assert "Update your agency’s actions" not in signed_in(board.police_lead).get("/").content.decode()
