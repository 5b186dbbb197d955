"""Action plans leave in their board's own columns, and imported again they change nothing."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from agencies.models import Agency
from findings.models import Action, Milestone, PlanFile, Recommendation, Response
from findings.plan.sets import SETS
from findings.plan_matching import HERE, Settling
from findings.services import action as actions
from findings.services import plan_file as imports
from findings.services import plan_reading as reading
from reviews.models import Board, Event, Review
from reviews.stages import Stage
from scr_portal.lib.records import Refused
from tests import make
from tests.corpus.chronology.here import in_this_process
from tests.corpus.plans.drawn import DRAWN

DAY = "2027-03-31"
PLAN = (
    "No.,Finding,Recommendation,Action,Owner,Lead person,Executive sponsor,Start,Target,Revised target,Status,RAG,Progress,Evidence,Impact measure\n"
    "1.1,Babies,1. Agree one bruising pathway.,=Write: the pathway,Police,J. Hollis,Chief,01/02/2026,Within 3 months,,In progress,Amber,\"Draft: agreed\nTarget: none\",Minutes,Audit\n"
    "1.2,,,\"Review it:\n• fathers\n• siblings\",Westfield Academy,,,,June 2026,September 2026,Complete 12/03/2026,Green,,,\n"
    "2.1,Harm,2. Ask about weapons.,Change the form,Police,,,,By end Q2,,Closed,Blue,Done; see file,,\n"
)  # fmt: skip


@pytest.fixture
def review(board: make.World) -> Review:
    """A review in monitoring whose plan was imported, and on which more was done since."""
    Agency.objects.filter(pk=board.police.pk).update(name="Harrowdale Police", short_name="Police")
    Agency.objects.filter(pk=board.school.pk).update(name="Westfield Academy", short_name="")
    made = make.review(board, stage=Stage.MONITORING)
    plan = handed_in(board, made, "plan.csv", PLAN.encode())
    imports.confirm(by=board.manager, plan=plan)
    for number, text in ((3, "Share what is known of cuckooing."), (4, "Fund advocacy.")):
        words: dict[str, Any] = {"review": made, "number": number, "text": text, "written_by": board.reviewer}
        Recommendation.objects.create(**words, scope="national", measure="Repeat the audit")
    worked_on(board, made)
    return made


def worked_on(board: make.World, review: Review) -> None:
    """What comes after an import: an action set here, a target that moved, reports, a comment, a milestone."""
    begun = Action.objects.get(text="=Write: the pathway")
    actions.report_progress(by=board.police_owner, action=begun, note="Sent to all wards.\nProgress: slow")
    fresh = review.recommendations.get(number=3)
    Response.objects.create(recommendation=fresh, answer="accepted", responded_by=board.chair, responded_on=DAY)
    values = {"agency": board.police, "text": "1. Map it", "target_on": begun.target_on, "lead_person": "A. Whitlock"}
    made = actions.set_action(by=board.manager, recommendation=fresh, values=values)
    Milestone.objects.create(action=made, text="Draft", due_on=DAY)
    actions.move_target(by=board.manager, action=made, to_on=begun.target_on.replace(year=2028), reason="The supplier.")
    actions.comment(by=board.manager, action=made, text="Is that enough?")


def handed_in(board: make.World, review: Review, name: str, content: bytes) -> PlanFile:
    with in_this_process():
        plan = imports.receive(by=board.manager, review=review, file=SimpleUploadedFile(name, content))
    answers = {"agreed_on": "2026-01-15", "review_on": "2026-10-01"}
    return reading.answer(by=board.manager, plan=PlanFile.objects.get(pk=plan.pk), answers=answers)


def exported(client: Any, review: Review, kind: str) -> bytes:
    response = client.get(f"/findings/{review.ref}/plan/export/?format={kind}")
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def test_a_board_can_choose_each_of_the_four_sets() -> None:
    assert [each.key for each in SETS] == Board.PlanColumns.values


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
@pytest.mark.parametrize("columns", [each.key for each in SETS])
def test_export_and_import_again_changes_nothing(
    board: make.World, review: Review, signed_in: Any, columns: str, kind: str
) -> None:
    Board.objects.filter(pk=board.board.pk).update(plan_columns=columns)
    again = handed_in(board, review, f"plan.{kind}", exported(signed_in(board.manager), review, kind))
    settling = Settling(again)
    settled = settling.settle()
    assert {each.fate for each in settled} == {HERE}
    assert [sentence for each in settled for sentence in each.because if "differs" in sentence] == []
    assert (settling.questions.agencies, settling.questions.recommendations) == ({}, {})
    assert len(settled) == (4 if columns == "list" else 5)
    with pytest.raises(Refused, match="Nothing of this file is new"):
        imports.confirm(by=board.manager, plan=again)


@pytest.mark.parametrize("case", DRAWN[:4], ids=lambda case: case.name)
def test_a_plan_of_two_hundred_actions_comes_back_as_it_went(
    board: make.World, signed_in: Any, case: Any, tmp_path: Any
) -> None:
    columns = SETS[DRAWN.index(case)].key
    Board.objects.filter(pk=board.board.pk).update(plan_columns=columns)
    review = make.review(board, stage=Stage.MONITORING)
    path, drawn = case.build(tmp_path)
    for name in {agency for gold in drawn.gold for agency in gold.fields["agencies"]}:
        Agency.objects.create(board=board.board, name=name)
    for number in {gold.fields["recommendation_number"] for gold in drawn.gold if columns == "list"}:
        words: dict[str, Any] = {"review": review, "number": number, "written_by": board.reviewer}
        Recommendation.objects.create(**words, text=f"Recommendation number {number} of the report")
    imports.confirm(by=board.manager, plan=handed_in(board, review, case.name, path.read_bytes()))
    again = handed_in(board, review, "again.xlsx", exported(signed_in(board.manager), review, "xlsx"))
    settled = Settling(again).settle()
    assert (len(settled), {each.fate for each in settled}) == (Action.objects.count(), {HERE})
    assert [sentence for each in settled for sentence in each.because if "differs" in sentence] == []


def test_no_cell_of_a_workbook_is_a_formula(board: make.World, review: Review, signed_in: Any) -> None:
    Board.objects.filter(pk=board.board.pk).update(plan_columns="register")
    sheet = openpyxl.load_workbook(BytesIO(exported(signed_in(board.manager), review, "xlsx"))).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    assert "=Write: the pathway" in {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} == {"s"}


def test_the_boards_whole_plan_leaves_in_its_columns_with_the_filters_of_the_page(
    board: make.World, review: Review, signed_in: Any
) -> None:
    client = signed_in(board.manager)
    content = b"".join(client.get("/findings/plan/whole/?format=xlsx&show=claimed").streaming_content)
    sheet = openpyxl.load_workbook(BytesIO(content)).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows() if row[0].value == review.ref]
    assert [row[3] for row in rows] == ["1.2. Review it:\n• fathers\n• siblings", "2.1. Change the form"]
    assert client.get("/findings/plan/whole/?format=exe").status_code == 404


def test_who_takes_a_plan_is_on_record_and_who_may_not_see_it_takes_none(
    board: make.World, review: Review, signed_in: Any
) -> None:
    content = exported(signed_in(board.panel), review, "docx")
    event = Event.objects.get(verb="plan.exported")
    assert (event.actor, event.review, event.facts["rows"], len(content) > 1000) == (board.panel, review, 5, True)
    address = f"/findings/{review.ref}/plan/export/"
    assert signed_in(board.police_lead).get(address).status_code == 404
    assert signed_in(board.school_lead).get("/findings/plan/whole/").status_code in (403, 404)
