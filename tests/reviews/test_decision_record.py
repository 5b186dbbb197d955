"""The record of a decision: signed once, never changed, corrected beside; its files say what was entered."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from docx import Document
from pypdf import PdfReader

from reviews.models import Challenge, Decision, DecisionRecord, Event, Review
from reviews.services import advice, challenge, criteria, decision_record, meeting, parallel
from scr_portal.lib.records import Refused
from tests import make
from tests.reviews.test_meeting import answered, came, held, voted

WHY = "Four concerns from two services were each closed alone.\nNobody put them together."
PRIVILEGED = "Counsel says the limb is arguable."


@pytest.fixture
def review(board: make.World) -> Review:
    return make.review(board, stage="screening")


def decided(board: make.World, review: Review, *, outcome: str = "") -> Decision:
    """From a quorate meeting to the chair's decision, by default for a review."""
    advised = "lcspr" if "lcspr" in {each.code for each in review.rules.outcomes} else "mandatory"
    outcome = outcome or advised
    partners = [voter.key for voter in review.rules.voters][:3]
    answered(board, review)
    at = held(board, review, *partners, code=advised)
    came(board, at, name="Kim Doyle", post="Detective <Sergeant> & lead", partner="police", conflict="Managed it.", conflict_handled="Left the room.")  # fmt: skip
    for partner in partners:
        voted(
            board, at, partner, "oppose" if partner.startswith("health") else "support", reason=f"As {partner} sees it."
        )
    at = meeting.finish(by=board.manager, meeting=at)
    said = {"recommended_outcome": advised, "recommendation": "Learning reaches beyond one agency.", "equality": "Disability and poverty considered.",
            "meeting": at, "dissent": "Health did not agree.", "abuse_types": ["Neglect"], "delay_reason": "The police asked for a week."}  # fmt: skip
    criteria.recommend(by=board.manager, review=review, values=said)
    advice.add(by=board.chair, review=review, values={"given_by": "Counsel", "given_on": at.held_on, "question": "q", "advice": PRIVILEGED})  # fmt: skip
    agreement = "agrees" if outcome == advised else "departs"
    return criteria.decide(by=board.chair, review=review, values={"outcome": outcome, "agreement": agreement, "rationale": WHY})  # fmt: skip


ENTERED = (
    "Four concerns were each closed alone.", "Learning reaches beyond one agency.", "Health did not agree.", "Nobody put them together.",
    "Disability and poverty considered.", "Neglect", "The police asked for a week.", "Kim Doyle", "Detective <Sergeant> & lead", "Managed it.",
    "Left the room.", "As health sees it.", "Opposes it", "Agrees with the recommendation", "Ruth Amankwah", "Seen.", "Tom Brennan",
)  # fmt: skip


def words(kind: str, content: bytes) -> str:
    """Every word of a file, in order, with one space between."""
    if kind == "pdf":
        found = " ".join(each.extract_text() for each in PdfReader(io.BytesIO(content)).pages)
    else:
        found = " ".join(
            node.text or "" for node in Document(io.BytesIO(content)).element.body.iter() if node.tag.endswith("}t")
        )
    return " ".join(found.split())


def test_the_files_of_a_signed_record_say_what_was_entered_and_no_legal_advice(
    board: make.World, review: Review, signed_in: Any
) -> None:
    signed = decision_record.sign(by=board.chair, decision=decided(board, review))
    assert signed.whole
    client, page = signed_in(board.auditor), f"/reviews/{review.ref}/decision_record/{signed.pk}/"
    shown = client.get(page).content.decode()
    assert "Unchanged since" in shown
    for kind in ("docx", "pdf"):
        content = b"".join(client.get(f"{page}{kind}/download/").streaming_content)
        said = words(kind, content)
        assert [each for each in ENTERED if each not in said] == [], kind
        assert "OFFICIAL-SENSITIVE" in said or kind == "docx"
        assert PRIVILEGED not in said
        assert PRIVILEGED not in shown
    root: Any = PdfReader(io.BytesIO(b"".join(client.get(f"{page}pdf/download/").streaming_content))).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    head = Document(io.BytesIO(b"".join(client.get(f"{page}docx/download/").streaming_content))).sections[0].header
    assert head.paragraphs[0].text == "OFFICIAL-SENSITIVE"
    assert Event.objects.filter(verb="decision_record.downloaded").count() == 4


def test_a_signed_record_does_not_change_and_a_correction_stands_beside_it(board: make.World, review: Review) -> None:
    first = decision_record.sign(by=board.chair, decision=decided(board, review))
    with pytest.raises(Refused, match="signed already"):
        decision_record.sign(by=board.chair, decision=first.decision)
    second = decision_record.sign(
        by=board.chair, decision=first.decision, why="A slip.", correction="The meeting began at ten."
    )
    assert (first.number, second.number) == (1, 2)
    assert "The meeting began at ten." in str(second.content)
    first.refresh_from_db()
    assert first.whole
    assert "The meeting began at ten." not in str(first.content)


@pytest.mark.parametrize("sql", ["UPDATE {table} SET sha256 = 'x'", "DELETE FROM {table}"])
def test_the_database_refuses_to_change_a_signed_record(board: make.World, review: Review, sql: str) -> None:
    decision_record.sign(by=board.chair, decision=decided(board, review))
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql.format(table=DecisionRecord._meta.db_table))


