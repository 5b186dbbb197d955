"""Fifteen quality markers, four sides: what the portal finds by itself, what a person judges, and what is kept of it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reviews.family_evidence import LOOKS
from reviews.models import Event, Meeting, QualityJudgement, Review
from reviews.quality_evidence import evidence, gathered
from reviews.regimes import RegimeError, quality, rule_sets
from reviews.regimes.vocabulary import EVENTS
from reviews.services import meeting
from reviews.services import quality as verbs
from scr_portal.lib.records import Stale
from tests import make
from tests.reviews.test_decision_record import words

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def review(board: make.World) -> Review:
    return make.review(board)


def test_there_are_fifteen_and_each_looks_for_something() -> None:
    found = quality.markers()
    assert [each.number for each in found.items] == list(range(1, 16))
    assert len({each.key for each in found.items}) == 15
    assert [each.key for each in found.items if not each.evidence] == []


def test_what_is_looked_for_can_be_found() -> None:
    """A look-up for a verb that nothing records, or a letter that no rule set has, would be missing for ever."""
    source = "".join(
        path.read_text() for app in ("reviews", "agencies", "findings") for path in (ROOT / app).rglob("*.py")
    )
    recorded = set(re.findall(r"\"([a-z_]+[.][a-z_]+)\"", source)) | {"review.release"}
    letters = {letter.key for rules in rule_sets().values() for letter in rules.letters}
    ticks = {line.key for rules in rule_sets().values() for line in rules.checklist}
    known: dict[str, set[str]] = {"date": set(EVENTS), "event": recorded, "letter": letters, "tick": ticks, "meeting": set(Meeting.Kind.values), "family": {*LOOKS, "consent"}}  # fmt: skip
    looks = [each.look.split(":") for marker in quality.markers().items for each in marker.evidence]
    assert [(kind, key) for kind, key in looks if key not in known[kind]] == []


def test_a_list_that_looks_for_what_there_is_not_is_not_read(tmp_path: Path) -> None:
    said = 'key = "k"\nversion = "1"\nlabel = "l"\nsource = "s"\n[[marker]]\nkey = "a"\nlabel = "b"\nasks = "c"\nevidence = [{ look = "rumour:x", label = "y" }]\n'
    (tmp_path / "own.toml").write_text(said)
    with pytest.raises(RegimeError, match="rumour:x is not looked for"):
        quality.read(tmp_path / "own.toml")


def test_evidence_fills_itself_from_the_review(board: make.World, review: Review) -> None:
    marker = quality.markers().marker("analysis")
    assert marker is not None
    assert {each.found for each in evidence(marker, gathered(review))} == {""}
    for day in (2, 3):
        held = {"kind": "panel", "held_on": date(2026, 9, day), "led_by": "Ruth", "agenda": "a"}
        meeting.call(by=board.manager, review=review, values=held)
    assert [each.found for each in evidence(marker, gathered(review))][-1] == "2 times, last on 3 September 2026"


def test_a_judgement_is_kept_with_those_before_it(board: make.World, review: Review, signed_in: Any) -> None:
    client, address = signed_in(board.chair), f"/reviews/{review.ref}/quality/"
    assert client.post(f"{address}referral/board/judge/", {"verdict": "shown"}).status_code == 422
    assert (
        client.post(f"{address}referral/board/judge/", {"verdict": "not_shown", "reason": "It came late."}).status_code
        == 302
    )
    made = QualityJudgement.objects.get()
    with pytest.raises(Stale):
        verbs.judge(by=board.chair, review=review, marker="referral", side="board", verdict="shown", reason="r")
    said = {"verdict": "in_part", "reason": "The second was in time.", "seen_version": made.version}
    assert client.post(f"{address}referral/board/judge/", said).status_code == 302
    shown = client.get(f"{address}referral/board/judge/").content.decode()
    assert "It came late." in shown
    assert [event.facts["verdict"] for event in Event.objects.filter(verb="quality.judged").order_by("pk")] == [
        "not_shown",
        "in_part",
    ]
    whole = client.get(address).content.decode()
    assert "The second was in time." in whole
    assert "<strong>not found</strong>" in whole
    assert client.get(f"{address}rumour/board/judge/").status_code == 404


def test_it_is_printed_with_what_was_judged(board: make.World, review: Review, signed_in: Any) -> None:
    verbs.judge(
        by=board.manager,
        review=review,
        marker="family",
        side="manager",
        verdict="too_early",
        reason="They have not been asked.",
    )
    answer = signed_in(board.auditor).get(f"/reviews/{review.ref}/quality/docx/download/")
    text = words("docx", b"".join(answer.streaming_content))
    assert "They have not been asked." in text
    assert "15. Improving, and showing it" in text
