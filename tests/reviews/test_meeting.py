"""A meeting about a case: who came, conflicts of interest, quorum, votes, and minutes that stay once they are closed."""

from __future__ import annotations

from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.utils import timezone

from reviews.models import Attendance, Event, Meeting, Review
from reviews.services import attendance, criteria, meeting, vote
from scr_portal.lib.records import Refused
from tests import make

CALLED = {"kind": "partners", "held_on": timezone.localdate(), "led_by": "Ruth Amankwah", "agenda": "The case"}
PARTNERS = ("local-authority", "health", "police")


@pytest.fixture
def review(board: make.World) -> Review:
    return make.review(board, stage="screening")


def held(board: make.World, review: Review, *there: str, code: str = "lcspr") -> Meeting:
    """A meeting that recommends something, with one member of each partner."""
    made = meeting.call(by=board.manager, review=review, values=CALLED)
    values = {
        "recommended_outcome": code,
        "recommendation": "Four concerns were each closed alone.",
        "equality": "Considered.",
    }
    made = meeting.write(by=board.manager, meeting=made, values=values)
    for partner in there or PARTNERS:
        came(board, made, partner=partner)
    return made


def came(board: make.World, at: Meeting, **values: Any) -> Attendance:
    said = {"name": f"Member {at.attendance.count() + 1}", "way": "there", **values}
    return attendance.add(by=board.manager, meeting=at, values=said)


def voted(board: make.World, at: Meeting, partner: str, answer: str = "support", **values: Any) -> Any:
    said = {"answer": answer, "reason": "", "in_writing": False, **values}
    return vote.cast(by=board.manager, meeting=at, partner=partner, values=said)


def answered(board: make.World, review: Review) -> None:
    for known in review.rules.criteria:
        criteria.answer(
            by=board.manager, review=review, criterion=known.key, values={"answer": "met", "reason": "Seen."}
        )


def test_a_joint_decision_is_quorate_once_each_partner_has_voted(board: make.World, review: Review) -> None:
    at = held(board, review)
    for partner in PARTNERS[:2]:
        voted(board, at, partner)
    assert not at.standing().quorate
    voted(board, at, "police", "oppose", reason="One agency’s failing.")
    assert Meeting.objects.get(pk=at.pk).standing().quorate


def test_a_partner_with_a_conflict_does_not_vote_and_a_deputy_may(board: make.World, review: Review) -> None:
    at = held(board, review, "local-authority", "health")
    conflict = {"conflict": "Managed the case.", "conflict_handled": "Left."}
    came(board, at, partner="police", **conflict)
    with pytest.raises(Refused, match="declared a conflict of interest"):
        voted(board, at, "police")
    voted(board, at, "police", "conflicted", reason="Managed the case.")
    came(board, at, partner="police", deputy_for="Member 3")
    at = Meeting.objects.get(pk=at.pk)
    given = vote.cast(
        by=board.manager, meeting=at, partner="police", values={"answer": "support", "reason": "", "in_writing": False}, seen_version=1
    )  # fmt: skip
    assert given.answer == "support"


def test_a_partner_that_did_not_come_votes_in_writing_or_not_at_all(board: make.World, review: Review) -> None:
    at = held(board, review, "local-authority", "health")
    with pytest.raises(Refused, match="Nobody of this partner was there"):
        voted(board, at, "police")
    assert voted(board, at, "police", in_writing=True).in_writing
    with pytest.raises(Refused, match="has no vote"):
        voted(board, at, "school")


def test_what_was_said_and_voted_is_closed_to_a_member_with_a_conflict(
    board: make.World, review: Review, signed_in: Any
) -> None:
    at = held(board, review, "local-authority", "health")
    came(board, at, partner="police", user=board.panel, conflict="Managed the case.", conflict_handled="Left.")
    meeting.write(by=board.manager, meeting=at, values={"discussion": "The visits were not made."})
    shown = {who: signed_in(board.people[who]).get(f"/reviews/{review.ref}/meeting/{at.pk}/").content.decode() for who in ("panel", "chair")}  # fmt: skip
    assert "The visits were not made." in shown["chair"]
    assert "The visits were not made." not in shown["panel"]
    assert "Four concerns" not in shown["panel"]
    assert review.rules.quorum.conflict in unescape(shown["panel"])


