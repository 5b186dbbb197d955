"""Behind a real PgBouncer in transaction mode: two connections for everybody, lent for one transaction each."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import DatabaseError, connection, connections
from django.test import Client

from agencies.models import Entry
from findings.models import Mark
from reviews.append_only import REFUSAL, declared_destruction
from reviews.models import Event
from reviews.services.events import record, verify
from scr_portal.setup import ROOT
from scr_portal.setup.services import pgbouncer
from tests import make
from tests.case import Case, one_of_everything
from tests.services.conftest import database_url

PEOPLE = 6


@pytest.fixture
def case(transactional_db: None) -> Iterator[Case]:
    """Everything that is done from here on goes through the pooler."""
    named = connection.settings_dict
    kept = dict(named)
    with pgbouncer(named["HOST"], int(named["PORT"] or 5432), named["USER"], named["PASSWORD"]) as port:
        connection.close()
        connection.close_pool()  # type: ignore[attr-defined]
        named.update(HOST="127.0.0.1", PORT=port, OPTIONS={}, DISABLE_SERVER_SIDE_CURSORS=True)
        try:
            made = one_of_everything(make.world())
            for _ in range(5):
                record(made.world.manager, "person.signed_in", made.world.manager, board=made.world.board)
            yield made
        finally:
            connection.close()
            named.update(kept)


def at_once(work: Callable[[int], Any]) -> list[Any]:
    """Several people in threads of their own, who begin together: more than there are connections."""
    together = Barrier(PEOPLE)

    def one(number: int) -> Any:
        try:
            together.wait()
            return work(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(PEOPLE) as pool:
        return list(pool.map(one, range(PEOPLE)))


def servers() -> int:
    """How many connections the database holds for this test."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
        return int(cursor.fetchone()[0])


def test_pages_and_forms_of_many_people_share_two_connections(case: Case, signed_in: Any) -> None:
    entry = f"/findings/{case.review.ref}/entry/{Entry.objects.earliest('pk').pk}/"
    action = f"/findings/action/{case.records['action'].pk}/" if "action" in case.records else "/findings/"
    people = ["panel", "reviewer", "manager", "chair", "panel", "reviewer"]
    clients: list[Client] = [signed_in(case.world.people[who]) for who in people]

    def works(number: int) -> list[int]:
        client = clients[number]
        pages = ["/", f"/reviews/{case.review.ref}/", f"/findings/{case.review.ref}/chronology/", entry, action]
        said = [client.get(page).status_code for page in pages]
        if people[number] == "panel":
            # A note: of two equal marks of another kind the second is refused.
            said.append(client.post(entry, {"kind": "note", "note": "Nobody asked."}).status_code)
        return said

    said = at_once(works)
    assert {status for each in said for status in each} <= {200, 302}
    assert servers() <= 2
    assert list(verify()) == []


def test_of_many_who_mark_an_entry_alike_at_once_one_mark_stands(case: Case, signed_in: Any) -> None:
    entry, clients = Entry.objects.earliest("pk"), [signed_in(case.world.panel) for _ in range(PEOPLE)]
    address = f"/findings/{case.review.ref}/entry/{entry.pk}/"
    at_once(lambda number: clients[number].post(address, {"kind": "good_practice"}).status_code)
    assert Mark.objects.filter(entry=entry, kind="good_practice", removed=False).count() == 1


def test_a_long_reading_goes_on_after_its_transaction(case: Case) -> None:
    """A cursor of the database's own would be on the other connection by then."""
    read = 0
    for _ in Event.objects.iterator(chunk_size=2):
        Event.objects.count()
        read += 1
    assert read == Event.objects.count()
    assert read > 2


def test_a_declared_destruction_opens_nothing_for_anybody_else(case: Case) -> None:
    """Said for the session, it would stay with a connection that the next request is lent."""

    def tries(number: int) -> str:
        try:
            if number == 0:
                with declared_destruction():
                    for _ in range(20):
                        Event.objects.count()
                return ""
            for _ in range(20):
                Event.objects.filter(pk=-number).delete()
            Event.objects.earliest("pk").delete()
        except DatabaseError as refusal:
            return str(refusal)
        return "deleted"

    before = Event.objects.count()
    said = at_once(tries)
    assert said[0] == ""
    assert all(REFUSAL in each for each in said[1:])
    assert at_once(lambda number: tries(number + 1)).count("deleted") == 0
    assert Event.objects.count() == before


def test_the_settings_leave_nothing_in_a_connection(case: Case) -> None:
    given = {
        **os.environ,
        "DATABASE_URL": database_url(),
        "DATABASE_POOLER": "1",
        "DJANGO_SETTINGS_MODULE": "scr_portal.settings",
    }
    words = "from django.conf import settings as s; d = s.DATABASES['default']; print(d['DISABLE_SERVER_SIDE_CURSORS'], d['OPTIONS'])"
    done = subprocess.run(
        [sys.executable, "-c", words], cwd=ROOT, env=given, capture_output=True, text=True, check=True
    )
    assert done.stdout == "True {}\n"
