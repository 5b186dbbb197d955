"""The round of factual accuracy: passages to agencies, comments decided, disputes in the addendum."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from findings import passages
from findings.models import AccuracyComment, AccuracyInvitation, AccuracyPassage, AccuracyRound, Report
from findings.services import accuracy, anonymity
from findings.services import report as reporting
from findings.services import section as sections
from reviews.stages import Stage
from scr_portal.lib.records import Refused
from tests import make

POLICE = "Police Constable Marion Teasdale saw Amara Okafor at home on 3 March 2019 and left."
SCHOOL = "The school wrote to nobody."


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def report(board: make.World) -> Report:
    """A draft of two sections, one about the police's officer, one about the school; both agencies have returned."""
    review = make.review(board, stage=Stage.DRAFTING)
    make.subject(board, review)
    officer = {"given": "Marion", "surname": "Teasdale", "pseudonym": "Officer 1", "part": "professional"}
    make.subject(board, review, agency=board.police, **officer)
    for agency in (board.police, board.school):
        make.request(board, review, agency, status="returned")
    made = Report.objects.create(review=review, title="Child A")
    made.sections.create(key="analysis", title="Analysis", order=1, text=f"## Visits\n\n{POLICE}\n\n{SCHOOL}")
    made.sections.create(key="addendum", title="Addendum: unresolved disputes", order=2)
    return made


def sent(board: make.World, report: Report, *agencies: Any) -> AccuracyRound:
    """A round in which `agencies` (the police alone, unless others are named) were sent their passages."""
    requests = report.review.requests.filter(agency__in=agencies or (board.police,))
    due_on = timezone.localdate() + timedelta(days=7)
    found = accuracy.begin(by=board.reviewer, report=report, requests=list(requests), due_on=due_on)
    for invitation in found.invitations.filter(request__agency=board.school):
        accuracy.choose(by=board.reviewer, invitation=invitation, chosen=["analysis-2"])
    return accuracy.send(by=board.reviewer, round=found)


def disputed(board: make.World, report: Report) -> AccuracyComment:
    """The police's comment, not accepted, by which they stand."""
    sent(board, report)
    passage = AccuracyPassage.objects.get()
    said = accuracy.comment(by=board.police_lead, passage=passage, kind="fact", text="She stayed an hour.")
    reason = "The log says ten minutes."
    accuracy.decide(by=board.reviewer, comment=said, decision="not_accepted", reason=reason)
    return accuracy.stand_by(by=board.police_senior, comment=said, words="Body-worn video shows an hour.")


def test_passages_that_name_an_agency_or_its_people_are_proposed_to_it(board: make.World, report: Report) -> None:
    found = passages.paragraphs(report)
    assert [(each.section, each.number, each.text) for each in found] == [
        ("analysis", 1, POLICE),
        ("analysis", 2, SCHOOL),
    ]
    assert passages.concerning(board.police, report, found) == found[:1]


