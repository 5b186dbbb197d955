"""The log of disclosures fills itself where the portal gives something out, takes lines by hand, and is never changed."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from findings.models import BuiltReport
from findings.services import accuracy, pack, publication, report
from reviews.models import Disclosure, Review
from reviews.services import letter, stage
from reviews.stages import Stage
from tests import make
from tests.case import Case, one_of_everything

TODAY = timezone.localdate()


@pytest.fixture
def case(board: make.World) -> Case:
    found = one_of_everything(board)
    found.review.parallel_processes.update(ended_on=TODAY)
    return found


def lines(case: Case) -> list[tuple[str, str, str]]:
    """What the portal wrote by itself since the case began, oldest first."""
    found = Disclosure.objects.exclude(pk=case.records["disclosure"].pk).order_by("pk")
    return [(line.kind, line.what, line.to) for line in found]


def test_a_letter_that_is_sent_is_on_the_log_with_its_checksum_and_power(case: Case) -> None:
    sent = letter.send(
        by=case.world.manager, letter=case.records["letter"], values={"way": "post", "sent_on": TODAY, "told": ""}
    )
    line = Disclosure.objects.latest("pk")
    assert (line.what, line.to, line.sha256) == ("Decision, to the agencies", "The head", sent.sha256)
    assert line.power.startswith("Children Act 2004")
    assert not line.by_hand


def test_what_is_given_out_is_on_the_log(case: Case) -> None:
    case.records["round"].__class__.objects.update(sent_on=None)
    accuracy.send(by=case.world.manager, round=case.records["round"])
    pack.taken(by=case.world.manager, review=case.review, kind="pdf", content=b"x")
    publication.tick(by=case.world.manager, report=case.records["report"], key="statutory-copies", on=TODAY, note="")
    Review.objects.filter(pk=case.review.pk).update(stage=Stage.COLLECTION)
    stage.move(by=case.world.reviewer, review=Review.objects.get(pk=case.review.pk), verb="release")
    assert lines(case) == [
        ("passages", "Passages of the draft report (1)", "Harrowdale Police"),
        ("passages", "Passages of the draft report (1)", "Harrowdale Primary School"),
        ("pack", "Pack (pdf)", "Child Safeguarding Practice Review Panel"),
        ("copy", "Report, before publication", "Copies sent to the Panel, the Secretary of State and Ofsted"),
        ("chronology", "Merged chronology, to read in the portal", "The review panel"),
    ]


def test_a_file_taken_by_somebody_outside_the_board_is_on_the_log_and_by_an_officer_is_not(case: Case) -> None:
    built = BuiltReport.objects.get()
    for reader in (case.world.manager, case.world.chair, case.world.auditor, case.world.panel, case.world.reviewer):
        report.downloaded(by=reader, built=built)
    assert lines(case) == [("report", "Report (pdf)", "Lee Grant"), ("report", "Report (pdf)", "Hana Svensson")]
    assert Disclosure.objects.latest("pk").sha256 == built.sha256


def test_a_line_by_hand_corrects_an_earlier_one_which_stays(case: Case, signed_in: Any) -> None:
    address, client = f"/reviews/{case.review.ref}/disclosure/", signed_in(case.world.reviewer)
    said = {
        "kind": "subject_access",
        "what": "Letters",
        "to": "Her sister",
        "given_on": "1/9/2026",
        "why": "Her request",
        "power": "UK GDPR Article 15",
    }
    wrong = client.post(f"{address}new/", {**said, "sha256": "abc"})
    assert "A SHA-256 has 64 figures" in wrong.content.decode()
    assert (
        client.post(
            f"{address}new/", {**said, "sha256": "AB" * 32, "corrects": case.records["disclosure"].pk}
        ).status_code
        == 302
    )
    made = Disclosure.objects.latest("pk")
    assert (made.by_hand, made.sha256, made.corrects) == (True, "ab" * 32, case.records["disclosure"])
    shown = client.get(address).content.decode()
    assert "Corrects the line of" in shown
    assert "UK GDPR Article 15" in shown
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Disclosure.objects.update(what="x")


def test_the_log_leaves_as_a_file(case: Case, signed_in: Any) -> None:
    client = signed_in(case.world.auditor)
    for kind in ("docx", "pdf"):
        answer = client.get(f"/reviews/{case.review.ref}/disclosure/{kind}/download/")
        assert answer.status_code == 200
        assert b"".join(answer.streaming_content)[:2] in (b"PK", b"%P")
