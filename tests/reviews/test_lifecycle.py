"""Every stage, verb, role and regime: the move, or the refusal, that the tables state.

What is expected is read from the tables' own text (reviews/lifecycle.py as it is written, and the policy table), never by
asking the code under test.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404

from reviews import regimes
from reviews.lifecycle import REFERRAL_LIFECYCLE, REVIEW_LIFECYCLE
from reviews.models import PlannedStage, Referral, Review
from reviews.models.referral import ReferralStatus
from reviews.services import stage as verbs
from reviews.stages import Stage
from reviews.workflow import MoveRefused
from tests import make
from tests.test_house import ROOT
from tests.test_policy import PEOPLE, holds


@dataclass(frozen=True)
class Line:
    """One move as it is written in the table."""

    verb: str
    sources: tuple[str, ...]
    target: str
    action: str
    label: str
    guarded: bool


def written(name: str = "REVIEW_LIFECYCLE") -> list[Line]:
    """The moves of a life cycle, from the text of its module."""
    tree = ast.parse((ROOT / "reviews/lifecycle.py").read_text())
    table = next(
        node.value for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name
    )  # fmt: skip
    found = []
    for call in ast.walk(table):
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "Move":
            verb, sources, target, action, label, *guards = call.args
            assert isinstance(sources, ast.Tuple)
            came = tuple(ast.unparse(each).partition(".")[2].lower() for each in sources.elts)
            to = ast.unparse(target).partition(".")[2].lower()
            said = [ast.literal_eval(each) for each in (verb, action, label)]
            found.append(Line(said[0], came, to, said[1], said[2], bool(guards)))
    return found


MOVES = written()
REGIMES = sorted(regimes.rule_sets())


@pytest.fixture
def world(board: make.World) -> make.World:
    board.people["elsewhere"] = make.world("Marlow").manager
    return board


def outcome(review: Review, verb: str, user: Any) -> str:
    """What happens when `user` tries: the stage it led to, or the refusal; nothing of it stays."""
    return tried(lambda: REVIEW_LIFECYCLE.advance(review, verb, by=user).stage)


def tried(move: Callable[[], str]) -> str:
    """Where a move led to, or how it was refused; it is undone."""
    try:
        with transaction.atomic():
            said = f"moved to {move()}"
            transaction.set_rollback(True)
            return said
    except Http404:
        return "not found"
    except PermissionDenied:
        return "not allowed"
    except MoveRefused as refusal:
        return "gone by" if "no longer applies" in str(refusal) else "stands in the way"


def expected(who: str, at: str, move: Line) -> str:
    """What the tables state for somebody on a review that has nothing in it yet, so that every guard says no."""
    if not holds(who, "review.see") and not holds(who, move.action):
        return "not found"
    if not holds(who, move.action):
        return "not allowed"
    if at not in move.sources:
        return "gone by"
    return "stands in the way" if move.guarded else f"moved to {move.target}"


# These guards look for a hold or for something left undone, and an empty review has neither.
NOTHING_TO_FIND = {"close", "look_again", "sign_off"}


@pytest.mark.parametrize("rule_set", REGIMES)
def test_every_stage_verb_and_role_moves_or_is_refused_as_the_tables_state(world: make.World, rule_set: str) -> None:
    review = make.review(world, rule_set=rule_set)
    review.lines_of_enquiry.all().delete()
    found, said = {}, {}
    for at in Stage.values:
        Review.objects.filter(pk=review.pk).update(stage=at)
        for move in MOVES:
            for who in PEOPLE:
                found[at, move.verb, who] = outcome(review, move.verb, world.people[who])
                said[at, move.verb, who] = expected(who, at, move)
                if move.verb in NOTHING_TO_FIND and said[at, move.verb, who] == "stands in the way":
                    said[at, move.verb, who] = f"moved to {move.target}"
    assert len(said) == len(Stage) * len(MOVES) * len(PEOPLE)
    assert {key: (found[key], said[key]) for key in said if found[key] != said[key]} == {}


def test_every_status_verb_and_role_of_a_referral_moves_or_is_refused_as_the_tables_state(world: make.World) -> None:
    make.review(world)  # In it reviewer, panel and legal adviser have their roles.
    told = {
        "subject_name": "Amara Okafor",
        "outcome": "died",
        "circumstances": "Found at home.",
        "rule_set": make.CHILD,
    }
    referral = Referral.objects.create(board=world.board, ref="REF-2026-001", referrer=world.referrer, **told)
    moves, found, said = written("REFERRAL_LIFECYCLE"), {}, {}
    assert {move.verb for move in moves} == {"send", "acknowledge", "take_forward", "do_not_take_forward"}
    for at in ReferralStatus.values:
        Referral.objects.filter(pk=referral.pk).update(status=at)
        for move in moves:
            for who in PEOPLE:
                found[at, move.verb, who] = referred(referral, move.verb, world.people[who])
                allowed = "gone by" if at not in move.sources else f"moved to {move.target}"
                refused = "not allowed" if holds(who, "board.see") else "not found"
                said[at, move.verb, who] = allowed if holds(who, move.action) else refused
    assert {key: (found[key], said[key]) for key in said if found[key] != said[key]} == {}


def referred(referral: Referral, verb: str, user: Any) -> str:
    """What happens when `user` tries it on a referral; nothing of it stays."""
    return tried(lambda: REFERRAL_LIFECYCLE.advance(referral, verb, by=user).status)


def test_the_buttons_offered_are_the_moves_that_the_tables_state(world: make.World) -> None:
    review = make.review(world)
    for at in Stage.values:
        Review.objects.filter(pk=review.pk).update(stage=at)
        review.refresh_from_db()
        for who in PEOPLE:
            offered = {move.verb for move in REVIEW_LIFECYCLE.open_to(review, world.people[who])}
            stated = {move.verb for move in MOVES if at in move.sources and holds(who, move.action)}
            assert offered == stated, (at, who)


def test_every_stage_can_be_reached_and_left_and_only_the_last_is_an_end() -> None:
    assert {move.target for move in MOVES} | {Stage.SCREENING} == set(Stage.values)
    left = {source for move in MOVES if move.verb != "look_again" for source in move.sources}  # A challenge was upheld.
    assert set(Stage.values) - left == {Stage.CLOSED}


@pytest.mark.parametrize("rule_set", REGIMES)
def test_the_picture_and_its_words_show_exactly_the_tables(world: make.World, signed_in: Any, rule_set: str) -> None:
    review = make.review(world, rule_set=rule_set, stage=Stage.DRAFTING)
    page = unescape(signed_in(world.manager).get(f"/reviews/{review.ref}/stage/").content.decode())
    in_words = {
        (stage, verb, to, label)
        for stage, part in re.findall(r'<li class="scr-places__item[^>]*data-stage="(\w+)"(.*?)</ul>', page, re.S)
        for verb, to, label in re.findall(r'data-verb="(\w+)" data-to="(\w+)">(.*?): leads', part)
    }
    drawn = {
        (source, verb, to)
        for source, to, joined in re.findall(r'data-from="(\w+)" data-to="(\w+)" data-verbs="([\w ]+)"', page)
        for verb in joined.split()
    }
    assert in_words == {(at, move.verb, move.target, move.label) for move in MOVES for at in move.sources}
    assert drawn == {(at, move.verb, move.target) for move in MOVES for at in move.sources}
    assert re.findall(r'<g class="scr-course__place[^>]*data-stage="(\w+)"', page) == Stage.values
    own = {stage.key: stage.label for stage in regimes.get(rule_set).stages}
    assert [label for key, label in own.items() if key in Stage.values and label not in page] == []
    assert re.findall(r'aria-current="step">\s*<strong>(.*?)</strong>', page) == [own["drafting"]]


def test_real_dates_come_from_what_was_done_and_loops_are_counted(world: make.World, signed_in: Any) -> None:
    review = make.review(world, stage=Stage.SIGN_OFF)
    REVIEW_LIFECYCLE.advance(review, "send_back", by=world.chair)
    Review.objects.get(pk=review.pk)
    page = signed_in(world.panel).get(f"/reviews/{review.ref}/stage/").content.decode()
    assert page.count("Reached ") == 2
    assert "Hana Svensson" in page  # The reviewer is waited for: the report is theirs to send again.
    assert "Plan the dates" not in page


def test_a_plan_is_kept_shown_and_refused_when_it_runs_backwards(world: make.World, signed_in: Any) -> None:
    review, client = make.review(world), signed_in(world.manager)
    address = f"/reviews/{review.ref}/stage/plan/"
    answer = client.post(address, {"drafting": "1/9/2030", "sign_off": "1/8/2030"})
    assert answer.status_code == 422
    assert "which comes first: check both dates" in answer.content.decode()
    assert 'value="1/9/2030"' in answer.content.decode()
    assert not PlannedStage.objects.exists()
    client.post(address, {"drafting": "1/8/2030", "sign_off": "1/9/2030"})
    assert "Planned for 1 September 2030" in client.get(f"/reviews/{review.ref}/stage/").content.decode()
    client.post(address, {"drafting": "", "sign_off": "2/9/2030"})
    kept = {each.stage_key: str(each.planned_on) for each in review.planned_stages.all()}
    assert kept == {"drafting": "None", "sign_off": "2030-09-02"}
    assert review.events.filter(verb="stage.planned").count() == 2
    with pytest.raises(PermissionDenied):
        verbs.plan(by=world.panel, review=review, days={})
