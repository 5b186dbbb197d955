"""A sign-in ends: after a while of nothing, after a day of work, and everywhere when its owner says so."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reviews.models import Event
from scr_portal.lib.sign_ins import SessionStore, beginning, end_all
from tests import make

SESSION = "/account/session/"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


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


def test_a_page_that_changes_nothing_in_a_session_does_not_save_it(
    board: make.World, signed_in: Any, settings: Any
) -> None:
    settings.DEMO = False
    make.second_factor(board.manager)
    client = signed_in(board.manager)
    assert client.get("/").status_code == 200
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/").status_code == 200
    assert not [each["sql"] for each in asked if "django_session" in each["sql"] and "SELECT" not in each["sql"]]


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


def test_sign_ins_are_found_without_opening_those_of_others(
    tom: Client, board: make.World, signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = [signed_in(board.people[who]) for who in ("chair", "auditor", "reviewer")]
    opened: list[str] = []

    def opening(kept: Session) -> dict[str, Any]:
        opened.append(kept.pk)
        return {}

    monkeypatch.setattr(Session, "get_decoded", opening)
    assert end_all(board.manager) == 1
    assert (opened, tom.get("/").status_code) == ([], 302)
    assert [each.get("/").status_code for each in others] == [200, 200, 200]


def left_by_an_earlier_version(board: make.World) -> Client:
    """The chair, signed in under a key that does not say whose it is."""
    kept = db.SessionStore()
    said = {
        SESSION_KEY: str(board.chair.pk),
        BACKEND_SESSION_KEY: BACKEND,
        HASH_SESSION_KEY: board.chair.get_session_auth_hash(),
    }
    kept.update(said)
    kept.create()
    assert kept.session_key
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = kept.session_key
    return client


def test_a_sign_in_of_an_earlier_version_goes_on_under_a_key_that_says_whose_it_is(board: make.World) -> None:
    client = left_by_an_earlier_version(board)
    assert client.get("/reviews/").status_code == 200
    assert client.cookies[settings.SESSION_COOKIE_NAME].value.startswith(beginning(board.chair))
    assert (client.get("/reviews/").status_code, Session.objects.count()) == (200, 1)


def test_a_sign_in_of_an_earlier_version_is_ended_like_any_other(board: make.World) -> None:
    client = left_by_an_earlier_version(board)
    assert end_all(board.chair) == 1
    assert client.get("/reviews/").status_code == 302


def test_what_was_ended_while_a_page_was_made_does_not_come_back_under_another_key(board: make.World) -> None:
    left_by_an_earlier_version(board)
    kept = SessionStore(Session.objects.get().pk)
    kept["seen"] = time.time()
    end_all(board.chair)
    with pytest.raises(UpdateError):
        kept.save()
    assert not Session.objects.exists()


def test_every_page_of_somebody_signed_in_warns_in_time(tom: Client, client: Client, settings: Any) -> None:
    page = tom.get("/reviews/").content.decode()
    assert f'data-left="{settings.SESSION_IDLE * 29 // 30}"' in page
    assert "data-session" not in client.get("/account/login/").content.decode()
