"""Many people at once, measured: `python -m tests.bench.measuring_load [people] [seconds]`.

The web service of docker-compose.yml, as its command line says, on this machine's PostgreSQL and Redis; the people in another
process on the same machine. What else the machine has to do stands in the figures as its load.
"""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import quantiles
from typing import Any

from scr_portal.setup import ROOT
from scr_portal.setup.services import free_port, listens, redis_server
from tests.bench import apart
from tests.bench.apart import settled

THINK, UNMEASURED, PATIENCE = 5, 20, 60  # Seconds.
say = partial(apart.say, "load")
Step = tuple[str, str, dict[str, str] | None]
# Of a hundred people. Most read: the panel and the reviewer the chronology, the board what is being done, an agency its requests.
WHO = {
    "panel": 30,
    "reviewer": 10,
    "police_author": 15,
    "police_lead": 20,
    "manager": 15,
    "chair": 10,
}


def steps(large: Any, asked: Any) -> dict[str, list[Step]]:
    """What each does, in turn: name, address, and the form where one is sent; {entry} is one of the person's own."""
    ref = large.review.ref
    chronology = f"/findings/{ref}/chronology/"
    reads: list[Step] = [
        ("your work", "/", None),
        ("review", f"/reviews/{ref}/", None),
        ("chronology", chronology, None),
        ("chronology, by day", f"{chronology}?on=June+2019", None),
        ("chronology, by words", f"{chronology}?words=bruise+neighbour", None),
        ("entry", f"/findings/{ref}/entry/{{entry}}/", None),
        (
            "entry, marked",
            f"/findings/{ref}/entry/{{entry}}/",
            {"kind": "note", "note": "Ask who was told of this: {time}."},
        ),
        ("findings", f"/findings/{ref}/finding/", None),
    ]
    returns: list[Step] = [
        ("your work", "/", None),
        ("requests", "/agencies/", None),
        ("request", f"/agencies/request/{asked.pk}/", None),
        ("request's entries", f"/agencies/request/{asked.pk}/entry/", None),
        ("agency's report", f"/agencies/request/{asked.pk}/imr/", None),
    ]
    governs: list[Step] = [
        ("your work", "/", None),
        ("reviews", "/reviews/", None),
        ("review", f"/reviews/{ref}/", None),
        ("chronology", chronology, None),
        ("board's view", "/findings/", None),
        ("actions", "/findings/board/actions/", None),
    ]
    agency = {"police_author": returns, "police_lead": returns}
    return {"panel": reads, "reviewer": reads, **agency, "manager": governs, "chair": governs}


def twin(user: Any, number: int) -> Any:
    """Another person who may do what this one may."""
    from agencies.models import RequestGrant, User
    from reviews.models import Membership, ReviewGrant

    made = User.objects.create_user(f"{number}.{user.email}", None, name=user.name, agency=user.agency)
    for model in (Membership, ReviewGrant, RequestGrant):
        held = list(model._default_manager.filter(user=user))
        for one in held:
            one.pk, one.user = None, made
        model._default_manager.bulk_create(held)
    return made


def signed_in(user: Any) -> str:
    """The key of a session in which somebody is signed in."""
    from django.test import Client

    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client.session.session_key or ""