def test_who_keeps_the_minutes_and_has_a_conflict_hands_them_on(
    board: make.World, review: Review, signed_in: Any
) -> None:
    at = held(board, review)
    came(board, at, user=board.manager, conflict="Worked there.", conflict_handled="Left.")
    client = signed_in(board.manager)
    assert client.get(f"/reviews/{review.ref}/meeting/{at.pk}/minutes/").status_code == 403
    with pytest.raises(Refused, match="declared a conflict"):
        voted(board, at, "police")
    assert vote.cast(by=board.reviewer, meeting=at, partner="police", values={"answer": "support", "reason": "", "in_writing": False}).answer == "support"  # fmt: skip


def test_closed_minutes_stay_as_they_are(board: make.World, review: Review) -> None:
    at = held(board, review)
    with pytest.raises(Refused, match="how the partners voted"):
        meeting.finish(by=board.manager, meeting=at)
    for partner in PARTNERS:
        voted(board, at, partner)
    at = meeting.finish(by=board.manager, meeting=at)
    writes = (
        lambda: meeting.write(by=board.manager, meeting=at, values={"discussion": "Other."}),
        lambda: came(board, at),
        lambda: voted(board, at, "police", "oppose", reason="Late."),
    )
    for write in writes:
        with pytest.raises(Refused, match="minutes of this meeting are closed"):
            write()
    assert Event.objects.get(verb="meeting.finished").facts == {"quorate": True}


def test_a_meeting_that_has_not_been_held_is_not_closed(board: make.World, review: Review) -> None:
    later = {**CALLED, "held_on": timezone.localdate() + timedelta(days=3)}
    with pytest.raises(Refused, match="has not been held yet"):
        meeting.finish(by=board.manager, meeting=meeting.call(by=board.manager, review=review, values=later))


def test_a_recommendation_goes_to_the_chair_from_a_quorate_meeting_only(
    board: make.World, review: Review, signed_in: Any
) -> None:
    answered(board, review)
    at, client, page = held(board, review, "local-authority", "health"), signed_in(board.manager), f"/reviews/{review.ref}/decision/recommend/"  # fmt: skip
    for partner in PARTNERS[:2]:
        voted(board, at, partner)
    meeting.finish(by=board.manager, meeting=at)
    sent = {"meeting": at.pk, "recommended_outcome": "lcspr", "recommendation": "Four concerns.", "equality": "e"}
    answer = client.post(page, sent)
    assert answer.status_code == 422
    assert "The meeting was not quorate (missing: Police" in answer.content.decode()
    assert not review.decisions.exists()
    good = held(board, review)
    for partner in PARTNERS:
        voted(board, good, partner, "oppose" if partner == "police" else "support", reason="One agency’s failing.")
    meeting.finish(by=board.manager, meeting=good)
    offered = client.get(page, {"meeting": good.pk}).content.decode()
    assert "Police: opposes it. One agency’s failing." in offered
    assert client.post(page, {**sent, "meeting": good.pk}).status_code == 302
    assert review.decisions.get().meeting == good


def test_a_chair_with_a_conflict_does_not_decide(board: make.World, review: Review) -> None:
    answered(board, review)
    came(board, held(board, review), user=board.chair, conflict="Chaired the trust.", conflict_handled="Left.")
    said = {"recommended_outcome": "lcspr", "recommendation": "r", "equality": "e"}
    criteria.recommend(by=board.manager, review=review, values=said)
    with pytest.raises(Refused, match="somebody else must decide"):
        criteria.decide(
            by=board.chair, review=review, values={"outcome": "lcspr", "agreement": "agrees", "rationale": "r"}
        )


def test_forms_ask_for_a_reason_and_keep_what_was_typed(board: make.World, review: Review, signed_in: Any) -> None:
    at, client = held(board, review), signed_in(board.manager)
    cases: list[tuple[str, dict[str, str], str]] = [
        ("vote/police/cast/", {"answer": "oppose"}, "Give the reason"),
        ("attendance/new/", {"name": "Kim Doyle", "way": "there", "conflict": "Knew her."}, "Say how the conflict was handled"),
        ("minutes/", {"discussion": "Spoke.", "recommended_outcome": "lcspr"}, "Say why the meeting recommends this"),
    ]  # fmt: skip
    for page, sent, sentence in cases:
        answer = client.post(f"/reviews/{review.ref}/meeting/{at.pk}/{page}", sent)
        assert (answer.status_code, sentence in answer.content.decode()) == (422, True), page
