"""An action plan's way in: read, asked about, looked at, put right, imported, undone."""

from __future__ import annotations

from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.utils import timezone

from agencies.models import Agency
from findings import tasks
from findings.models import Action, PlanFile, PlanLine, Recommendation, Response
from findings.plan_matching import ASKED, HERE, NEW, REFUSED, Settled, Settling
from findings.services import action as actions
from findings.services import plan_file as verbs
from findings.services import plan_reading as reading
from findings.services import plan_row as rows
from reviews.models import Event, Review
from reviews.policy import Role
from reviews.stages import Stage
from scr_portal.lib.records import Refused
from tests import make
from tests.corpus.chronology.here import in_this_process
from tests.corpus.plans.drawn import DRAWN

HEAD = "Recommendation,Action,Agency,Target date,Status,RAG,Progress\n"
PLAN = HEAD + (
    "1. Agree one bruising pathway.,1.1 Write the pathway,Police,30/06/2026,In progress,Amber,Draft agreed\n"
    ",1.2 Launch it,Westfield Academy,June 2026,Complete 12/03/2026,Green,\n"
    "2. Ask about weapons.,2.1 Change the form,Police,31/12/2026,Not started,,\n"
)


@pytest.fixture
def review(board: make.World) -> Review:
    """A review in monitoring; its police are in the directory as “Police”, its school as “Westfield Academy”."""
    Agency.objects.filter(pk=board.police.pk).update(name="Harrowdale Police", short_name="Police")
    Agency.objects.filter(pk=board.school.pk).update(name="Westfield Academy", short_name="")
    return make.review(board, stage=Stage.MONITORING)


def handed_in(board: make.World, review: Review, text: str = PLAN, name: str = "our plan.csv") -> PlanFile:
    with in_this_process():
        made = verbs.receive(by=board.manager, review=review, file=SimpleUploadedFile(name, text.encode()))
    return PlanFile.objects.get(pk=made.pk)


def settled(plan: PlanFile) -> list[Settled]:
    return Settling(PlanFile.objects.get(pk=plan.pk)).settle()


def fates(plan: PlanFile) -> list[str]:
    return [each.fate for each in settled(plan)]


def test_every_row_has_its_fate_before_anything_is_imported(board: make.World, review: Review) -> None:
    plan = handed_in(board, review)
    assert (plan.status, fates(plan), len(plan.parsed["skipped"])) == ("preview", [NEW] * 3, 1)
    assert not Action.objects.exists()
    assert not Recommendation.objects.exists()


def test_an_import_sets_the_actions_as_the_plan_has_them(board: make.World, review: Review) -> None:
    verbs.confirm(by=board.manager, plan=handed_in(board, review))
    first, second, third = Action.objects.order_by("recommendation__number", "number")
    assert (first.text, first.agency, str(first.target_on)) == ("Write the pathway", board.police, "2026-06-30")
    assert (first.status, first.rag, first.plan_line.written["progress"]) == ("in_progress", "amber", "Draft agreed")
    assert (second.status, str(second.done_on), str(second.target_on)) == ("claimed_done", "2026-03-12", "2026-06-30")
    assert (second.plan_line.written["target_text"], second.agency) == ("June 2026", board.school)
    assert (third.recommendation.text, third.status) == ("Ask about weapons.", "planned")
    assert (
        Event.objects.filter(verb="plan_file.imported").count(),
        [*first.recommendation.agencies.order_by("pk")],
    ) == (1, [board.police, board.school])


def test_what_a_plan_calls_done_is_not_assured(board: make.World, review: Review) -> None:
    verbs.confirm(by=board.manager, plan=handed_in(board, review, PLAN.replace("Complete 12/03/2026", "Closed")))
    done = Action.objects.get(text="Launch it")
    assert (done.status, done.assured_by, done.plan_line.written["declared"]) == ("claimed_done", None, "closed")


def page(client: Any, plan: PlanFile, show: str = "") -> str:
    return unescape(client.get(f"/findings/plan_file/{plan.pk}/preview/?show={show}").content.decode())


