"""The report: written with real names, anonymised, read twice, scanned as built, and only then published."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from findings import tasks
from findings.models import BuiltReport, Finding, Recommendation, Report
from findings.services import anonymity, publication
from findings.services import report as verbs
from findings.services import section as sections
from reviews.models import ParallelProcess, Restriction, Review
from reviews.stages import Stage
from scr_portal.lib.records import Refused
from tests import make

TEXT = "Amara Okafor was seen at home by Marion Teasdale, who wrote to Ottoline Brackenbury."


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def report(board: make.World) -> Report:
    """A report whose every section says the same, in a review that is being drafted."""
    review = make.review(board, stage=Stage.DRAFTING)
    make.subject(board, review)
    make.subject(board, review, given="Marion", surname="Teasdale", pseudonym="Social Worker 1", part="professional")
    finding = Finding.objects.create(review=review, number=1, title="t", what="w", why="y", written_by=board.reviewer)
    made = Recommendation.objects.create(review=review, number=1, text="Ask.", written_by=board.reviewer)
    made.findings.add(finding)
    report = Report.objects.create(review=review, title="Local child safeguarding practice review: Child A")
    for order, section in enumerate(review.rules.sections, start=1):
        text = TEXT if section.required else ""
        report.sections.create(key=section.key, title=section.title, order=order, text=text)
    return report


def decided(board: make.World, report: Report, choice: str = "replace") -> Report:
    """Every leftover decided at once."""
    leftover = anonymity.anonymised(report).leftovers[0]
    anonymity.decide(
        by=board.reviewer,
        report=report,
        leftover=leftover,
        choice=choice,
        replacement="the grandmother",
        everywhere=True,
    )
    return report


def ready(board: make.World, report: Report) -> Report:
    """Signed off, read twice and ticked three weeks ago; nothing is built."""
    review = verbs.send_for_sign_off(by=board.reviewer, review=decided(board, report).review)
    verbs.sign_off(by=board.chair, review=review, note="")
    report = Report.objects.get()
    for order, reader in ((1, board.reviewer), (2, board.panel)):
        verbs.read(by=reader, report=report, order=order, accepted=True)
    for line in report.review.rules.checklist:
        report = publication.tick(
            by=board.manager, report=report, key=line.key, on=timezone.localdate() - timedelta(days=21), note=""
        )
    return Report.objects.select_related("review").get()


def test_listed_names_become_pseudonyms_and_unlisted_ones_wait_for_a_person(report: Report) -> None:
    made = anonymity.anonymised(report)
    assert made.sections[0][2].startswith("Child A was seen at home by Social Worker 1")
    assert {leftover.text for leftover in made.leftovers} == {"Ottoline Brackenbury"}


def test_the_named_text_is_never_altered(board: make.World, report: Report) -> None:
    decided(board, report)
    assert report.sections.first().text == TEXT  # type: ignore[union-attr]


def test_one_decision_serves_every_like_place_and_can_be_undone(board: make.World, report: Report) -> None:
    decided(board, report)
    assert not anonymity.anonymised(report).leftovers
    anonymity.undo(by=board.reviewer, decision=report.review.anonymity_decisions.get())
    assert len(anonymity.anonymised(report).leftovers) == len(report.sections.exclude(text=""))


def test_a_replacement_that_names_somebody_is_refused(board: make.World, report: Report) -> None:
    leftover = anonymity.anonymised(report).leftovers[0]
    with pytest.raises(Refused, match="names or identifies somebody itself"):
        anonymity.decide(
            by=board.reviewer,
            report=report,
            leftover=leftover,
            choice="replace",
            replacement="Amara’s aunt",
            everywhere=True,
        )


def test_nothing_goes_to_the_board_while_a_place_is_undecided(board: make.World, report: Report) -> None:
    with pytest.raises(Refused, match="are not decided yet"):
        verbs.send_for_sign_off(by=board.reviewer, review=report.review)


def test_one_reader_cannot_sign_twice(board: make.World, report: Report) -> None:
    make.member(board.board, board.reviewer, "panel_member", review=report.review)
    decided(board, report)
    verbs.read(by=board.reviewer, report=report, order=1, accepted=True)
    with pytest.raises(Refused, match="a second pair of eyes"):
        verbs.read(by=board.reviewer, report=report, order=2, accepted=True)


def test_a_refusal_to_sign_says_what_has_to_change(board: make.World, report: Report) -> None:
    decided(board, report)
    with pytest.raises(Refused, match="Say what has to change"):
        verbs.read(by=board.panel, report=report, order=2, accepted=False)


def test_a_signature_falls_when_the_text_changes(board: make.World, report: Report) -> None:
    decided(board, report)
    verbs.read(by=board.reviewer, report=report, order=1, accepted=True)
    sections.write(by=board.reviewer, section=report.sections.first(), text="Other words.")  # type: ignore[arg-type]
    assert "The first reader has not signed the text as it stands." in publication.obstacles(
        report, timezone.localdate()
    )


def test_built_files_hold_no_listed_name_and_are_clean(board: make.World, report: Report) -> None:
    tasks.build_report(ready(board, report).pk, board.manager.pk)
    pdf, word = (BuiltReport.objects.get(format=kind) for kind in ("pdf", "docx"))
    assert (pdf.suspicions, word.suspicions) == ([], [])
    told = "\n".join(page.extract_text() for page in pypdf.PdfReader(pdf.file.open()).pages)
    told += "\n".join(paragraph.text for paragraph in docx.Document(word.file.open()).paragraphs)
    assert "Child A was seen at home" in told
    assert not any(name in told for name in ("Okafor", "Teasdale", "Brackenbury"))


def test_the_pdf_is_tagged_and_marked_with_its_language(board: make.World, report: Report) -> None:
    tasks.build_report(ready(board, report).pk, board.manager.pk)
    catalogue: Any = pypdf.PdfReader(BuiltReport.objects.get(format="pdf").file.open()).root_object
    assert catalogue["/MarkInfo"]["/Marked"]
    assert str(catalogue["/Lang"]).startswith("en")
    assert "/StructTreeRoot" in catalogue


def test_a_name_in_the_built_file_stops_publication(board: make.World, report: Report) -> None:
    waiting = ready(board, report)
    Report.objects.update(title="Review: Amara Okafor")
    tasks.build_report(waiting.pk, board.manager.pk)
    with pytest.raises(Refused, match="could identify somebody"):
        publication.publish(by=board.manager, report=Report.objects.select_related("review").get())


def test_it_is_published_when_nothing_stands_in_the_way(board: make.World, report: Report) -> None:
    waiting = ready(board, report)
    assert publication.obstacles(waiting, timezone.localdate()) == [
        "The PDF file has not been built from the text as it stands.",
        "The Word file has not been built from the text as it stands.",
        "The Web page file has not been built from the text as it stands.",
    ]
    tasks.build_report(waiting.pk, board.manager.pk)
    publication.publish(by=board.manager, report=Report.objects.select_related("review").get())
    assert Review.objects.get().stage == Stage.MONITORING
    assert all(BuiltReport.objects.values_list("published", flat=True))


def test_a_trial_holds_publication_until_it_has_ended(board: make.World, report: Report) -> None:
    waiting = ready(board, report)
    hold = ParallelProcess.objects.create(review=report.review, kind="criminal", started_on=timezone.localdate())
    Restriction.objects.create(process=hold, limit="publication", asked_by="The police", since=timezone.localdate())
    tasks.build_report(waiting.pk, board.manager.pk)
    with pytest.raises(Refused, match="because of the criminal investigation or trial: “No publication”"):
        publication.publish(by=board.manager, report=waiting)
    ParallelProcess.objects.filter(pk=hold.pk).update(ended_on=timezone.localdate())
    publication.publish(by=board.manager, report=Report.objects.select_related("review").get())


def test_statutory_copies_wait_seven_working_days(board: make.World, report: Report) -> None:
    waiting = ready(board, report)
    line = next(line for line in waiting.review.rules.checklist if line.min_working_days)
    ticked = publication.tick(by=board.manager, report=waiting, key=line.key, on=timezone.localdate(), note="")
    assert any(
        "publication may follow on" in sentence for sentence in publication.obstacles(ticked, timezone.localdate())
    )


def test_the_reviewer_does_not_publish_and_the_manager_does_not_sign_off(board: make.World, report: Report) -> None:
    waiting = ready(board, report)
    with pytest.raises(PermissionDenied):
        publication.publish(by=board.reviewer, report=waiting)
    with pytest.raises(PermissionDenied):
        publication.tick(by=board.panel, report=waiting, key="anonymity", on=timezone.localdate(), note="")


def test_words_at_the_beginning_of_a_paragraph_can_be_decided_in_a_browser(
    board: make.World, report: Report, signed_in: Any
) -> None:
    report.sections.update(text="It was late.\n\nOttoline Brackenbury wrote.\n\nNobody answered.")
    leftover = anonymity.anonymised(report).leftovers[0]
    assert "\n" in leftover.context
    sent = leftover.context.replace("\n", "\r\n")  # As every browser sends it.
    form = {"context": sent, "choice": "replace", "replacement": "the grandmother", "everywhere": "on"}
    signed_in(board.reviewer).post(f"/findings/{report.review.ref}/leftover/1/decide/", form)
    assert not anonymity.anonymised(report).leftovers
