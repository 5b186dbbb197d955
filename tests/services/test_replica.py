"""A copy of the database for searches of the library: they ask it, nothing writes there, and nobody is without them while it is away."""

from __future__ import annotations

import time
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.db import InternalError, connection, connections
from django.test.utils import CaptureQueriesContext

from findings.models import LibraryReview
from scr_portal.environment import read_only
from scr_portal.lib import replica
from scr_portal.lib.replica import REPLICA
from tests import make
from tests.services.away import Door
from tests.services.conftest import PATIENCE, database_url

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", REPLICA])
SEARCH = "/findings/library/?words=curiosity"


@pytest.fixture(scope="module", autouse=True)
def door(django_db_setup: None) -> Iterator[Door]:
    """The copy is this same server behind a door, by connections that may not write. It is there before a test is let at it."""
    door, named = Door(database_url(), 5432), deepcopy(connection.settings_dict)
    named |= {"HOST": "127.0.0.1", "PORT": door.port, "TEST": {**named["TEST"], "MIRROR": "default"}}
    connections.settings[REPLICA] = read_only(named)
    try:
        yield door
    finally:
        connections[REPLICA].close()
        connections[REPLICA].close_pool()  # type: ignore[attr-defined]
        del connections[REPLICA], connections.settings[REPLICA]
        door.shut()


@pytest.fixture(autouse=True)
def _nobody_was_told_that_it_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(replica.AWAY, "until", 0.0)


@pytest.fixture
def known(transactional_db: None) -> make.World:
    """A board, and a published review that a search finds."""
    world = make.world()
    said = {"regime": "scr", "year": 2021, "text": "Nobody showed curiosity about who lived there."}
    LibraryReview.objects.create(
        board=world.board, title="Child K", publisher="Elsewhere", added_by=world.manager, **said
    )
    return world


def asked_of_the_copy(person: Any, *addresses: str) -> list[str]:
    """What pages ask the copy, beyond whether it is there."""
    with CaptureQueriesContext(connections[REPLICA]) as found:
        for address in addresses:
            assert person.get(address).status_code == 200, address
    return [each["sql"] for each in found if each["sql"] != "SELECT 1"]


def test_searches_ask_the_copy_and_nothing_else_does(known: make.World, signed_in: Any) -> None:
    person, review = signed_in(known.manager), LibraryReview.objects.get()
    asked = asked_of_the_copy(person, SEARCH)
    assert len([sql for sql in asked if "findings_libraryreview" in sql]) >= 3
    assert "Child K" in person.get(SEARCH).content.decode()
    # Who may do what is asked of the database itself, always.
    assert [
        sql for sql in asked if "guardian" in sql or "membership" in sql or "session" in sql or "agencies_user" in sql
    ] == []
    assert asked_of_the_copy(person, "/", f"/findings/library/{review.pk}/", "/reviews/") == []


def test_nothing_can_be_written_there(known: make.World) -> None:
    with pytest.raises(InternalError, match="read-only transaction"):
        LibraryReview.objects.using(REPLICA).filter(title="Child K").update(title="Child L")
    assert LibraryReview.objects.get().title == "Child K"


def test_the_library_is_searched_while_the_copy_is_away_and_the_copy_asked_again_when_it_is_back(
    known: make.World, door: Door, signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = signed_in(known.manager)
    assert asked_of_the_copy(person, SEARCH)
    door.shut()
    answer = person.get(SEARCH)
    assert (answer.status_code, "Child K" in answer.content.decode()) == (200, True)
    door.open()
    assert asked_of_the_copy(person, SEARCH) == []  # Nobody waits for it once more before its time.
    deadline = time.monotonic() + PATIENCE
    while not asked_of_the_copy(person, SEARCH):
        assert time.monotonic() < deadline
        time.sleep(0.2)
        monkeypatch.setitem(replica.AWAY, "until", 0.0)
