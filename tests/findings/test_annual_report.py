"""The yearly report: what the law asks for, drawn from the record, covered where it could tell of somebody, and approved by another."""

from __future__ import annotations

import io
from datetime import date, timedelta
from html import unescape
from typing import Any

import pdfplumber
import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from docx import Document

from findings import annual_paper, tasks
from findings.annual_record import YearRecord, counted
from findings.annual_sayings import Sayings
from findings.models import (
    Action,
    AnnualBuild,
    AnnualReport,
    AnonymityDecision,
    Barrier,
    Finding,
    Publication,
    Recommendation,
    Report,
    Response,
    Unsaved,
)
from findings.services import annual_report as verbs
from findings.services import unsaved
from reviews.models import Event, Message, Milestone, Review
from reviews.policy import Role
from reviews.services import membership
from reviews.year import Year
from scr_portal.lib.records import Refused, Stale
from tests import make

TODAY = timezone.localdate()


@pytest.fixture
def year(board: make.World) -> Year:
    """The year before this one."""
    return Year.of(board.board, Year.holding(board.board, TODAY).number - 1)


@pytest.fixture
def report(board: make.World, year: Year) -> AnnualReport:
    """The adults' report of that year, as it is begun."""
    return verbs.begin(by=board.manager, board=board.board, year=year.number, regime="england-adult-sar")


def happened(board: make.World, review: Review, **days: date) -> None:
    for event, day in days.items():
        Milestone.objects.create(review=review, event=event, happened_on=day, recorded_by=board.manager)


def concluded(board: make.World, year: Year, number: int = 1, *, published: bool = True) -> Review:
    """A review of an adult that was signed off in the year, with a finding and two recommendations."""
    review = make.review(board, stage="monitoring", rule_set=make.ADULT, number=number, title=f"Adult {number}")
    make.subject(board, review, given="Winifred", surname="Ackroyd", pseudonym="Adult W")
    happened(board, review, commissioned=year.first - timedelta(days=90), signed_off=year.first + timedelta(days=40))
    Report.objects.create(
        review=review, title="Adult W", published_on=year.first + timedelta(days=60) if published else None
    )
    found = Finding.objects.create(
        review=review, number=1, title="Nobody asked Winifred Ackroyd", what="w", why="y", impact="She waited.", written_by=board.reviewer
    )  # fmt: skip
    for place, text in enumerate(("Ask people like Winifred.", "Pay for it."), start=1):
        made = Recommendation.objects.create(review=review, number=place, text=text, written_by=board.reviewer)
        made.findings.set([found])
        made.agencies.set([board.police])
    return review


def acted(board: make.World, review: Review, number: int, **values: Any) -> Action:
    asked = review.recommendations.get(number=number)
    said = {"agency": board.police, "number": asked.actions.count() + 1, "text": "Train.", **values}
    return Action.objects.create(recommendation=asked, **said)


def written(board: make.World, report: AnnualReport, **texts: str) -> None:
    """What the law wants written, and whatever else is said."""
    needed = {line.key: "We did what we set out to do." for line in report.rules.annual.sections if line.required}
    for key, text in {**needed, **texts}.items():
        verbs.write(by=board.manager, part=report.parts.get(key=key), text=text)


def made(board: make.World, report: AnnualReport) -> AnnualBuild:
    build = verbs.ask_build(by=board.manager, report=report)
    tasks.make_annual_report(build.pk)
    build.refresh_from_db()
    return build


def said(board: make.World, report: AnnualReport, key: str) -> str:
    """What one section says as it would be made now."""
    record = YearRecord(report, Sayings.of(board.board))
    return str([*annual_paper.section(report.parts.get(key=key), record)])