def people(number: int) -> list[dict[str, Any]]:
    """A board with work in all its stages, and so many people of it, signed in."""
    from tests import make
    from tests.bench.large_board import LargeBoard
    from tests.bench.large_review import LargeReview

    world = make.world()
    LargeBoard(world, 2025).grown(30, 400)
    for agency in world.board.agencies.filter(name__startswith="Agency "):
        agency.name = f"Partner of the board: {agency.name}"
        agency.save()
    large = LargeReview(world, make.review(world, stage="analysis", number=2))
    large.lengthened(250)
    asked = make.request(world, make.review(world, number=3), world.police, author=world.police_author)
    does = steps(large, asked)
    entries = list(large.review.entries.order_by("pk").values_list("pk", flat=True))
    who = [name for name, share in WHO.items() for _ in range(share * number // 100)]
    return [
        {
            "cookie": signed_in(twin(world.people[name], n)),
            "token": secrets.token_hex(16),
            "steps": [
                {"name": label, "address": address.replace("{entry}", str(entries[n * 7])), "sent": sent}
                for label, address, sent in does[name]
            ],
        }
        for n, name in enumerate(who)
    ]


@contextmanager
def served(redis: str) -> Iterator[tuple[int, int]]:
    """The port at which the web service of docker-compose.yml answers, on the database that is measured, and its process."""
    import yaml
    from django.db import connection

    port, named = free_port(), connection.settings_dict
    command = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]["web"]["command"]
    command = [sys.executable, "-m", *(word.replace("0.0.0.0:8000", f"127.0.0.1:{port}") for word in command)]
    url = f"postgres://{named['USER']}:{named['PASSWORD']}@{named['HOST']}:{named['PORT'] or 5432}/{named['NAME']}"
    given = {**os.environ, "DATABASE_URL": url, "REDIS_URL": redis, "SITE_URL": f"http://127.0.0.1:{port}"}
    with subprocess.Popen(command, cwd=ROOT, env=given) as server:
        try:
            deadline = time.monotonic() + PATIENCE
            while not listens(port):
                if server.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError("The web service does not come up")
                time.sleep(0.2)
            yield port, server.pid
        finally:
            server.terminate()


def processor_time(server: int) -> float:
    """Seconds of the machine's processors that the workers of a web service have used (Linux: /proc/PID/stat, fields 14 and 15)."""
    used = 0
    for worker in Path(f"/proc/{server}/task/{server}/children").read_text().split():
        used += sum(map(int, Path(f"/proc/{worker}/stat").read_text().rpartition(")")[2].split()[11:13]))
    return used / os.sysconf("SC_CLK_TCK")


def measured(number: int, seconds: int) -> None:
    """What all of them waited for, together and page by page. Raises RuntimeError where there is no PostgreSQL."""
    from django.db import connection

    if connection.vendor != "postgresql":
        raise RuntimeError("There is no PostgreSQL here to measure on")
    crowd = people(number)
    settled()
    with redis_server() as redis, served(redis) as (port, server):
        asked = {"port": port, "seconds": seconds, "unmeasured": UNMEASURED, "think": THINK, "people": crowd}
        words = [sys.executable, "-m", "tests.bench.visiting"]
        before = processor_time(server)
        done = subprocess.run(words, cwd=ROOT, input=json.dumps(asked), capture_output=True, text=True, check=True)
        used = processor_time(server) - before
    found = json.loads(done.stdout)
    waits = [one for each in found["took"].values() for one in each]
    of = f"{len(crowd)} people, {THINK} s between pages, {len(waits)} pages in {seconds - UNMEASURED} s"
    cuts = quantiles(waits, n=100)
    for name, place in (("half", 50), ("95 of 100", 95), ("99 of 100", 99)):
        say(f"{of}: {name} wait at most", cuts[place - 1] * 1000, "ms", "at most 500 ms for 95 of 100")
    say(
        f"{of}: processor time of the web service, a page",
        used * 1000 / found["asked"],
        "ms",
        "2 processors, 200 people: 50",
    )
    say(f"{of}: that failed", len(found["failed"]), "pages", "0")
    for wrong in sorted(set(found["failed"]))[:5]:
        print(wrong, file=sys.stderr)
    for name, each in sorted((name, each) for name, each in found["took"].items() if len(each) > 1):
        say(f"{of}: {name}, 95 of 100", quantiles(each, n=20)[18] * 1000, "ms", "at most 500 ms")
    say("processes that want the machine's processors", os.getloadavg()[0], "processes", f"{os.cpu_count()} processors")


if __name__ == "__main__":
    number, seconds = [int(each) for each in sys.argv[1:]] or (200, 90)
    apart.on_test_database(lambda: measured(number, seconds))