def test_the_preview_says_of_each_row_what_was_noticed_and_what_became_of_it(
    board: make.World, review: Review, signed_in: Any
) -> None:
    text = (
        PLAN.replace("In progress,Amber", "In progress,Amber/Green")
        + ",2.2 Teach it,Polise,31/12/2026,,,\nKey: Red = late\n"
    )
    plan, client = handed_in(board, review, text), signed_in(board.manager)
    before = page(client, plan)
    assert "“Amber/Green” names two colours: choose one." in before
    assert "Say first which agency “Polise” is." in before
    assert "Import these rows" not in before
    assert "A line that explains the colours" in page(client, plan, "skipped")
    assert "Write the pathway" in page(client, plan, "attention")
    assert "Launch it" not in page(client, plan, "attention")
    asked = {"agency-0": "none"}
    assert client.post(f"/findings/plan_file/{plan.pk}/answer/", asked).status_code == 302
    assert client.post(f"/findings/plan_file/{plan.pk}/confirm/").status_code == 302
    after = page(client, plan)
    assert "Undo this import" in after
    assert after.count(">Imported</strong>") == 1 + 3  # the file, and its three new rows
    made = Action.objects.get(text="Write the pathway")
    assert "Draft agreed" in client.get(f"/findings/action/{made.pk}/").content.decode()


def test_a_double_click_imports_once(board: make.World, review: Review) -> None:
    plan = handed_in(board, review)
    verbs.confirm(by=board.manager, plan=plan)
    with pytest.raises(Refused, match="Nothing was changed"):
        verbs.confirm(by=board.manager, plan=plan)
    assert (Action.objects.count(), Event.objects.filter(verb="plan_file.imported").count()) == (3, 1)


def test_a_failure_half_way_leaves_nothing(board: make.World, review: Review) -> None:
    plan = handed_in(board, review)
    with patch("findings.services.plan_file.record", side_effect=RuntimeError), pytest.raises(RuntimeError):
        verbs.confirm(by=board.manager, plan=plan)
    assert not Action.objects.exists()
    assert not Recommendation.objects.exists()
    assert not PlanLine.objects.exists()


def test_the_same_plan_again_changes_nothing(board: make.World, review: Review) -> None:
    verbs.confirm(by=board.manager, plan=handed_in(board, review))
    again = handed_in(board, review)
    assert fates(again) == [HERE] * 3
    with pytest.raises(Refused, match="Nothing of this file is new"):
        verbs.confirm(by=board.manager, plan=again)


def test_what_is_here_stays_and_says_in_what_the_file_differs(board: make.World, review: Review) -> None:
    verbs.confirm(by=board.manager, plan=handed_in(board, review))
    again = handed_in(board, review, PLAN.replace("30/06/2026", "30/09/2026").replace("Amber", "Red"))
    first = settled(again)[0]
    assert (first.fate, first.because) == (
        HERE,
        [
            "The board’s response to recommendation 1 is not recorded yet.",
            "Action 1.1 of Police says the same; it stays as it is here, but differs in: target, RAG.",
        ],
    )


def test_an_unknown_agency_is_asked_about_once_and_never_guessed(board: make.World, review: Review) -> None:
    plan = handed_in(board, review, PLAN.replace(",Police,", ",Polise,"))
    assert fates(plan) == [ASKED, NEW, ASKED]
    assert list(Settling(plan).questions.agencies) == []  # Nothing is asked before the rows are looked at.
    with pytest.raises(Refused, match="Answer first"):
        verbs.confirm(by=board.manager, plan=plan)
    reading.answer(by=board.manager, plan=plan, answers={"agencies": {"polise": [board.police.pk]}})
    assert fates(plan) == [NEW] * 3
    verbs.confirm(by=board.manager, plan=plan)
    assert Action.objects.filter(agency=board.police).count() == 2


def test_a_name_that_is_nobody_of_the_directory_leaves_its_rows_out(board: make.World, review: Review) -> None:
    plan = handed_in(board, review, PLAN.replace(",Police,", ",Polise,"))
    reading.answer(by=board.manager, plan=plan, answers={"agencies": {"polise": []}})
    assert fates(plan) == [REFUSED, NEW, REFUSED]


def test_all_agencies_are_those_that_the_file_names_each_with_an_action_of_its_own(
    board: make.World, review: Review
) -> None:
    plan = handed_in(board, review, PLAN + ",2.2 Report on it,All agencies,31/12/2026,,,\n")
    reading.answer(by=board.manager, plan=plan, answers={"agencies": {"all agencies": "all"}})
    verbs.confirm(by=board.manager, plan=plan)
    made = Action.objects.filter(text="Report on it").order_by("number")
    assert [(each.number, each.agency) for each in made] == [(2, board.police), (3, board.school)]