def test_only_a_decision_that_was_made_is_signed_and_only_by_the_chair(
    board: make.World, review: Review, signed_in: Any
) -> None:
    made = decided(board, review)
    page = f"/reviews/{review.ref}/decision/{made.pk}/decision_record/sign/"
    assert signed_in(board.manager).post(page, {"confirm": "on"}).status_code == 403
    assert signed_in(board.chair).post(page, {"confirm": ""}).status_code == 422
    assert signed_in(board.chair).post(page, {"confirm": "on"}).status_code == 302
    assert made.records.get().signed_by == board.chair
    made.outcome = "withdrawn"
    made.save()
    with pytest.raises(Refused, match="nothing to sign"):
        decision_record.sign(by=board.chair, decision=made)


def test_a_decision_is_challenged_and_looked_at_again(board: make.World, review: Review, signed_in: Any) -> None:
    old = decided(board, review, outcome="no_further_action")
    decision_record.sign(by=board.chair, decision=old)
    said = {"kind": "challenge", "from_whom": "Dr Patel", "received_on": old.decided_on, "why": "A scan was missed."}
    made = challenge.add(by=board.manager, decision=old, values=said)
    assert "A scan was missed." in signed_in(board.chair).get(f"/reviews/{review.ref}/criteria/").content.decode()
    challenge.answer(by=board.chair, challenge=made, values={"answer": "again", "answer_reason": "The scan is new."})
    review.refresh_from_db()
    assert review.stage == "screening"
    with pytest.raises(Refused, match="answered already"):
        challenge.answer(by=board.chair, challenge=made, values={"answer": "stands", "answer_reason": "No."})
    criteria.recommend(by=board.manager, review=review, values={"recommended_outcome": "lcspr", "recommendation": "r"})
    criteria.decide(by=board.chair, review=review, values={"outcome": "lcspr", "agreement": "agrees", "rationale": "r"})
    assert [each.outcome for each in review.decisions.all()] == ["lcspr", "no_further_action"]
    assert "A scan was missed." in str(
        decision_record.sign(by=board.chair, decision=old, why="w", correction="c").content
    )


def test_what_is_signed_is_what_was_read(board: make.World, review: Review, signed_in: Any) -> None:
    made, client = decided(board, review), signed_in(board.chair)
    page = f"/reviews/{review.ref}/decision/{made.pk}/decision_record/sign/"
    read = re.search(r'name="seen" value="(\w+)"', client.get(page).content.decode())
    assert read is not None
    parallel.add(by=board.chair, review=review, values={"kind": "coroner", "started_on": made.decided_on, "lead_body": "HM Coroner"})  # fmt: skip
    answer = client.post(page, {"confirm": "on", "seen": read[1]})
    assert answer.status_code == 422
    assert "has changed since you opened it" in answer.content.decode()
    assert "HM Coroner" in answer.content.decode()
    assert not made.records.exists()
    again = re.search(r'name="seen" value="(\w+)"', answer.content.decode())
    assert again is not None
    assert client.post(page, {"confirm": "on", "seen": again[1]}).status_code == 302


def test_what_came_before_a_decision_is_no_challenge_to_it(board: make.World, review: Review, signed_in: Any) -> None:
    made = decided(board, review)
    said = {"kind": "challenge", "from_whom": "Dr Patel", "received_on": "1/9/2026", "why": "A scan was missed."}
    answer = signed_in(board.manager).post(f"/reviews/{review.ref}/decision/{made.pk}/challenge/new/", said)
    assert answer.status_code == 422
    assert "what arrived before it was no challenge" in answer.content.decode()
    assert not made.challenges.exists()


def test_a_decision_on_which_a_review_was_begun_is_not_opened_again(board: make.World, review: Review) -> None:
    old = decided(board, review)
    made = Challenge.objects.create(decision=old, kind="challenge", from_whom="x", received_on=timezone.localdate(), why="w", recorded_by=board.manager)  # fmt: skip
    review.milestones.create(event="commissioned", happened_on=timezone.localdate(), recorded_by=board.manager)
    with pytest.raises(Refused, match="review was begun on this decision"):
        challenge.answer(by=board.chair, challenge=made, values={"answer": "again", "answer_reason": "r"})


def test_legal_advice_is_read_by_chair_and_manager_and_each_reading_is_on_record(
    board: make.World, review: Review, signed_in: Any
) -> None:
    decided(board, review)
    page = f"/reviews/{review.ref}/advice/"
    shut = {
        who: signed_in(board.people[who]).get(page).status_code
        for who in ("auditor", "reviewer", "panel", "police_lead")
    }
    assert shut == {"auditor": 403, "reviewer": 403, "panel": 403, "police_lead": 404}
    assert PRIVILEGED in signed_in(board.manager).get(page).content.decode()
    assert Event.objects.filter(verb="legal_advice.read", actor=board.manager).count() == 1
    assert not Event.objects.filter(subject__contains="arguable").exists()


def test_an_outcome_that_the_rule_set_does_not_have_is_said_to_be_none(board: make.World, signed_in: Any) -> None:
    review = make.review(board, stage="decision")
    by = {"recommended_by": board.manager, "recommended_outcome": "lcspr", "recommendation": "r"}
    Decision.objects.create(review=review, **by)
    sent = {"outcome": "burn_it", "agreement": "agrees", "rationale": "r", "confirm": "on"}
    answer = signed_in(board.chair).post(f"/reviews/{review.ref}/decision/decide/", sent)
    assert (answer.status_code, answer.context["form"].errors.keys()) == (422, {"outcome"})
    assert not review.decisions.filter(decided_on__isnull=False).exists()
