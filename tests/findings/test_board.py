"""The board's view: every count leads to the rows that it counts, and what has changed is told since the last meeting."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from findings import plan_pictures
from findings.burn_down import Month
from findings.dashboard import CHANGES, DISJOINT, LATENESS, STATES, Plan
from findings.forms.board import FITS, PlanFilterForm
from findings.models import (
    Action,
    Barrier,
    BoardMeeting,
    Finding,
    Milestone,
    Recommendation,
    Response,
    TargetRevision,
    Theme,
)
from findings.services import action as actions
from reviews.models import Event, Review
from scr_portal.demo.timetable import on
from tests import make

TODAY = timezone.localdate()


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def review(board: make.World) -> Review:
    return make.review(board, stage="monitoring")


@pytest.fixture
def accepted(board: make.World, review: Review) -> Recommendation:
    """A recommendation of both agencies that the board accepted; it rests on two findings with one theme."""
    theme = Theme.objects.create(board=board.board, name="Daily life")
    made = Recommendation.objects.create(review=review, number=1, text="Ask why.", written_by=board.reviewer)
    for number in (1, 2):
        finding = Finding.objects.create(
            review=review, number=number, title="f", what="w", why="y", written_by=board.reviewer
        )
        finding.themes.set([theme])
        made.findings.add(finding)
    made.agencies.set([board.police, board.school])
    Response.objects.create(recommendation=made, answer="accepted", responded_by=board.chair, responded_on=ago(200))
    return made


def action(
    board: make.World, accepted: Recommendation, late: int = -30, *, school: bool = False, **values: Any
) -> Action:
    """An action of the police, or of the school, so many days late."""
    agency, owner = (board.school, board.school_owner) if school else (board.police, board.police_owner)
    said = {"agency": agency, "text": "Train.", "owner": owner, "target_on": ago(late), **values}
    return actions.set_action(by=board.manager, recommendation=accepted, values=said)


def assured(board: make.World, made: Action) -> Action:
    done = actions.report_progress(by=board.police_owner, action=made, note="Done.", done=True)
    return actions.assure(by=board.manager, action=done, note="Seen.")


def plan(board: make.World, user: Any = None, since: date | None = None) -> Plan:
    return Plan.of(user or board.manager, board.board, TODAY, since)


def test_each_action_stands_in_one_state_and_in_one_class_of_lateness(
    board: make.World, accepted: Recommendation
) -> None:
    for late in (-200, -31, -30, -1, 0, 1, 30, 31, 90, 91, 180, 181, 3000):
        action(board, accepted, late)
    actions.report_progress(by=board.police_owner, action=action(board, accepted, 3), note="Done.", done=True)
    assured(board, action(board, accepted, 3))
    states, ages = plan(board).states(), plan(board).ages()
    assert {key: states[key] for key in DISJOINT} == {
        "overdue": 8,
        "in_time": 5,
        "claimed": 1,
        "assured": 1,
        "closed": 0,
    }
    assert ages == {"later": 2, "soon": 3, "late-30": 2, "late-90": 2, "late-180": 2, "late-more": 2}
    assert (states["open"], states["all"]) == (13, 15)


def test_overdue_ones_with_a_barrier_and_quiet_ones_are_counted(board: make.World, accepted: Recommendation) -> None:
    first, second, heard = (action(board, accepted, 5) for _ in range(3))
    said = {"who_can_lift": "The supplier", "since": ago(9), "step_on": ago(9), "raised_by": board.manager}
    for lifted in (None, None, ago(2)):
        Barrier.objects.create(action=first if lifted is None else second, what="No money.", lifted_on=lifted, **said)
    Action.objects.update(created_at=timezone.now() - timedelta(days=70))
    actions.report_progress(by=board.police_owner, action=heard, note="Begun.")
    assert (plan(board).states()["blocked"], plan(board).states()["silent"]) == (1, 2)


def test_what_is_in_time_and_yet_behind_or_quiet_is_counted(board: make.World, accepted: Recommendation) -> None:
    behind, quiet, _ = (action(board, accepted, -60) for _ in range(3))
    Milestone.objects.create(action=behind, text="The form is drawn.", due_on=ago(1))
    Milestone.objects.create(action=quiet, text="The form is drawn.", due_on=ago(1), done_on=ago(2))
    Action.objects.filter(pk=quiet.pk).update(created_at=timezone.now() - timedelta(days=70))
    found = plan(board).states()
    assert (found["in_time"], found["behind"], found["stalled"], found["overdue"]) == (3, 1, 1, 0)


def test_every_count_is_as_long_as_the_list_that_it_leads_to(board: make.World, accepted: Recommendation) -> None:
    for late in (-100, -3, 2, 40, 100, 400):
        action(board, accepted, late, school=late > 50, sponsor="" if late > 50 else "Ann Lee, chief officer")
    assured(board, action(board, accepted, 5))
    whole = plan(board, since=ago(60))
    counted = {("show", key): n for key, n in whole.states().items()}
    counted |= {("late", key): n for key, n in whole.ages().items()}
    counted |= {("change", key): n for key, n in whole.changes().items()}
    listed = {
        (name, key): PlanFilterForm({name: key}, board=board.board, plan=whole).narrowed.count()
        for name, key in counted
    }
    assert listed == counted
    assert {name for name, _ in counted} | {"agency", "review", "theme", "sponsor", "words"} == set(FITS)
    for way in whole.ways:
        for row in whole.by(way):
            for state, _, number in row.cells:
                form = PlanFilterForm({way: row.value, "show": state}, board=board.board, plan=whole)
                assert (way, row.label, state, form.narrowed.count()) == (way, row.label, state, number), form.errors


def test_an_action_counts_once_under_a_theme_that_two_findings_share(
    board: make.World, accepted: Recommendation
) -> None:
    action(board, accepted, 5)
    assert [(row.label, row.numbers[0]) for row in plan(board).by("theme")] == [("Daily life", 1)]


def test_what_happened_on_the_day_of_the_meeting_or_later_has_changed_and_nothing_before(
    board: make.World, accepted: Recommendation
) -> None:
    with on(ago(28)):
        old, reopened, late, moved = (action(board, accepted, days) for days in (-50, -50, 10, -50))
        assured(board, reopened)
    met = ago(20)
    with on(met, "00:05"):
        new = action(board, accepted, -50)
        actions.reopen(by=board.manager, action=Action.objects.get(pk=reopened.pk), why="Not so.")
    with on(ago(10)):
        actions.report_progress(by=board.police_owner, action=old, note="Done.", done=True)
        TargetRevision.objects.create(
            action=moved, from_on=ago(1), to_on=ago(-50), reason="Ill.", revised_by=board.manager
        )
    whole = plan(board, since=met)
    expected = {"new": {new}, "done": {old}, "late": {late}, "reopened": {reopened}, "moved": {moved}}
    found = {key: set(whole.actions.filter(whole.changed(key))) for key in CHANGES}
    assert found == {key: expected.get(key, set()) for key in CHANGES}


def test_impact_and_assurance_since_the_meeting_are_told(board: make.World, accepted: Recommendation) -> None:
    made = assured(board, action(board, accepted))
    impact = {"measure": "Audit", "result": "18 of 20", "shown": "yes", "tested_on": TODAY}
    actions.record_impact(by=board.manager, action=made, values=impact)
    found = plan(board, since=TODAY).changes()
    assert {key: number for key, number in found.items() if number} == {"new": 1, "done": 1, "assured": 1, "worked": 1}
    assert not any(plan(board, since=TODAY + timedelta(days=1)).changes().values())


def test_an_agency_counts_and_lists_its_own_and_no_themes(
    board: make.World, accepted: Recommendation, signed_in: Any
) -> None:
    action(board, accepted, 5, text="Mend the form.")
    action(board, accepted, 5, school=True, text="Ring the parents.")
    own = plan(board, board.police_owner)
    assert (own.states()["overdue"], [row.label for row in own.by("agency")]) == (1, [board.police.label])
    assert "theme" not in own.ways
    client = signed_in(board.police_owner)
    for address in ("/findings/", "/findings/?by=theme", "/findings/board/actions/?theme=1"):
        said = client.get(address).content.decode()
        assert ("Mend the form." in said, "Ring the parents." in said, "Daily life" in said) == (True, False, False), (
            address
        )
    assert client.get("/findings/board/export/").status_code == 403


def test_another_board_sees_nothing_of_it(board: make.World, accepted: Recommendation, signed_in: Any) -> None:
    action(board, accepted, 5, text="Mend the form.")
    other = make.world("Marlow").manager
    for address in (f"/findings/?board={board.board.pk}", f"/findings/board/actions/?board={board.board.pk}&show=all"):
        assert "Mend the form." not in signed_in(other).get(address).content.decode()


def test_the_page_shows_overdue_actions_with_barrier_and_last_word(
    board: make.World, accepted: Recommendation, signed_in: Any
) -> None:
    made = action(board, accepted, 40)
    actions.report_progress(by=board.police_owner, action=made, note="The supplier is slow.")
    Barrier.objects.create(
        action=made, what="No licence.", who_can_lift="The finance director", since=ago(20), step_on=ago(20), raised_by=board.manager
    )  # fmt: skip
    BoardMeeting.objects.create(board=board.board, held_on=ago(30), recorded_by=board.manager)
    said = signed_in(board.chair).get("/findings/").content.decode()
    for words in (
        "Overdue by 40 days",
        "The supplier is slow.",
        "No licence.",
        "The finance director",
        "Since the meeting of",
    ):
        assert words in said
    assert "show=overdue" in said


def test_a_filter_is_kept_as_a_link_and_wrong_values_say_so(
    board: make.World, accepted: Recommendation, signed_in: Any
) -> None:
    action(board, accepted, 5, text="Mend the form.")
    action(board, accepted, 50, text="Ring the parents.")
    client = signed_in(board.manager)
    said = client.get("/findings/board/actions/?late=late-30").content.decode()
    assert ("Mend the form." in said, "Ring the parents." in said) == (True, False)
    assert "How late: Up to 30 days late" in said
    assert "not one of the available choices" in client.get("/findings/board/actions/?late=soonish").content.decode()


def test_the_list_leaves_as_workbook_and_csv_and_this_is_recorded(
    board: make.World, accepted: Recommendation, signed_in: Any
) -> None:
    action(board, accepted, 5, text="=HYPERLINK(1)")
    action(board, accepted, -5, text="Ring the parents.")
    client = signed_in(board.manager)
    plain = b"".join(client.get("/findings/board/export/?show=overdue&format=csv").streaming_content).decode(
        "utf-8-sig"
    )
    rows = list(csv.reader(io.StringIO(plain)))
    assert rows[-2][:4] == ["Review", "No.", "Recommendation", "Action"]
    assert rows[-1][3].endswith("=HYPERLINK(1)")
    assert not rows[-1][3].startswith("=")
    book = load_workbook(io.BytesIO(b"".join(client.get("/findings/board/export/?show=all").streaming_content)))
    cells = [cell.value for cell in book["Actions"]["D"]]
    assert "Ring the parents." in cells
    facts = [event.facts for event in Event.objects.filter(verb="plan.exported").order_by("pk")]
    assert [(each["format"], each["rows"]) for each in facts] == [("csv", 1), ("xlsx", 2)]


def test_pictures_say_the_same_as_their_tables(board: make.World, accepted: Recommendation, signed_in: Any) -> None:
    for late in (-100, 3, 3):
        action(board, accepted, late)
    said = signed_in(board.manager).get("/findings/board/pictures/").content.decode()
    assert said.count("<svg") == said.count("<table") == 3
    assert "Open actions by lateness: due later 1, due soon 0, up to 30 days late 2" in said


def test_the_line_ends_where_the_number_is(board: make.World) -> None:
    months = [Month(date(2026, 9, 30), 4, 4), Month(date(2026, 10, 31), 8, 2), Month(date(2026, 11, 20), 2, 0)]
    chart = plan_pictures.burn_down(months)
    assert chart is not None
    planned, now = chart.lines
    assert [dot.words for dot in now.dots] == ["4", "8", "2"]
    assert now.dots[1].y < now.dots[0].y < now.dots[2].y < planned.dots[2].y == chart.floor
    assert chart.table[-1] == ("Today", "2", "0")


@pytest.mark.parametrize(
    ("number", "most", "step"), [(1, 1, 1), (7, 8, 2), (43, 50, 10), (800, 800, 200), (9999, 10000, 2000)]
)
def test_a_scale_has_five_round_steps_at_most(number: int, most: int, step: int) -> None:
    scale = plan_pictures.Scale.up_to(number)
    assert (scale.most, scale.step, len(scale.steps) <= 6) == (most, step, True)


def test_every_state_and_class_has_words_for_the_page() -> None:
    assert set(DISJOINT) < set(STATES)
    assert all(label for label, *_ in LATENESS.values())
