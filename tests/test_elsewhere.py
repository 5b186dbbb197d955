"""A regime that nobody has heard of works from the referral to closure, in the pages, from one file of data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from agencies.models import Request
from findings.models import Action, Recommendation
from reviews import regimes
from reviews.models import Referral, Review
from reviews.policy import Role
from reviews.stages import Stage
from tests import elsewhere, make


@pytest.fixture
def island(board: make.World, tmp_path: Path) -> Iterator[make.World]:
    """A board that runs the made-up regime and nothing else."""
    regimes.use(elsewhere.written(tmp_path / "regimes"))
    board.board.regimes = [elsewhere.STAMP]
    board.board.save()
    yield board
    regimes.use()


def test_a_folder_of_the_environment_is_used_when_the_portal_starts(tmp_path: Path, settings: Any) -> None:
    settings.REGIMES = [str(elsewhere.written(tmp_path / "regimes"))]
    try:
        apps.get_app_config("reviews").ready()
        assert elsewhere.STAMP in regimes.rule_sets()
    finally:
        regimes.use()


@dataclass
class Walk:
    """Somebody who opens pages and sends forms, and stops at the first that does not do what it should."""

    world: make.World
    enter: Any
    ref: str = ""

    def read(self, who: str, path: str) -> str:
        answer = self.enter(self.world.people[who]).get(path.replace("/REF/", f"/{self.ref}/"))
        assert answer.status_code == 200, (path, answer.status_code)
        return unescape(answer.content.decode())

    def send(self, who: str, path: str, **data: Any) -> str:
        answer = self.enter(self.world.people[who]).post(path.replace("/REF/", f"/{self.ref}/"), data, follow=True)
        page = unescape(answer.content.decode())
        assert answer.redirect_chain, (path, answer.status_code, "There is something to put right" in page and page)
        return page

    @property
    def review(self) -> Review:
        return Review.objects.get()


@pytest.fixture
def walk(island: make.World, signed_in: Any) -> Walk:
    return Walk(island, signed_in)


def refer(walk: Walk) -> None:
    form = walk.read("referrer", "/reviews/referral/new/")
    for words in ("A child or an adult: Lighthouse Review", "Near which skerry?", "Was the lamp lit?", "Gale"):
        assert words in form
    day = timezone.localdate()
    page = walk.send(
        "referrer", "/reviews/referral/new/", rule_set=elsewhere.STAMP, subject_name="Ailsa Rannoch", outcome="died",
        circumstances="The lamp was out.", **{"question-weather": ["Fog", "Gale"], "question-lit": "no", "question-seen": "1/3/2026"},
    )  # fmt: skip
    assert "do not wait for it: Near which skerry?" in page
    for words in ("Fog; Gale", "1 March 2026"):
        assert words in page
    referral = Referral.objects.get()
    again = walk.read("referrer", f"/reviews/referral/{referral.ref}/edit/")
    assert 'value="01/03/2026"' in again
    assert "Sent." in walk.send("referrer", f"/reviews/referral/{referral.ref}/send/")
    assert "Not answered yet: ask the referrer: Near which skerry?" in walk.read(
        "manager", f"/reviews/referral/{referral.ref}/"
    )
    walk.send(
        "manager", f"/reviews/referral/{referral.ref}/screen/", verdict="take_forward", title="Islander A", note="n"
    )
    walk.ref = walk.review.ref
    assert walk.ref.startswith(f"LHR-{day.year}-")


def decide(walk: Walk) -> None:
    clocks = walk.read("manager", "/reviews/REF/clock/")
    for words in ("The keeper says", "Harbour rule 4", "bank holidays of Scotland", "Elsewhere Act 2026"):
        assert words in clocks
    assert "The hall is told" not in clocks
    criteria = walk.read("manager", "/reviews/REF/criteria/")
    for words in ("The Lighthouse test", "A rumour is enough to look.", "Elsewhere Act 2026, section 2"):
        assert words in criteria
    walk.send("manager", "/reviews/REF/stage/gather/move/")
    for key in ("harm", "lesson"):
        walk.send("manager", f"/reviews/REF/criteria/{key}/edit/", answer="met", reason="r")
    assert "Hold a Lighthouse Review" in walk.read("manager", "/reviews/REF/criteria/")
    walk.send(
        "manager", "/reviews/REF/decision/recommend/", recommended_outcome="mandatory", recommendation="r", equality="e"
    )
    said = {"outcome": "mandatory", "agreement": "agrees", "rationale": "r", "confirm": "on"}
    assert "Hold a Lighthouse Review" in walk.send("chair", "/reviews/REF/decision/decide/", **said)
    assert "The hall is told" in walk.read("chair", "/reviews/REF/clock/")


def commission(walk: Walk) -> None:
    assert "Walk the shore together" in walk.read("manager", "/reviews/REF/terms/edit/")
    walk.send(
        "manager", "/reviews/REF/terms/edit/", scope_from="1/1/2025", scope_to="1/1/2026", method="walk", purpose="p"
    )
    walk.send("manager", "/reviews/REF/line/new/", question="Who trimmed the lamp?")
    for who, role in (("reviewer", Role.REVIEW_CHAIR), ("panel", Role.PANEL_MEMBER)):
        user = walk.world.people[who].pk
        walk.send("manager", "/reviews/REF/appointment/new/", user=user, role=role, independence="No link.")
    walk.send("manager", "/reviews/REF/stage/commission/move/")
    walk.send(
        "manager", "/agencies/request/new/REF/", agencies=walk.world.police.pk, wanted="summary",
        due_on=timezone.localdate().strftime("%d/%m/%Y"),
    )  # fmt: skip


def hand_in(walk: Walk) -> None:
    asked = f"/agencies/request/{Request.objects.get().pk}"
    walk.send("police_lead", f"{asked}/assign/", author=walk.world.police_author.pk)
    walk.send("police_author", f"{asked}/entry/new/", date_text="1/2/2025", event="Lamp seen from the boat.")
    walk.send("police_lead", f"{asked}/submit/")
    walk.send("police_senior", f"{asked}/sign_off/", read="on", complete="on")
    walk.send("reviewer", "/reviews/REF/stage/release/move/")


def learn(walk: Walk) -> None:
    walk.send("reviewer", "/findings/REF/finding/new/", title="Nobody watched at dusk", what="w", why="y")
    entry = Request.objects.get().entries.get().pk
    walk.send("reviewer", "/findings/REF/evidence/1/add/", entry=entry)
    walk.send("reviewer", "/findings/REF/report/begin/")
    page = walk.read("reviewer", "/findings/REF/report/")
    for words in ("The story of the lamp", "What the lamp needs"):
        assert words in page
    for key in ("story", "lamp"):
        walk.send("reviewer", f"/findings/REF/report/section/{key}/", text="The lamp was out.", seen_version=1)
    finding = walk.review.findings.get().pk
    said = {"text": "Watch at dusk.", "findings": finding, "agencies": walk.world.police.pk, "scope": "single"}
    walk.send("reviewer", "/findings/REF/recommendation/new/", measure="m", **said)
    walk.send("reviewer", "/findings/REF/report/submit/")
    walk.send("chair", "/findings/REF/report/sign_off/", reason="Read.")
    assert "Read aloud in the hall" in walk.read("manager", "/findings/REF/publication/")
    withheld = {"instead": "A notice at the hall.", "approved_by": "The hall", "approved_on": "1/9/2026"}
    walk.send("manager", "/findings/REF/publication/withhold/", reason="The hall knows already.", **withheld)


def act(walk: Walk) -> None:
    asked = Recommendation.objects.get().pk
    walk.send("chair", f"/findings/recommendation/{asked}/respond/", answer="accepted", reason="r")
    owner = walk.world.police_owner.pk
    walk.send(
        "manager", f"/findings/recommendation/{asked}/action/new/", agency=walk.world.police.pk, text="Watch", owner=owner,
        target_on="1/9/2030",
    )  # fmt: skip
    action = f"/findings/action/{Action.objects.get().pk}"
    proof = SimpleUploadedFile("log.txt", b"watched")
    walk.send("police_owner", f"{action}/progress/", note="Done.", rag="green", done="on", evidence=proof)
    walk.send("manager", f"{action}/assure/", note="Seen.")
    day = timezone.localdate().strftime("%d/%m/%Y")
    walk.send("manager", f"{action}/impact/", measure="m", result="r", shown="yes", tested_on=day)
    walk.send("manager", "/reviews/REF/stage/close/move/")


def test_a_made_up_regime_works_from_referral_to_closure(walk: Walk) -> None:
    for part in (refer, decide, commission, hand_in, learn, act):
        part(walk)
    assert walk.review.stage == Stage.CLOSED
    assert walk.review.rule_set == elsewhere.STAMP
    picture = walk.read("auditor", "/reviews/REF/stage/")
    for label in ("Lamp seen", "Asking round the harbour", "Rowing out", "Keeper reads", "Lamp out"):
        assert label in picture
    assert not list(walk.review.requests.exclude(status="returned"))


def test_a_made_up_regimes_other_outcome_ends_the_review(walk: Walk) -> None:
    refer(walk)
    for key in ("harm", "lesson"):
        walk.send("manager", f"/reviews/REF/criteria/{key}/edit/", answer="not_met", reason="r")
    assert "Leave the lamp lit" in walk.read("manager", "/reviews/REF/criteria/")
    said = {"recommended_outcome": "no_further_action", "recommendation": "r", "equality": "e"}
    walk.send("manager", "/reviews/REF/decision/recommend/", **said)
    decided = {"outcome": "no_further_action", "agreement": "agrees", "rationale": "r", "confirm": "on"}
    assert "Leave the lamp lit" in walk.send("chair", "/reviews/REF/decision/decide/", **decided)
    assert walk.review.stage == Stage.CLOSED
    assert "Not used" in walk.read("manager", "/reviews/REF/stage/")
