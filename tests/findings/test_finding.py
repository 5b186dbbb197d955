"""Findings rest on evidence, recommendations on findings; actions are owned, assured by others, and shown to have worked."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from agencies.services import entry
from findings.models import Action, Finding, Recommendation
from findings.services import action as actions
from findings.services import finding as findings
from findings.services import recommendation as verbs
from reviews.lifecycle import REVIEW_LIFECYCLE
from reviews.models import Review
from reviews.services import stage
from reviews.stages import Stage
from scr_portal.lib.records import Refused
from tests import make

SAID = {
    "title": "Appointments were counted, not understood",
    "what": "Letters were sent.",
    "why": "The procedure asked for a letter.",
}


@pytest.fixture
def review(board: make.World) -> Review:
    """Released, with one entry of the police."""
    made = make.review(board)
    asked = make.request(board, made, board.police, author=board.police_author)
    entry.enter_by_hand(by=board.police_author, request=asked, date_text="27/3/2019", event="Not at home.")
    type(asked).objects.update(status="returned")
    Review.objects.update(stage=Stage.ANALYSIS)
    made.refresh_from_db()
    return made


def found(board: make.World, review: Review) -> Finding:
    made = findings.add(by=board.reviewer, review=review, values=SAID)
    return findings.rest_on(by=board.reviewer, finding=made, entries=[*review.entries.all()])


def recommended(board: make.World, review: Review) -> Recommendation:
    values = {"text": "Ask why.", "findings": [found(board, review)], "agencies": [board.police], "scope": "single"}
    return verbs.add(by=board.reviewer, review=review, values=values)


def accepted(board: make.World, review: Review) -> Recommendation:
    made = recommended(board, review)
    Review.objects.update(stage=Stage.MONITORING)
    made.review.refresh_from_db()
    verbs.respond(by=board.chair, recommendation=made, answer="accepted", reason="")
    return Recommendation.objects.get()


def owned(board: make.World, review: Review, days: int = 30) -> Action:
    values = {
        "agency": board.police,
        "text": "Train.",
        "owner": board.police_owner,
        "target_on": timezone.localdate() + timedelta(days=days),
    }
    return actions.set_action(by=board.manager, recommendation=accepted(board, review), values=values)


def test_the_report_does_not_begin_while_a_finding_rests_on_nothing(board: make.World, review: Review) -> None:
    findings.add(by=board.reviewer, review=review, values=SAID)
    with pytest.raises(Refused, match="rests on no evidence yet"):
        REVIEW_LIFECYCLE.advance(review, "draft", by=board.reviewer)


def test_evidence_of_another_review_is_refused(board: make.World, review: Review) -> None:
    other = make.review(board, stage=Stage.ANALYSIS, number=2, title="Child B")
    made = findings.add(by=board.reviewer, review=other, values=SAID)
    with pytest.raises(Refused, match="belongs to another review"):
        findings.rest_on(by=board.reviewer, finding=made, entries=[*review.entries.all()])


def test_the_same_evidence_is_linked_once(board: make.World, review: Review) -> None:
    made = found(board, review)
    with pytest.raises(Refused, match="rests on that already"):
        findings.rest_on(by=board.reviewer, finding=made, entries=[*review.entries.all()])
    assert made.evidence.count() == 1


def test_a_recommendation_rests_on_a_finding_of_its_own_review(board: make.World, review: Review) -> None:
    other = findings.add(by=board.reviewer, review=make.review(board, stage=Stage.ANALYSIS, number=2), values=SAID)
    for resting in ([], [other]):
        with pytest.raises(Refused):
            verbs.add(
                by=board.reviewer,
                review=review,
                values={"text": "Ask.", "findings": resting, "agencies": [], "scope": "single"},
            )


def test_refusing_a_recommendation_wants_the_reason(board: make.World, review: Review) -> None:
    made = recommended(board, review)
    Review.objects.update(stage=Stage.MONITORING)
    made.review.refresh_from_db()
    with pytest.raises(Refused, match="the law asks for the reason"):
        verbs.respond(by=board.chair, recommendation=made, answer="not_accepted", reason="  ")


def test_no_action_follows_from_what_was_not_accepted(board: make.World, review: Review) -> None:
    made = accepted(board, review)
    verbs.respond(by=board.chair, recommendation=made, answer="not_accepted", reason="Done already.")
    with pytest.raises(Refused, match="once the board has accepted"):
        actions.set_action(
            by=board.manager,
            recommendation=Recommendation.objects.get(),
            values={"agency": board.police, "text": "Train.", "target_on": timezone.localdate()},
        )


def test_an_action_is_owned_in_the_agency_that_acts(board: make.World, review: Review) -> None:
    values = {"agency": board.police, "text": "Train.", "owner": board.school_owner, "target_on": timezone.localdate()}
    with pytest.raises(Refused, match="has to work for the agency"):
        actions.set_action(by=board.manager, recommendation=accepted(board, review), values=values)


def test_evidence_is_kept_under_its_checksum_with_the_name_that_it_came_with(board: make.World, review: Review) -> None:
    action = actions.report_progress(
        by=board.police_owner,
        action=owned(board, review),
        note="Half.",
        evidence=[SimpleUploadedFile("../list of staff.txt", b"one"), SimpleUploadedFile("notes.txt", b"two")],
    )
    first, second = action.updates.get().files.all()
    assert (first.name, second.name) == ("list of staff.txt", "notes.txt")
    assert "staff" not in str(first.file.name)
    assert first.sha256 == hashlib.sha256(b"one").hexdigest()


def test_the_owner_cannot_assure_their_own_action(board: make.World, review: Review) -> None:
    done = actions.report_progress(by=board.police_owner, action=owned(board, review), note="Done.", done=True)
    Action.objects.update(owner=board.manager)
    with pytest.raises(Refused, match="Somebody other than its owner"):
        actions.assure(by=board.manager, action=Action.objects.get(pk=done.pk), note="Seen.")


def test_an_action_closes_when_a_difference_was_shown_and_not_before(board: make.World, review: Review) -> None:
    done = actions.report_progress(by=board.police_owner, action=owned(board, review), note="Done.", done=True)
    impact = {"measure": "Audit", "result": "3 of 20", "shown": "no", "tested_on": timezone.localdate()}
    with pytest.raises(Refused, match="once the action has been assured"):
        actions.record_impact(by=board.manager, action=done, values=impact)
    assured = actions.assure(by=board.manager, action=done, note="Seen.")
    actions.record_impact(by=board.manager, action=assured, values=impact)
    assert Action.objects.get().status == "assured"
    actions.record_impact(by=board.manager, action=assured, values={**impact, "result": "18 of 20", "shown": "yes"})
    assert Action.objects.get().status == "closed"


def test_an_overdue_action_shows_to_board_and_agency(board: make.World, review: Review, signed_in: Any) -> None:
    owned(board, review, days=-3)
    for who in (board.manager, board.chair, board.police_owner):
        assert "Overdue" in signed_in(who).get("/findings/").content.decode()
    assert "Train." not in signed_in(board.school_owner).get("/findings/").content.decode()


def test_a_review_stays_open_until_its_actions_are_closed(board: make.World, review: Review) -> None:
    owned(board, review)
    review.refresh_from_db()
    with pytest.raises(Refused, match="1 of 1 actions are not closed yet"):
        REVIEW_LIFECYCLE.advance(review, "close", by=board.manager)


def test_what_a_finding_rests_on_is_closed_with_the_chronology(
    board: make.World, review: Review, signed_in: Any
) -> None:
    made = found(board, review)
    address = f"/findings/{review.ref}/finding/{made.number}/"

    def quoted() -> dict[str, bool]:
        return {
            who: "Not at home." in signed_in(board.people[who]).get(address).content.decode()
            for who in ("panel", "chair", "reviewer")
        }

    assert quoted() == {"panel": True, "chair": True, "reviewer": True}
    stage.withdraw_release(by=board.reviewer, review=review, why="A row has to be looked at.")
    assert quoted() == {"panel": False, "chair": False, "reviewer": True}