def test_an_agency_sees_its_own_passages_only_and_no_name(
    board: make.World, report: Report, signed_in: Any, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        sent(board, report, board.police, board.school)
    police = AccuracyInvitation.objects.get(request__agency=board.police)
    answer = signed_in(board.police_lead).get(f"/findings/accuracy/{police.pk}/answer/").content.decode()
    assert "Officer 1" in answer
    assert [words for words in ("Teasdale", "Okafor", SCHOOL) if words in answer] == []
    assert signed_in(board.school_lead).get(f"/findings/accuracy/{police.pk}/answer/").status_code == 404
    assert {message.to[0] for message in mail.outbox} == {board.police_lead.email, board.school_lead.email}
    assert not any(word in message.body for message in mail.outbox for word in ("Marion", "Amara", "police", "visit"))


def test_nothing_is_seen_before_it_is_sent_and_nothing_is_sent_to_an_agency_without_passages(
    board: make.World, report: Report
) -> None:
    due_on = timezone.localdate()
    requests = list(report.review.requests.all())
    found = accuracy.begin(by=board.manager, report=report, requests=requests, due_on=due_on)
    assert not AccuracyInvitation.objects.visible_to(board.police_lead).exists()
    with pytest.raises(Refused, match=board.school.label):
        accuracy.send(by=board.manager, round=found)
    assert not AccuracyPassage.objects.exists()
    with pytest.raises(Refused, match="open already"):
        accuracy.begin(by=board.manager, report=report, requests=requests, due_on=due_on)


def test_what_was_shown_stays_as_it_was_when_the_draft_changes(board: make.World, report: Report) -> None:
    found = sent(board, report)
    shown = AccuracyPassage.objects.get().text
    section = report.sections.get(key="analysis")
    sections.write(by=board.reviewer, section=section, text="Nobody came.", seen_version=section.version)
    assert AccuracyPassage.objects.get().text == shown
    with pytest.raises(Refused, match="have been sent"):
        accuracy.choose(by=board.reviewer, invitation=found.invitations.get(), chosen=[])


def test_every_comment_is_decided_with_a_reason_before_the_round_ends(board: make.World, report: Report) -> None:
    found = sent(board, report)
    said = accuracy.comment(by=board.police_author, passage=AccuracyPassage.objects.get(), kind="missing", text="Why?")
    with pytest.raises(Refused, match="1 comment is not decided"):
        accuracy.close(by=board.reviewer, round=found)
    with pytest.raises(Refused, match="Say why"):
        accuracy.decide(by=board.reviewer, comment=said, decision="accepted", reason=" ")
    with pytest.raises((PermissionDenied, Http404)):
        accuracy.decide(by=board.police_lead, comment=said, decision="accepted", reason="We say so.")
    accuracy.decide(by=board.reviewer, comment=said, decision="accepted", reason="Added.")
    accuracy.close(by=board.reviewer, round=found)
    with pytest.raises(Refused, match="is closed"):
        accuracy.comment(by=board.police_author, passage=said.passage, kind="fact", text="And another thing.")


def test_a_report_is_not_sent_for_sign_off_while_a_round_is_open(board: make.World, report: Report) -> None:
    report.sections.update(text="It was seen late.")
    requests, today = list(report.review.requests.filter(agency=board.police)), timezone.localdate()
    accuracy.begin(by=board.reviewer, report=report, requests=requests, due_on=today)
    with pytest.raises(Refused, match="factual accuracy is still open"):
        reporting.send_for_sign_off(by=board.reviewer, review=report.review)


def test_an_unsettled_dispute_stands_in_the_addendum_through_the_same_gate(board: make.World, report: Report) -> None:
    before = anonymity.anonymised(report).sha256
    said = disputed(board, report)
    made = anonymity.anonymised(report)
    told = {key: text for key, _, text in made.sections}["addendum"]
    assert "Body-worn video shows an hour." in told
    assert "The log says ten minutes." in told
    assert made.sha256 != before
    accuracy.decide(by=board.reviewer, comment=said, decision="accepted", reason="We have seen the video.")
    assert anonymity.anonymised(report).sha256 == before


def test_a_comment_that_was_accepted_cannot_be_disputed(board: make.World, report: Report) -> None:
    sent(board, report)
    said = accuracy.comment(by=board.police_lead, passage=AccuracyPassage.objects.get(), kind="fact", text="No.")
    with pytest.raises(Refused, match="nothing to dispute"):
        accuracy.stand_by(by=board.police_lead, comment=said, words="We do.")
    accuracy.decide(by=board.reviewer, comment=said, decision="accepted", reason="Changed.")
    with pytest.raises(Refused, match="nothing to dispute"):
        accuracy.stand_by(by=board.police_lead, comment=said, words="We do.")


def test_the_whole_round_in_the_pages(board: make.World, report: Report, signed_in: Any) -> None:
    ref, reviewer, lead = report.review.ref, signed_in(board.reviewer), signed_in(board.police_lead)
    asked = report.review.requests.get(agency=board.police)
    due_on = f"{timezone.localdate() + timedelta(days=7):%d/%m/%Y}"
    reviewer.post(f"/findings/{ref}/accuracy/new/", {"requests": [asked.pk], "due_on": due_on, "note": ""})
    invitation = AccuracyInvitation.objects.get()
    reviewer.post(f"/findings/{ref}/accuracy/{invitation.pk}/passages/", {"passage": ["analysis-1", "analysis-2"]})
    reviewer.post(f"/findings/{ref}/accuracy/send/")
    assert "Check what the draft says about your agency" in lead.get("/").content.decode()
    passage = AccuracyPassage.objects.all()[1]
    lead.post(f"/findings/accuracy/{passage.pk}/comment/", {"kind": "fact", "text": "It wrote.", "evidence": "File 3."})
    lead.post(f"/findings/accuracy/{invitation.pk}/finish/")
    said = AccuracyComment.objects.get()
    answer = {"decision": "in_part", "reason": "To the GP only."}
    reviewer.post(f"/findings/{ref}/accuracy/{said.pk}/decide/", answer)
    assert "To the GP only." in lead.get(f"/findings/accuracy/{invitation.pk}/answer/").content.decode()
    lead.post(f"/findings/accuracy/{said.pk}/stand/", {"reason": "To us as well."})
    reviewer.post(f"/findings/{ref}/accuracy/close/")
    said.refresh_from_db()
    assert (said.dispute, AccuracyRound.objects.get().closed_on) == ("To us as well.", timezone.localdate())
    assert "Check what the draft says" not in lead.get("/").content.decode()


def test_a_dispute_that_came_meanwhile_is_not_settled_unseen(board: make.World, report: Report, signed_in: Any) -> None:
    said = disputed(board, report)
    page = f"/findings/{report.review.ref}/accuracy/{said.pk}/decide/"
    answer = {"decision": "not_accepted", "reason": "As before.", "seen_version": said.version - 1}
    late = signed_in(board.reviewer).post(page, answer)
    assert (late.status_code, "Body-worn video shows an hour." in late.content.decode()) == (422, True)
    said.refresh_from_db()
    assert said.dispute == "Body-worn video shows an hour."