def test_words_of_a_day_count_from_the_day_that_is_answered_and_stay_as_written(
    board: make.World, review: Review
) -> None:
    text = PLAN.replace("30/06/2026", "Within 3 months").replace("June 2026", "Ongoing")
    plan = handed_in(board, review, text)
    assert fates(plan) == [ASKED, ASKED, NEW]
    answers = {"agreed_on": "2026-01-15", "review_on": "2026-10-01"}
    reading.answer(by=board.manager, plan=plan, answers=answers)
    verbs.confirm(by=board.manager, plan=plan)
    first, second = Action.objects.filter(recommendation__number=1).order_by("number")
    assert (str(first.target_on), first.plan_line.written["target_text"]) == ("2026-04-15", "Within 3 months")
    assert (str(second.target_on), second.plan_line.written["target_text"]) == ("2026-10-01", "Ongoing")


def recommended(board: make.World, review: Review, number: int, text: str) -> Recommendation:
    made: Recommendation = Recommendation.objects.create(
        review=review, number=number, text=text, written_by=board.reviewer
    )
    return made


def test_the_reviews_own_recommendations_are_known_again_by_their_words(board: make.World, review: Review) -> None:
    known = recommended(board, review, 4, "Agree one  bruising pathway")
    verbs.confirm(by=board.manager, plan=handed_in(board, review))
    assert [each.number for each in known.actions.all()] == [1, 2]
    assert {each.number for each in review.recommendations.all()} == {2, 4}


def test_words_that_are_nearly_the_same_or_of_the_same_number_are_asked_about(
    board: make.World, review: Review
) -> None:
    known = recommended(board, review, 2, "Ask about weapons and dogs.")
    recommended(board, review, 1, "Something else altogether about records.")
    plan = handed_in(board, review)
    assert fates(plan) == [ASKED, ASKED, ASKED]
    answers = {"recommendations": {"ask about weapons": 2, "agree one bruising pathway": 0}}
    reading.answer(by=board.manager, plan=plan, answers=answers)
    verbs.confirm(by=board.manager, plan=plan)
    assert known.actions.get().text == "Change the form"
    assert review.recommendations.get(text="Agree one bruising pathway.").number == 3


def test_a_slip_of_the_pen_makes_no_second_recommendation_and_other_words_do(board: make.World, review: Review) -> None:
    more = "1. Agree one brusing pathway.,1.3 Audit it,Police,31/12/2026,,,\n1. Fund advocacy.,1.4 Pay for it,Police,31/12/2026,,,\n"
    verbs.confirm(by=board.manager, plan=handed_in(board, review, PLAN + more))
    kept = {each.number: (each.text, each.actions.count()) for each in review.recommendations.all()}
    assert kept == {1: ("Agree one bruising pathway.", 3), 2: ("Ask about weapons.", 1), 3: ("Fund advocacy.", 1)}


def test_a_recommendation_without_any_action_keeps_what_the_plan_said_of_it(
    board: make.World, review: Review, signed_in: Any
) -> None:
    plan = handed_in(board, review, HEAD + "5. Fund advocacy.,,,,,,Waiting for the budget\n" + PLAN.partition("\n")[2])
    verbs.confirm(by=board.manager, plan=plan)
    made = review.recommendations.get(number=5)
    assert not made.actions.exists()
    assert "Waiting for the budget" in unescape(
        signed_in(board.panel).get(f"/findings/recommendation/{made.pk}/").content.decode()
    )
    again = settled(handed_in(board, review, HEAD + "5. Fund advocacy.,,,,,,Waiting for the minister\n"))[0]
    assert (again.fate, again.because[-1][:16]) == (HERE, "It has no action")


def test_nothing_follows_from_a_recommendation_that_the_board_did_not_accept(board: make.World, review: Review) -> None:
    known = recommended(board, review, 2, "Ask about weapons.")
    Response.objects.create(
        recommendation=known, answer="not_accepted", reason="r", responded_by=board.chair, responded_on="2026-01-01"
    )
    assert fates(handed_in(board, review)) == [NEW, NEW, REFUSED]


