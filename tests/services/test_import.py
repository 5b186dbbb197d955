"""An import on PostgreSQL: killed in the middle it leaves nothing behind, and two people who confirm at once import once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, connections

from agencies.models import Entry, Upload
from agencies.services import upload as verbs
from reviews.models import Event
from scr_portal.lib.records import Refused
from scr_portal.setup import ROOT
from tests import make
from tests.case import PARSED
from tests.services.conftest import database_url

pytestmark = pytest.mark.django_db(transaction=True)
ROWS = 500
# The process that imports is killed when all entries are written and nothing is committed yet.
KILLED = """
import os, signal, sys
import django
django.setup()
from agencies.models import Entry, Upload, User
from agencies.services import upload
def die(request, by):
    assert Entry.objects.count() == int(sys.argv[3])
    os.kill(os.getpid(), signal.SIGKILL)
upload.begun = die
upload.confirm(by=User.objects.get(pk=sys.argv[1]), upload=Upload.objects.get(pk=sys.argv[2]))
"""


@pytest.fixture
def waiting() -> Upload:
    """A file whose rows were read and not imported yet."""
    world = make.world()
    request = make.request(world, make.review(world), world.police, author=world.police_author)
    rows = [{**PARSED["rows"][0], "row": row, "event": f"Visit {row}.\tBack\\slash,\nnew line."} for row in range(ROWS)]
    parsed = {**PARSED, "rows": rows}
    return Upload.objects.create(
        request=request, filename="log.csv", size=1, status="preview", parsed=parsed, uploaded_by=world.police_author
    )


def imported(upload: Upload) -> bool:
    """Whether all of the file's rows are entries now, each in its own words and found by them, and the file says so."""
    upload.refresh_from_db()
    words = sorted(Entry.objects.values_list("event", flat=True))
    found = Entry.objects.filter(words__contains="back\\slash, new line.").count() == ROWS
    whole = words == sorted(row["event"] for row in upload.parsed["rows"])
    return bool(upload.status == "imported" and whole and found)


def test_an_import_that_is_killed_leaves_nothing_behind_and_can_be_confirmed_again(waiting: Upload) -> None:
    environment = os.environ | {"DATABASE_URL": database_url(), "DJANGO_SETTINGS_MODULE": "scr_portal.settings"}
    words = [sys.executable, "-c", KILLED, str(waiting.uploaded_by_id), str(waiting.pk), str(ROWS)]
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == -signal.SIGKILL, done.stderr
    waiting.refresh_from_db()
    assert (Entry.objects.count(), waiting.status) == (0, "preview")
    assert not Event.objects.filter(verb="upload.imported").exists()
    verbs.confirm(by=waiting.uploaded_by, upload=waiting)
    assert imported(waiting)


def test_two_people_who_confirm_at_once_import_once(waiting: Upload) -> None:
    together = Barrier(2)

    def confirm(upload: Any) -> str:
        try:
            together.wait()
            verbs.confirm(by=upload.uploaded_by, upload=upload)
        except Refused as refusal:
            return str(refusal)
        finally:
            connections.close_all()
        return ""

    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(confirm, [Upload.objects.get(pk=waiting.pk) for _ in range(2)]))
    assert sorted(map(bool, said)) == [False, True]
    assert imported(waiting)
    assert Event.objects.filter(verb="upload.imported").count() == 1


def test_an_import_goes_through_copy(waiting: Upload, django_assert_max_num_queries: Callable[..., Any]) -> None:
    assert connection.vendor == "postgresql"
    with django_assert_max_num_queries(40):
        verbs.confirm(by=waiting.uploaded_by, upload=waiting)
    assert imported(waiting)