def texts(build: AnnualBuild) -> tuple[str, str]:
    """All words of the Word document, and of the PDF."""
    document = Document(io.BytesIO(build.docx.open().read()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    with pdfplumber.open(io.BytesIO(build.pdf.open().read())) as pages:
        printed = " ".join(page.extract_text() for page in pages.pages)
    return " ".join([*(part.text for part in document.paragraphs), *cells]), " ".join(printed.split())


def test_its_sections_are_those_that_the_law_of_its_regime_asks_for(board: make.World, report: AnnualReport) -> None:
    child = verbs.begin(by=board.manager, board=board.board, year=report.year, regime="england-child")
    paragraphs = [line.required_by[-7:] for line in report.rules.annual.sections if line.required_by]
    assert sorted(paragraphs) == [f"4(1)({letter})" for letter in "abcdefg"]
    assert [part.key for part in child.parts.all()] == [line.key for line in child.rules.annual.sections]
    assert {part.key for part in child.parts.all()} != {part.key for part in report.parts.all()}
    with pytest.raises(Refused, match="begun already"):
        verbs.begin(by=board.manager, board=board.board, year=report.year, regime="england-child")


def test_both_files_say_what_the_year_brought_and_name_nobody_of_a_register(
    board: make.World, report: AnnualReport, year: Year
) -> None:
    review = concluded(board, year)
    on = year.first + timedelta(days=70)
    acted(board, review, 1, target_on=on, status="assured", assured_on=on, done_on=on)
    refused = {"answer": "not_accepted", "reason": "Winifred’s house was sold.", "responded_on": on}
    Response.objects.create(recommendation=review.recommendations.get(number=2), responded_by=board.chair, **refused)
    written(board, report, foreword="A year of change.", strategy="- One\n- Two")
    build = made(board, report)
    assert (build.trouble, build.left, build.suspicions, build.ready) == ("", [], [], True)
    for words in texts(build):
        for wanted in (
            "A year of change.", "Nobody asked Adult W", "She waited.", "Ask people like Adult W.", "Not accepted", "Adult W’s house was sold.",
            f"{on:%B %Y}", "fewer than 5", "OFFICIAL-SENSITIVE" if words is texts(build)[1] else "Reviews worked on in the year",
        ):  # fmt: skip
            assert wanted in words, wanted
        assert [name for name in ("Winifred", "Ackroyd", board.police.name) if name in words] == []


def test_a_review_that_is_not_published_is_told_by_what_is_published_instead(
    board: make.World, report: AnnualReport, year: Year
) -> None:
    review = concluded(board, year, published=False)
    assert "Concluded and not published yet: fewer than 5" in said(board, report, "concluded")
    assert "Nobody asked" not in said(board, report, "concluded")
    Report.objects.update(not_published_reason="It would find her.")
    told = {"instead": "Services ask each adult.", "approved_by": "The chair", "approved_on": year.last}
    Publication.objects.create(report=review.report, **told)
    shown = said(board, report, "concluded")
    assert "Services ask each adult." in shown
    assert [words for words in ("Nobody asked", "Adult W", review.ref) if words in shown] == []
    assert "Pay for it." not in said(board, report, "not-implemented")


def test_what_was_going_on_at_the_end_is_a_number_and_no_name(
    board: make.World, report: AnnualReport, year: Year
) -> None:
    for number in range(1, 8):
        review = make.review(board, rule_set=make.ADULT, number=number, title="Adult Q")
        happened(board, review, commissioned=year.last)
    later = make.review(board, rule_set=make.ADULT, number=9)
    happened(board, later, commissioned=year.last + timedelta(days=1))
    shown = said(board, report, "ongoing")
    assert "about 5" in shown
    assert "Adult Q" not in shown


def test_what_was_due_and_is_still_open_stands_with_its_barrier(
    board: make.World, report: AnnualReport, year: Year
) -> None:
    review = concluded(board, year)
    late = acted(board, review, 1, target_on=year.last)
    after = acted(board, review, 2, target_on=year.last + timedelta(days=1))
    for action, what in ((late, "No trainer knows Winifred."), (after, "No car.")):
        Barrier.objects.create(
            action=action, what=what, who_can_lift="w", since=year.first, step_on=year.first, raised_by=board.manager
        )
    assert "No trainer knows" not in said(board, report, "not-implemented")
    Action.objects.update(target_on=year.last - timedelta(days=1))
    shown = said(board, report, "not-implemented")
    assert "No trainer knows Adult W." in shown
    assert "No car." in shown


@pytest.mark.parametrize("small", [1, 2, 3, 4])
def test_a_table_is_the_same_whatever_its_small_number_is(small: int) -> None:
    assert counted("t", {"a": 12, "b": small}) == counted("t", {"a": 12, "b": 1})
    assert ("In all", "at least 10") in counted("t", {"a": 12, "b": small}).rows


def test_a_name_that_somebody_typed_waits_for_a_decision_and_no_file_is_made(
    board: make.World, report: AnnualReport, year: Year
) -> None:
    concluded(board, year)
    written(board, report, foreword="We remember Winifred Ackroyd, and thank Winifred Ackroyd’s family.")
    build = made(board, report)
    assert (build.ready, {each["text"] for each in build.left}) == (False, {"Winifred Ackroyd"})
    assert "Winifred" not in str(build.content)
    assert verbs.obstacles(report, build) == ["Words that could tell of somebody are not decided yet: 2."]
    verbs.settle(by=board.manager, build=build, place=0, choice="replace", replacement="an adult")
    build.refresh_from_db()
    assert build.undecided == 0
    build = made(board, report)
    assert build.ready
    assert "We remember an adult, and thank an adult’s family." in texts(build)[0]


def test_a_leader_who_shares_a_name_stays_once_somebody_says_why(
    board: make.World, report: AnnualReport, year: Year
) -> None:
    concluded(board, year)
    written(board, report, foreword="Winifred Ackroyd leads the council.")
    verbs.settle(
        by=board.manager, build=made(board, report), place=0, choice="keep", replacement="", reason="Her namesake leads the council."
    )  # fmt: skip
    build = made(board, report)
    assert (build.ready, build.suspicions) == (True, [])
    assert "Winifred Ackroyd leads the council." in texts(build)[0]
    assert AnonymityDecision.objects.get().section == "learning-products"


def test_it_is_approved_by_somebody_who_did_not_write_and_published_as_it_was_made(
    board: make.World, report: AnnualReport, signed_in: Any
) -> None:
    with pytest.raises(Refused, match="not written yet"):
        verbs.approve(by=board.chair, report=report, note="n")
    written(board, report)
    with pytest.raises(Refused, match="has not been made yet"):
        verbs.approve(by=board.chair, report=report, note="n")
    build = made(board, report)
    with pytest.raises(PermissionDenied):
        verbs.approve(by=board.manager, report=report, note="n")
    verbs.write(by=board.manager, part=report.parts.get(key="next"), text="More.")
    with pytest.raises(Refused, match="written since"):
        verbs.approve(by=board.chair, report=report, note="n")
    build = made(board, report)
    assert "Read and approve the annual report" in signed_in(board.chair).get("/").content.decode()
    approved = verbs.approve(by=board.chair, report=report, note="Read beside the plan.")
    assert Message.objects.get(kind="annual_report").to == board.manager
    tasks.make_annual_report(build.pk)  # A task may be run twice.
    assert AnnualBuild.objects.get(pk=build.pk).pdf_sha256 == build.pdf_sha256
    with pytest.raises(Refused, match="not being written now"):
        verbs.write(by=board.manager, part=report.parts.get(key="next"), text="Less.")
    taken = f"/findings/annual_report/{report.pk}/download/{build.pk}/pdf/"
    assert signed_in(board.school_lead).get(taken).status_code == 403
    published = verbs.publish(by=board.manager, report=approved)
    assert signed_in(board.school_lead).get(taken).status_code == 200
    assert signed_in(make.world("Marlow").manager).get(taken).status_code == 404
    verbs.revise(by=board.manager, report=published, why="A number was wrong.")
    assert str(report) in unescape(signed_in(board.school_lead).get("/findings/annual_report/").content.decode())
    assert Event.objects.get(verb="annual_report.taken").facts == {"format": "pdf", "sha256": build.pdf_sha256}


def test_whoever_wrote_in_it_does_not_approve_it(board: make.World, report: AnnualReport) -> None:
    membership.grant(by=board.administrator, board=board.board, user=board.manager, role=Role.BOARD_CHAIR)
    written(board, report)
    made(board, report)
    board.manager.__dict__.pop("_roles_by_board", None)
    with pytest.raises(Refused, match="You have written in it"):
        verbs.approve(by=board.manager, report=report, note="n")


def test_what_is_typed_is_kept_and_each_save_is_a_version_that_can_stand_again(
    board: make.World, report: AnnualReport, signed_in: Any
) -> None:
    part, client = report.parts.get(key="foreword"), signed_in(board.manager)
    there = f"/findings/annual_report/{report.pk}/annual_part/foreword"
    client.post(f"{there}/keep/", {"text": "Half a sent", "seen_version": 1, "quietly": "yes"})
    assert "Half a sent</textarea>" in client.get(f"{there}/edit/").content.decode()
    assert unsaved.of(part, board.chair) is None
    client.post(f"{there}/edit/", {"text": "Half a sentence.", "seen_version": 1})
    assert not Unsaved.objects.exists()
    with pytest.raises(Stale):
        verbs.write(by=board.manager, part=part, text="Mine.", seen_version=1)
    verbs.write(by=board.manager, part=part, text="Another.", seen_version=2)
    assert "Half a sentence." in client.get(f"{there}/versions/").content.decode()
    client.post(f"{there}/2/put_back/")
    part.refresh_from_db()
    assert (part.text, part.version) == ("Half a sentence.", 4)


def test_the_page_shows_what_was_made_and_what_stands_in_its_way(
    board: make.World, report: AnnualReport, year: Year, signed_in: Any
) -> None:
    concluded(board, year)
    written(board, report, foreword="Winifred came.")
    made(board, report)
    shown = unescape(signed_in(board.manager).get(f"/findings/annual_report/{report.pk}/").content.decode())
    for words in (
        "Care Act 2014, Schedule 2, paragraph 4",
        "“Winifred”",
        "Reviews worked on in the year",
        "could tell of somebody",
    ):
        assert words in shown, words
    assert signed_in(board.police_lead).get(f"/findings/annual_report/{report.pk}/").status_code == 403
    assert signed_in(board.outsider).get("/findings/annual_report/").status_code == 404