def test_numbers_alone_find_their_recommendations_or_are_refused(board: make.World, review: Review) -> None:
    recommended(board, review, 1, "Agree one bruising pathway.")
    text = "Ref,Action,Agency,Responsible officer,Due,Status,Comments\n1a,Write it,Police,J. Hollis,30/06/2026,,\n9.1,Else,Police,,30/06/2026,,\n"
    plan = handed_in(board, review, text)
    assert fates(plan) == [NEW, REFUSED]
    rows.fix(
        by=board.manager,
        plan=plan,
        index=1,
        action="Else",
        agencies="Police",
        target_text="30/06/2026",
        recommendation_number=1,
    )
    assert fates(plan) == [NEW, NEW]


def test_a_row_is_put_right_left_out_and_put_back(board: make.World, review: Review) -> None:
    plan = handed_in(board, review, PLAN.replace("1.1 Write the pathway", ""))
    assert fates(plan)[0] == NEW  # a recommendation without any action
    plan = handed_in(board, review, PLAN + ",,Police,30/06/2026,,,\n")
    assert fates(plan)[3] == REFUSED
    said: dict[str, Any] = {"agencies": "Police; Westfield Academy", "target_text": "July 2026", "lead": "J. Hollis"}
    with pytest.raises(Refused, match="needs words"):
        rows.fix(by=board.manager, plan=plan, index=3, action=" ", **said)
    with pytest.raises(Refused, match="was not read as a date"):
        rows.fix(by=board.manager, plan=plan, index=3, action="Teach it", **{**said, "target_text": "when funded"})
    rows.fix(by=board.manager, plan=plan, index=3, action="Teach it", **said)
    rows.leave_out(by=board.manager, plan=plan, index=0, reason="Of another review.")
    rows.leave_out(by=board.manager, plan=plan, index=1, reason="Of another review.")
    rows.put_back(by=board.manager, plan=plan, index=1)
    verbs.confirm(by=board.manager, plan=plan)
    assert not Action.objects.filter(text="Write the pathway").exists()
    made = Action.objects.filter(text="Teach it")
    assert {(each.agency, str(each.target_on), each.lead_person) for each in made} == {
        (board.police, "2026-07-31", "J. Hollis"),
        (board.school, "2026-07-31", "J. Hollis"),
    }
    assert plan.lines.get(action=made[0]).written["progress"] == ""


def test_an_import_is_undone_in_one_step_while_nothing_was_reported(board: make.World, review: Review) -> None:
    known = recommended(board, review, 2, "Ask about weapons.")
    plan = handed_in(board, review)
    verbs.confirm(by=board.manager, plan=plan)
    verbs.undo(by=board.manager, plan=plan)
    assert (Action.objects.count(), [*review.recommendations.all()], PlanLine.objects.count()) == (0, [known], 0)
    assert Event.objects.get(verb="plan_file.undone").facts["actions"] == 3
    assert fates(handed_in(board, review)) == [NEW] * 3


@pytest.mark.parametrize("reported", ["progress", "change", "response"])
def test_what_was_reported_on_is_never_taken_away(board: make.World, review: Review, reported: str) -> None:
    plan = handed_in(board, review)
    verbs.confirm(by=board.manager, plan=plan)
    action = Action.objects.get(text="Change the form")
    if reported == "progress":
        actions.report_progress(by=board.police_owner, action=action, note="Begun.")
    elif reported == "change":
        actions.edit(by=board.police_lead, action=action, values={"lead_person": "J. Hollis"})
    else:
        Response.objects.create(
            recommendation=action.recommendation, answer="accepted", responded_by=board.chair, responded_on="2026-01-01"
        )
    with pytest.raises(Refused, match="can no longer be undone"):
        verbs.undo(by=board.manager, plan=plan)
    assert (Action.objects.count(), PlanFile.objects.get(pk=plan.pk).status) == (3, "imported")


def test_a_file_that_is_no_action_plan_is_refused_with_a_sentence_and_not_kept(
    board: make.World, review: Review
) -> None:
    plan = handed_in(board, review, "Date,What happened\n27/03/2019,Seen at home.\n")
    assert (plan.status, plan.file.name) == ("refused", "")
    assert plan.refusal.startswith("No action plan was found in the file")
    assert Event.objects.get(verb="plan_file.refused").facts["kind"] == "no-table"


