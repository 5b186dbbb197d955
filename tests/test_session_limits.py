"""A sign-in ends: after a while of nothing, after a day of work, and everywhere when its owner says so."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.test import Client

from reviews.models import Event
from tests import make

SESSION = "/account/session/"


@pytest.fixture
def tom(board: make.World, signed_in: Any) -> Client:
    """The manager, who has just opened a page."""
    client: Client = signed_in(board.manager)
    assert client.get("/").status_code == 200
    return client


def was(client: Client, **ago: int) -> None:
    """Put the times of a sign-in back by so many seconds."""
    session = client.session
    for name, seconds in ago.items():
        session[name] = time.time() - seconds
    session.save()


def left(client: Client) -> int:
    return int(client.get(SESSION).json()["left"])


def test_who_was_away_for_longer_than_allowed_is_signed_out_and_it_is_on_record(tom: Client, settings: Any) -> None:
    was(tom, seen=settings.SESSION_IDLE + 1)
    assert tom.get("/reviews/").headers["Location"] == "/account/login/?next=/reviews/"
    assert Event.objects.filter(verb="person.timed_out").count() == 1


def test_who_works_on_is_not_signed_out(tom: Client, settings: Any) -> None:
    was(tom, seen=settings.SESSION_IDLE - 5)
    assert tom.get("/reviews/").status_code == 200
    assert left(tom) > settings.SESSION_IDLE - 5


def test_a_sign_in_ends_after_its_longest_however_busy_it_was(tom: Client, settings: Any) -> None:
    was(tom, began=settings.SESSION_COOKIE_AGE + 1, seen=1)
    assert tom.get("/reviews/").status_code == 302


def test_a_form_that_comes_too_late_says_how_to_keep_what_was_typed(tom: Client, settings: Any) -> None:
    was(tom, seen=settings.SESSION_IDLE + 1)
    answer = tom.post("/reviews/referral/new/", {"circumstances": "Found at home."})
    assert answer.status_code == 403
    assert "what you typed is still there" in answer.content.decode()


def test_a_page_that_looks_again_by_itself_keeps_nobody_signed_in(tom: Client, settings: Any) -> None:
    was(tom, seen=settings.SESSION_IDLE - 100)
    tom.get("/", headers={"HX-Request": "true"})
    assert left(tom) <= 100


def test_saying_that_one_is_there_starts_the_time_anew_but_not_the_longest(tom: Client, settings: Any) -> None:
    was(tom, seen=settings.SESSION_IDLE - 100, began=settings.SESSION_COOKIE_AGE - 600)
    assert 590 <= int(tom.post(SESSION).json()["left"]) <= 600


def test_the_script_is_told_whose_sign_in_it_is(tom: Client, board: make.World, client: Client) -> None:
    assert tom.get(SESSION).json()["who"] == board.manager.pk
    assert client.get(SESSION).json()["who"] is None


def test_signing_out_everywhere_ends_every_sign_in_of_that_person_alone(
    tom: Client, board: make.World, signed_in: Any
) -> None:
    telephone, chair = signed_in(board.manager), signed_in(board.chair)
    tom.post("/account/session/end/")
    assert [each.get("/").status_code for each in (tom, telephone, chair)] == [302, 302, 200]
    assert Event.objects.get(verb="person.signed_out_everywhere").actor == board.manager


def test_every_page_of_somebody_signed_in_warns_in_time(tom: Client, client: Client, settings: Any) -> None:
    page = tom.get("/reviews/").content.decode()
    assert f'data-left="{settings.SESSION_IDLE * 29 // 30}"' in page
    assert "data-session" not in client.get("/account/login/").content.decode()
