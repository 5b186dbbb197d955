"""The golden thread: from an entry to an impact and back, and every place where it is broken."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from agencies.services import hold as holds
from findings.broken import broken
from findings.models import Action, ActionUpdate, Evidence, EvidenceFile, Finding, Impact, Recommendation, Response
from findings.thread import strands
from findings.thread_picture import drawn
from reviews.models import Review
from tests import make
from tests.findings.test_merged import told

TODAY = timezone.localdate()


@pytest.fixture
def review(board: make.World) -> Review:
    made = make.review(board, stage="monitoring")
    make.request(board, made, board.police, status="returned")
    return made


def finding(board: make.World, review: Review, number: int, **said: Any) -> Finding:
    values = {"title": "Calls were not logged", "what": "w", "why": "y", "written_by": board.reviewer, **said}
    return Finding.objects.create(review=review, number=number, **values)


def recommended(board: make.World, review: Review, number: int, *on: Finding, measure: str = "Audit") -> Recommendation:
    made = Recommendation.objects.create(
        review=review, number=number, text="Log every call.", measure=measure, written_by=board.reviewer
    )
    made.findings.set(on)
    made.agencies.add(board.police)
    return made


def answered(board: make.World, made: Recommendation) -> Action:
    Response.objects.create(recommendation=made, answer="accepted", responded_by=board.chair, responded_on=TODAY)
    return Action.objects.create(
        recommendation=made, agency=board.police, number=1, text="A form for calls", target_on=TODAY
    )


def whole(board: make.World, review: Review) -> dict[str, Any]:
    """A thread that is broken nowhere."""
    entry = told(board, review, "police", "Call from the neighbour", date(2024, 3, 5))
    found = finding(board, review, 1)
    Evidence.objects.create(finding=found, entry=entry, added_by=board.reviewer)
    action = answered(board, made := recommended(board, review, 1, found))
    update = ActionUpdate.objects.create(action=action, note="In use", written_by=board.police_lead)
    EvidenceFile.objects.create(update=update, file=ContentFile(b"form", "form"), name="form.pdf", sha256="a" * 64)
    Action.objects.filter(pk=action.pk).update(status="closed")
    impact = Impact.objects.create(
        action=action, measure="m", result="17 of 20", shown="yes", tested_on=TODAY, recorded_by=board.manager
    )
    return {
        "entry": entry,
        "finding": found,
        "recommendation": made,
        "action": action,
        "proof": action,
        "impact": impact,
    }


def test_it_leads_from_the_entry_to_the_impact_and_back(board: make.World, review: Review) -> None:
    made = whole(board, review)
    (strand,) = strands(review, board.reviewer, broken([review]))
    keys = [f"{kind}-{row.pk}" for kind, row in made.items()]
    assert [node.key for node in strand.nodes()] == keys
    assert not broken([review])
    for key in keys:
        (part,) = strands(review, board.reviewer, [], at=key)
        assert [node.key for node in part.nodes()] == keys, key
    assert strands(review, board.reviewer, [], at="entry-0") == []


def test_what_does_not_run_through_a_record_is_left_out(board: make.World, review: Review) -> None:
    made = whole(board, review)
    other = recommended(board, review, 2, made["finding"])
    (part,) = strands(review, board.reviewer, [], at=f"action-{made['action'].pk}")
    assert f"recommendation-{other.pk}" not in {node.key for node in part.nodes()}
    (part,) = strands(review, board.reviewer, [], at=f"entry-{made['entry'].pk}")
    assert f"recommendation-{other.pk}" in {node.key for node in part.nodes()}


def test_each_broken_link_is_told_once_with_what_to_do(board: make.World, review: Review) -> None:
    bare = finding(board, review, 1)
    loose = recommended(board, review, 1, measure="")
    unanswered = recommended(board, review, 2, bare)
    idle = recommended(board, review, 3, bare)
    Response.objects.create(recommendation=idle, answer="accepted", responded_by=board.chair, responded_on=TODAY)
    nobody = recommended(board, review, 4, bare)
    nobody.agencies.clear()
    action = answered(board, nobody)
    Action.objects.filter(pk=action.pk).update(status="assured")
    unmeasured = answered(board, loose)
    found = {(each.record, each.kind.key) for each in broken([review])}
    assert found == {
        (f"finding-{bare.pk}", "evidence"),
        (f"recommendation-{loose.pk}", "finding"),
        (f"recommendation-{loose.pk}", "measure"),
        (f"recommendation-{unanswered.pk}", "response"),
        (f"recommendation-{idle.pk}", "action"),
        (f"recommendation-{nobody.pk}", "addressee"),
        (f"action-{unmeasured.pk}", "target"),
        (f"action-{action.pk}", "proof"),
        (f"action-{action.pk}", "test"),
    }
    loose_strand = next(each for each in strands(review, board.reviewer, []) if each.head.kind == "recommendation")
    assert loose_strand.head.key == f"recommendation-{loose.pk}"


def test_a_link_that_is_mended_is_broken_no_more(board: make.World, review: Review, signed_in: Any) -> None:
    bare = finding(board, review, 1)
    client = signed_in(board.reviewer)
    where = f"/findings/{review.ref}/thread/"
    assert "It rests on no evidence." in client.get(where).content.decode()
    assert "rests on no evidence (1)" in client.get("/findings/thread/").content.decode()
    entry = told(board, review, "police", "Call", date(2024, 3, 5))
    linked = Evidence.objects.create(finding=bare, entry=entry, added_by=board.reviewer)
    assert "It rests on no evidence." not in client.get(where).content.decode()
    Evidence.objects.filter(pk=linked.pk).update(removed=True)
    assert "It rests on no evidence." in client.get(where).content.decode()


def test_an_entry_on_hold_leaves_no_trace_in_it(board: make.World, review: Review, signed_in: Any) -> None:
    made = whole(board, review)
    where = f"/findings/{review.ref}/thread/"
    assert "5 March 2024" in signed_in(board.panel).get(where).content.decode()
    holds.place(by=board.reviewer, review=review, entries=[made["entry"]], kind="police", reason="A trial waits.")
    shown = signed_in(board.panel).get(where).content.decode()
    assert "5 March 2024" not in shown
    assert "rests on no evidence" not in shown
    assert strands(review, board.panel, [], at=f"entry-{made['entry'].pk}") == []


def test_boxes_stand_in_their_columns_and_none_upon_another(board: make.World, review: Review) -> None:
    made = whole(board, review)
    for number in range(2, 12):
        recommended(board, review, number, made["finding"])
        entry = told(board, review, "police", "Call", date(2024, 4, number))
        Evidence.objects.create(finding=made["finding"], entry=entry, added_by=board.reviewer)
    (strand,) = strands(review, board.reviewer, [])
    picture = drawn(strand, at=f"impact-{made['impact'].pk}")
    assert len({(box.x, box.y) for box in picture.boxes}) == len(picture.boxes)
    by_column: dict[int, list[int]] = {}
    for box in picture.boxes:
        by_column.setdefault(box.x, []).append(box.y)
    for column in by_column.values():
        tops = sorted(column)
        assert all(lower - upper >= picture.high for upper, lower in itertools.pairwise(tops))
        assert tops[-1] + picture.high <= picture.height
    assert [box.node.kind for box in picture.boxes if box.here] == ["impact"]
    assert any(box.name.startswith("and 4 more") for box in picture.boxes)