def test_plans_are_imported_by_who_sets_actions_after_sign_off(board: make.World, review: Review) -> None:
    plan = handed_in(board, review)
    for user, error in (
        (board.panel, PermissionDenied),
        (board.police_lead, Http404),
        (board.reviewer, PermissionDenied),
    ):
        with pytest.raises(error):
            verbs.confirm(by=user, plan=plan)
    early = make.review(board, stage=Stage.DRAFTING, number=2)
    with pytest.raises(Refused, match="once the report has been signed off"):
        handed_in(board, early)


def test_columns_that_were_confirmed_are_known_next_time(board: make.World, review: Review) -> None:
    text = PLAN.replace("Progress", "Whatever")
    plan = handed_in(board, review, text)
    assert plan.parsed["rows"][0]["extra"] == {"Whatever": "Draft agreed"}
    columns = {each["heading"]: each["field"] for each in plan.parsed["tables"][0]["columns"]} | {
        "Whatever": "progress"
    }
    with in_this_process():
        plan = reading.map_columns(by=board.manager, plan=plan, columns=columns)
    assert plan.parsed["rows"][0]["progress"] == "Draft agreed"
    verbs.confirm(by=board.manager, plan=plan)
    assert handed_in(board, make.review(board, stage=Stage.MONITORING, number=2), text).columns == columns


@pytest.mark.parametrize("case", DRAWN[:4], ids=lambda case: case.name)
def test_two_hundred_actions_in_each_set_of_columns_come_in_with_every_row_accounted_for(
    board: make.World, review: Review, case: Any, tmp_path: Path
) -> None:
    path, drawn = case.build(tmp_path)
    for name in {agency for gold in drawn.gold for agency in gold.fields["agencies"]} - {"Police"}:
        Agency.objects.create(board=board.board, name=name)
    if case.name.startswith("drawn-4"):
        for number in {gold.fields["recommendation_number"] for gold in drawn.gold}:
            recommended(board, review, number, f"Recommendation number {number} of the report")
    with in_this_process():
        content = SimpleUploadedFile(case.name, path.read_bytes())
        plan = verbs.receive(by=board.manager, review=review, file=content)
    answers = {"agreed_on": "2026-01-15", "review_on": "2026-10-01"}
    plan = reading.answer(by=board.manager, plan=plan, answers=answers)
    made = settled(plan)
    assert {each.fate for each in made} <= {NEW, HERE}
    told = {each.row.row for each in made} | {each["row"] for each in plan.parsed["skipped"]}
    assert (len(made), told) == (200, set(range(1, len(drawn.rows) + 1)))
    verbs.confirm(by=board.manager, plan=plan)
    assert Action.objects.count() == sum(each.fate == NEW for each in made)
    with in_this_process():
        again = verbs.receive(by=board.manager, review=review, file=SimpleUploadedFile(case.name, path.read_bytes()))
    reading.answer(by=board.manager, plan=again, answers=answers)
    assert {each.fate for each in settled(again)} == {HERE}


def test_a_number_that_no_recommendation_can_have_is_asked_about(
    board: make.World, review: Review, signed_in: Any
) -> None:
    plan = handed_in(board, review)
    said = {"action": "Write it", "agencies": "Police", "recommendation_number": "99999"}
    answer = signed_in(board.manager).post(f"/findings/plan_file/{plan.pk}/fix/0/", said)
    assert (answer.status_code, answer.context["form"].errors.keys()) == (422, {"recommendation_number"})


def test_a_plan_whose_sender_sets_actions_no_more_waits_for_a_colleague(
    board: make.World, review: Review, signed_in: Any
) -> None:
    deputy = make.person("Wes Long")
    held = make.member(board.board, deputy, Role.BUSINESS_MANAGER)
    with patch("findings.tasks.read_plan.delay"):
        plan = verbs.receive(by=deputy, review=review, file=SimpleUploadedFile("our plan.csv", PLAN.encode()))
    PlanFile.objects.filter(pk=plan.pk).update(reading_since=timezone.now() - timedelta(minutes=6))
    held.until = timezone.localdate() - timedelta(days=1)
    held.save()
    make.project(board.board)
    with patch("findings.tasks.read_plan.delay") as told:
        assert tasks.read_stopped() == 0
    assert not told.called
    tasks.read_plan(plan.pk, deputy.pk)
    said = signed_in(board.manager).get(f"/findings/{review.ref}/plan_file/").content.decode()
    assert "It waits for a colleague to have it read." in said
    tasks.read_plan(plan.pk, board.manager.pk)
    plan.refresh_from_db()
    assert plan.status == "preview"
