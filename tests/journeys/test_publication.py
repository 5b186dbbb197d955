"""From findings to publication, for each regime: a dispute, a wish on naming, a second reader who rejects once, a hold that lifts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.contrib.auth.hashers import make_password
from playwright.sync_api import Page, expect

from agencies.models import User
from reviews.services.events import verify
from tests import make
from tests.journeys.browser import Somebody
from tests.journeys.publishing import CASES, analysed, browse, dispute, hold, prepare, publish, read_twice, wish, write

PASSWORD = "a long enough pass phrase"


@pytest.fixture
def world(transactional_db: None) -> make.World:
    """A board whose people can sign in."""
    made = make.world()
    User.objects.update(password=make_password(PASSWORD))
    return made


@pytest.fixture(autouse=True)
def _patience() -> Iterator[None]:
    """A page that waits for files to be built and scanned is waited for."""
    expect.set_options(timeout=30_000)
    yield
    expect.set_options(timeout=5_000)


@pytest.fixture
def enter(world: make.World, somebody: Callable[[], Somebody]) -> Callable[[str], Somebody]:
    """One of the board's people, signed in once: enter("manager")."""
    known: dict[str, Somebody] = {}

    def sign_in(name: str) -> Somebody:
        if name not in known:
            known[name] = somebody()
            known[name].sign_in(world.people[name].email, PASSWORD)
        return known[name]

    return sign_in


@pytest.mark.parametrize("kind", CASES)
def test_from_findings_to_publication(
    kind: str, world: make.World, enter: Callable[[str], Somebody], downloads: Path, page: Page
) -> None:
    case = analysed(world, kind)
    wish(enter, case)
    write(enter, case)
    dispute(enter, case)
    read_twice(enter, case)
    hold(enter, case)
    prepare(enter, case)
    browse(page, publish(enter, case, downloads), case)
    assert not list(verify())
