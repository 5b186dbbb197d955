"""The broker, the cache and the database go away and come back while people work: a sentence, and nothing lost."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from agencies.models import Request, Upload
from agencies.tasks import read_stopped
from reviews.models import Event, Message
from reviews.services.events import verify
from scr_portal.celery import app
from tests import make
from tests.services.conftest import PATIENCE
from tests.services.web import Web, cookie_of, form, reference, serving

pytestmark = pytest.mark.django_db(transaction=True)
ROWS = b"Date,What happened\n27/03/2019,Seen at home.\n"


@pytest.fixture(scope="module")
def web(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    """A portal that is started once."""
    with serving(tmp_path_factory.mktemp("web")) as web:
        yield web


@pytest.fixture(autouse=True)
def _nothing_waits() -> None:
    app.control.purge()


def files_of(web: Web) -> set[Path]:
    """The files that the portal keeps."""
    return {path for path in web.files.rglob("*") if path.is_file()}


@pytest.fixture
def world() -> make.World:
    return make.world()


@pytest.fixture
def asked(world: make.World) -> Request:
    """An agency that was asked for its chronology."""
    return make.request(world, make.review(world), world.police, author=world.police_author)


def test_a_file_is_kept_while_the_broker_is_away_and_read_when_it_is_back(
    web: Web, world: make.World, asked: Request, signed_in: Any
) -> None:
    who = cookie_of(signed_in(world.police_author))
    web.broker.shut()
    try:
        status, said, to = web.ask(f"/agencies/request/{asked.pk}/upload/new/", who, *form(file=("ours.csv", ROWS)))
        assert (status, bool(to)) == (302, True), said
        assert web.ask(to, who)[0] == 200
    finally:
        web.broker.open()
    upload = Upload.objects.get()
    assert upload.status == "reading"
    # No worker was told of it: the timer finds it, once it has waited longer than a reading can last.
    assert read_stopped() == 0
    Upload.objects.update(reading_since=upload.created_at - timedelta(minutes=6))
    assert read_stopped() == 1


def test_a_letter_waits_in_the_outbox_while_the_broker_is_away(
    web: Web, world: make.World, asked: Request, signed_in: Any
) -> None:
    web.broker.shut()
    try:
        status, said, _ = web.ask("/account/password/reset/", "", *form(email=world.manager.email))
    finally:
        web.broker.open()
    assert status == 302, said
    assert Message.objects.get().sent_at is None


def test_signing_in_works_while_the_broker_is_away(web: Web, world: make.World) -> None:
    world.manager.set_password("a-long-enough-password")
    world.manager.save()
    web.broker.shut()
    try:
        sent = form(login=world.manager.email, password="a-long-enough-password")
        status, said, to = web.ask("/account/login/", "", *sent)
    finally:
        web.broker.open()
    assert (status, to) == (302, "/"), said


def test_a_broken_connection_of_the_database_is_noticed_before_it_is_used(
    web: Web, world: make.World, signed_in: Any
) -> None:
    who = cookie_of(signed_in(world.manager))
    assert web.ask("/", who)[0] == 200
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        assert cursor.rowcount >= 1
    assert web.ask("/", who)[0] == 200


def test_a_database_that_is_away_is_a_page_with_what_to_do_and_a_reference_and_the_next_page_works(
    web: Web, world: make.World, asked: Request, signed_in: Any
) -> None:
    who, before = cookie_of(signed_in(world.police_author)), files_of(web)
    assert web.ask("/", who)[0] == 200
    web.database.shut()
    try:
        status, said, _ = web.ask(f"/agencies/request/{asked.pk}/upload/new/", who, *form(file=("ours.csv", ROWS)))
        assert web.ask("/healthz")[0] == 200
        assert web.ask("/readyz")[0] == 503
    finally:
        web.database.open()
    assert status == 500
    assert "send it again" in said
    assert reference(said) in web.log.read_text()
    assert not Upload.objects.exists()
    assert files_of(web) == before
    deadline = time.monotonic() + PATIENCE
    while (answer := web.ask("/", who)[0]) != 200:
        assert time.monotonic() < deadline, answer
        time.sleep(0.5)
    assert web.ask(f"/agencies/request/{asked.pk}/upload/new/", who, *form(file=("ours.csv", ROWS)))[0] == 302
    assert Event.objects.filter(verb="upload.received").count() == 1
    assert list(verify()) == []
