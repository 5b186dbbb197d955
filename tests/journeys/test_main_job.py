"""The main job, once through, for each regime: from a worried referral to an action that was shown to have worked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.hashers import make_password

from agencies.models import User
from reviews.services.events import verify
from tests import make
from tests.journeys.browser import Somebody
from tests.journeys.governing import ADULT, CHILD, Regime, commission, decide, refer, screen
from tests.journeys.learning import analyse, answer, change, publish, recommend, report, walk
from tests.journeys.returning import ask, hand_in, nil_return, sign_return

PASSWORD = "a long enough pass phrase"


@pytest.fixture
def world(transactional_db: None) -> make.World:
    """A board whose people can sign in."""
    made = make.world()
    User.objects.update(password=make_password(PASSWORD))
    return made


@pytest.fixture
def enter(world: make.World, somebody: Callable[[], Somebody]) -> Callable[[str], Somebody]:
    """One of the board's people, signed in: enter("manager")."""

    def sign_in(name: str) -> Somebody:
        person = somebody()
        person.sign_in(world.people[name].email, PASSWORD)
        return person

    return sign_in


@pytest.mark.parametrize("regime", [CHILD, ADULT], ids=["child", "adult"])
def test_from_referral_to_an_assured_action(
    regime: Regime, world: make.World, enter: Callable[[str], Somebody], downloads: Path
) -> None:
    refer(enter, regime)
    ref = screen(enter, regime)
    decide(enter, ref, regime)
    commission(enter, world, ref, regime)
    ask(enter, world, ref)
    hand_in(enter, world, regime, downloads)
    sign_return(enter)
    nil_return(enter)
    analyse(enter, ref)
    recommend(enter, world, ref)
    report(enter, ref, regime)
    publish(enter, ref, downloads)
    answer(enter, world, ref)
    change(enter, world, ref)
    walk(enter, ref)
    assert not list(verify())
