"""The files are built off the request: how far it is stands on the page, and what went wrong in one sentence."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from docx import Document

from findings import tasks
from findings.models import BuiltReport, Report, ReportBuild
from findings.services import report as reports
from findings.services import report_build as verbs
from reviews.models import Event
from reviews.services import letterhead
from scr_portal.lib.records import Refused
from tests import make
from tests.findings.test_report import decided, report  # noqa: F401 - a fixture


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def waiting(board: make.World, report: Report) -> Report:  # noqa: F811 - as pytest names fixtures
    """A report of one short section, so that building is quick."""
    report.sections.exclude(key="introduction").update(text="")
    return decided(board, report)


def test_what_is_done_is_told_step_by_step(board: make.World, waiting: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    build = verbs.ask(by=board.reviewer, report=waiting)
    seen: list[str] = []
    scan = tasks.scan

    def scanned(*said: Any) -> list[dict[str, Any]]:
        seen.append(str(ReportBuild.objects.get()))
        return scan(*said)

    monkeypatch.setattr(tasks, "scan", scanned)
    tasks.build_report(waiting.pk, board.reviewer.pk, build.pk)
    assert seen == ["Scanning: PDF: 1 of 6", "Scanning: Word: 3 of 6", "Scanning: Web page: 5 of 6"]
    build.refresh_from_db()
    assert (build.running, build.trouble, build.finished_at is None) == (False, "", False)


def test_the_page_says_how_far_it_is_and_looks_again_by_itself(
    board: make.World, waiting: Report, signed_in: Any
) -> None:
    build = verbs.ask(by=board.reviewer, report=waiting)
    verbs.write(build.pk, ReportBuild, doing="Scanning: Word", done=3, steps=6)
    page = signed_in(board.reviewer).get(f"/findings/{waiting.review.ref}/report/").content.decode()
    assert "Scanning: Word (3 of 6 steps done)" in page
    assert 'value="3" max="6"' in page
    assert 'hx-trigger="every 2s"' in page
    verbs.write(build.pk, ReportBuild, finished_at=timezone.now())
    assert "every 2s" not in signed_in(board.reviewer).get(f"/findings/{waiting.review.ref}/report/").content.decode()


def test_it_is_built_once_at_a_time_and_again_when_a_worker_was_stopped(board: make.World, waiting: Report) -> None:
    build = verbs.ask(by=board.reviewer, report=waiting)
    with pytest.raises(Refused, match="being built already"):
        verbs.ask(by=board.manager, report=waiting)
    ReportBuild.objects.filter(pk=build.pk).update(asked_at=timezone.now() - timedelta(hours=1))
    assert verbs.ask(by=board.manager, report=waiting).pk != build.pk


@pytest.mark.parametrize(("fault", "sentence"), [(OSError, verbs.MISSING), (ValueError, verbs.BROKEN)])
def test_what_went_wrong_is_said_on_the_page(
    fault: type[Exception],
    sentence: str,
    board: make.World,
    waiting: Report,
    signed_in: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: Any) -> bytes:
        raise fault

    build = verbs.ask(by=board.reviewer, report=waiting)
    monkeypatch.setattr(tasks, "made_into", fail)
    with pytest.raises(fault):
        tasks.build_report(waiting.pk, board.reviewer.pk, build.pk)
    assert sentence in signed_in(board.reviewer).get(f"/findings/{waiting.review.ref}/report/").content.decode()
    assert not BuiltReport.objects.exists()


def test_the_boards_own_address_on_its_own_paper_identifies_nobody(board: make.World, waiting: Report) -> None:
    head = Document()
    head.sections[0].footer.paragraphs[
        0
    ].text = "1 Civic Square, Harrowdale HD1 4LP, 01632 960983, board@harrowdale.example"
    head.add_paragraph("{{ body }}")
    held = io.BytesIO()
    head.save(held)
    letterhead.add(by=board.administrator, board=board.board, content=held.getvalue(), filename="ours.docx")
    tasks.build_report(waiting.pk, board.reviewer.pk)
    built = BuiltReport.objects.get(format="docx")
    assert built.suspicions == []
    assert "board@harrowdale.example" in Document(built.file.open()).sections[0].footer.paragraphs[0].text


def test_a_task_that_comes_again_builds_nothing_twice(board: make.World, waiting: Report) -> None:
    build = verbs.ask(by=board.reviewer, report=waiting)
    for _ in range(2):
        tasks.build_report(waiting.pk, board.reviewer.pk, build.pk)
    assert BuiltReport.objects.count() == 3
    assert Event.objects.filter(verb="report.built").count() == 1


def test_two_workers_that_build_at_once_keep_it_once(board: make.World, waiting: Report) -> None:
    build = verbs.ask(by=board.reviewer, report=waiting)
    files: dict[str, tuple[bytes, list[dict[str, Any]]]] = {"pdf": (b"%PDF", [])}
    for number in (1, 0):
        kept = reports.built_and_scanned(by=board.reviewer, report=waiting, files=files, text="t", build=build.pk)
        assert len(kept) == number
    assert BuiltReport.objects.get().sha256
    build.refresh_from_db()
    assert build.finished_at
    verbs.write(build.pk, ReportBuild, doing="Building: Word", trouble=verbs.BROKEN)  # The slower one fails after all.
    build.refresh_from_db()
    assert (build.doing, build.trouble) == ("Waiting to begin", "")


def test_a_build_that_was_given_up_is_not_made_beside_the_one_asked_for_since(
    board: make.World, waiting: Report, signed_in: Any
) -> None:
    first = verbs.ask(by=board.reviewer, report=waiting)
    ReportBuild.objects.update(asked_at=timezone.now() - timedelta(minutes=31))
    page = signed_in(board.reviewer).get(f"/findings/{waiting.review.ref}/report/").content.decode()
    assert "The building of the files was interrupted. Ask for it again." in page
    second = verbs.ask(by=board.reviewer, report=waiting)
    for build in (first, second):
        tasks.build_report(waiting.pk, board.reviewer.pk, build.pk)
    assert BuiltReport.objects.count() == 3
    assert ReportBuild.objects.get(finished_at__isnull=False) == second
