"""Actions of agencies: where they stand, who assures them, what holds them up, and who is told."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.http import Http404
from django.utils import timezone

from findings.forms.action import EditForm
from findings.models import Action, Finding, Milestone, Recommendation, Response
from findings.services import action as verbs
from findings.services import milestone
from findings.standing_of_actions import Standing
from reviews.models import Board, Review
from reviews.stages import Stage
from scr_portal.lib.records import Refused
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
    made: list[Action] = []
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


def owned(board: make.World, review: Review, days: int = 30, **values: Any) -> Action:
    """An action of the police that Bea Novak owns, due in so many days."""
    said = {"agency": board.police, "text": "Train.", "owner": board.police_owner, "target_on": day(days), **values}
    return verbs.set_action(by=board.manager, recommendation=accepted(board, review), values=said)


def day(number: int) -> date:
    return timezone.localdate() + timedelta(days=number)


def reported(board: make.World, review: Review, by: Any = None) -> Action:
    return verbs.report_progress(by=by or board.police_owner, action=owned(board, review), note="Done.", done=True)


def test_a_moved_target_keeps_the_first_in_sight_with_every_reason(
    board: make.World, review: Review, signed_in: Any
) -> None:
    action = owned(board, review)
    for to, why in ((60, "The supplier is late."), (90, "The supplier has closed.")):
        action = verbs.move_target(by=board.manager, action=action, to_on=day(to), reason=why)
    assert (action.first_target_on, action.target_on) == (day(30), day(90))
    page = signed_in(board.police_lead).get(f"/findings/action/{action.pk}/").content.decode()
    assert "The supplier is late." in page
    assert "The supplier has closed." in page
    with pytest.raises(Refused, match="target already"):
        verbs.move_target(by=board.manager, action=action, to_on=day(90), reason="Again.")


def test_the_agency_that_acts_cannot_move_its_own_target(board: make.World, review: Review) -> None:
    with pytest.raises(Http404):
        verbs.move_target(by=board.police_lead, action=owned(board, review), to_on=day(90), reason="Later.")


def test_nobody_of_the_agency_that_acts_and_nobody_who_reported_it_assures_an_action(
    board: make.World, review: Review
) -> None:
    done = reported(board, review, by=board.manager)
    with pytest.raises(Refused, match="You reported this action done"):
        verbs.assure(by=board.manager, action=done, note="Seen.")
    board.chair.agency = board.police
    with pytest.raises(Refused, match="does not work for the agency"):
        verbs.assure(by=board.chair, action=done, note="Seen.")
    board.chair.agency = None
    assert verbs.assure(by=board.chair, action=done, note="Seen.").assured_by == board.chair


def test_a_test_of_impact_comes_back_on_its_day_and_its_result_can_take_the_claim_back(
    board: make.World, review: Review, signed_in: Any
) -> None:
    assured = verbs.assure(by=board.manager, action=reported(board, review), note="Seen.", retest_on=day(90))
    said = {"measure": "Audit", "result": "18 of 20", "shown": "yes", "tested_on": day(0)}
    verbs.record_impact(by=board.manager, action=assured, values=said, retest_on=day(180))
    assert Action.objects.get().status == "closed"
    what = "Test the impact of action 1.1"
    assert what not in signed_in(board.manager).get("/").content.decode()
    Action.objects.update(retest_on=day(-1))
    assert what in signed_in(board.manager).get("/").content.decode()
    assert what not in signed_in(board.chair).get("/").content.decode()
    verbs.record_impact(by=board.manager, action=assured, values={**said, "result": "4 of 20", "shown": "no"})
    assert (Action.objects.get().status, Action.objects.get().retest_on) == ("assured", None)


def test_a_reopened_action_waits_for_its_agency_again(board: make.World, review: Review) -> None:
    done = verbs.assure(by=board.manager, action=reported(board, review), note="Seen.", retest_on=day(90))
    again = verbs.reopen(by=board.manager, action=done, why="The form is not used.")
    assert (again.status, again.done_on, again.assured_by, again.retest_on) == ("in_progress", None, None, None)
    assert again.stands(timezone.localdate()).standing in {Standing.ON_TRACK, Standing.DUE_SOON}


def test_a_critical_friend_does_not_work_for_the_agency_that_acts(board: make.World, review: Review) -> None:
    action = owned(board, review)
    with pytest.raises(Refused, match="does not work for the agency"):
        verbs.comment(by=board.panel, action=action, text="Well done us.")
    assert verbs.comment(by=board.reviewer, action=action, text="Who came?").written_by == board.reviewer


def test_an_owner_is_somebody_who_can_report(board: make.World, review: Review) -> None:
    with pytest.raises(Refused, match="needs the role"):
        owned(board, review, owner=board.police_author)


def test_the_board_alone_changes_what_is_to_be_done(board: make.World, review: Review, signed_in: Any) -> None:
    action = owned(board, review)
    address = f"/findings/action/{action.pk}/edit/"
    sent = {"text": "Nothing.", "lead_person": "Dana Price, inspector", "sponsor": "", "seen_version": action.version}
    assert signed_in(board.police_lead).post(address, sent).status_code == 302
    action.refresh_from_db()
    assert (action.text, action.lead_person, action.owner) == ("Train.", "Dana Price, inspector", None)
    with pytest.raises(Http404):
        verbs.edit(by=board.police_lead, action=action, values={"text": "Nothing."})


def test_a_sponsor_is_written_as_the_boards_other_actions_write_it(board: make.World, review: Review) -> None:
    action = owned(board, review, sponsor="Dr Amy Lee, chief nurse")
    form = EditForm({"sponsor": " dr amy lee,  Chief Nurse", "seen_version": 1}, record=action, may_set=False)
    assert form.is_valid()
    assert form.cleaned_data["sponsor"] == "Dr Amy Lee, chief nurse"


def test_a_board_reads_its_own_words_where_a_colour_is_chosen_and_shown(
    board: make.World, review: Review, signed_in: Any
) -> None:
    Board.objects.update(rag_legend={"blue": {"label": "Embedded", "meaning": "Seen in ten records."}})
    action = verbs.report_progress(by=board.police_owner, action=owned(board, review), note="Half.", rag="blue")
    client = signed_in(board.police_owner)
    for page in (f"/findings/action/{action.pk}/progress/", f"/findings/action/{action.pk}/", "/findings/update/"):
        said = client.get(page).content.decode()
        assert "Embedded" in said, page
        assert "Seen in ten records." in said, page


def test_a_missed_milestone_shows_before_the_target_does(board: make.World, review: Review) -> None:
    action = owned(board, review, days=90)
    made = milestone.add(by=board.police_owner, action=action, values={"text": "Room", "due_on": day(-1)})
    assert action.stands(timezone.localdate()).standing == Standing.BEHIND
    milestone.reach(by=board.police_owner, milestone=made, on=day(0))
    assert Action.objects.get().stands(timezone.localdate()).standing == Standing.ON_TRACK
    with pytest.raises(Refused, match="already"):
        milestone.reach(by=board.police_owner, milestone=made, on=day(0))
