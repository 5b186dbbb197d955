"""Whatever is sent to whatever page by whoever is signed in: no page fails, and nothing of another board or agency is told."""

from __future__ import annotations

import os
import random
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.signals import got_request_exception
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, seed, settings

from tests import make
from tests.bad_input import Asked, Fields, read, requests, targets
from tests.case import Case, one_of_everything
from tests.test_policy import PEOPLE
from tests.told import THEIRS, hidden_from, marked, words

# `make hostile` sends more, from a seed of its own or from one that is given to it.
NUMBER = int(os.environ.get("HOSTILE", "240"))
SEED = int(os.environ.get("HOSTILE_SEED") or (random.randrange(10**6) if "HOSTILE" in os.environ else 1))
AT_ONE = 6


def test_no_request_fails_or_tells_what_is_anothers(board: make.World, signed_in: Any, client: Any) -> None:
    print(f"{NUMBER} requests, HOSTILE_SEED={SEED}")
    case, other = one_of_everything(board), one_of_everything(make.world(THEIRS))
    other.world.outsider.name = "Max Stranger"  # Whoever belongs to no board can be appointed by any.
    other.world.outsider.save()
    board.people["elsewhere"] = make.world("Marlow").manager
    marked(case, other)
    clients = {who: signed_in(board.people[who]) for who in PEOPLE}
    fields, found = pages(clients), dict[str, list[Asked]]()

    def each(asked: Asked) -> None:
        for fault in faults(case, asked, clients[asked.who]):
            found.setdefault(fault, []).append(asked)

    every = targets()
    random.Random(SEED).shuffle(every)
    for number in range(-(-NUMBER // AT_ONE)):
        # hypothesis begins with the simplest request, so each target is given several.
        aimed = requests(case, other, fields, every[number % len(every)])
        once = settings(
            max_examples=AT_ONE, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
        )
        once(seed(SEED + number)(given(aimed)(each)))()
    assert not found, f"HOSTILE_SEED={SEED}\n" + "\n".join(
        f"{fault}: {len(asked)} times, such as\n    {min(map(str, asked), key=len)}" for fault, asked in found.items()
    )


def pages(clients: dict[str, Any]) -> Any:
    """Reads the forms of a page as somebody opens it; each once."""
    known: dict[tuple[str, str], Fields] = {}

    def fields(who: str, address: str) -> Fields:
        if (who, address) not in known:
            with undone():
                answer = clients[who].get(address)
                page = answer.status_code == 200 and answer["Content-Type"].startswith("text/html")
                known[who, address] = read(answer.content if page else b"")
        return known[who, address]

    return fields


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def faults(case: Case, asked: Asked, client: Any) -> list[str]:
    """What is wrong with the answer to a request: where it failed, or whose words it told."""
    raised: list[str] = []

    def heard(**_: Any) -> None:
        raised.append(place_of_failure())

    client.raise_request_exception = False
    session = client.cookies["sessionid"].value
    got_request_exception.connect(heard)
    try:
        with undone():
            answer = asked.send(case, client)
            said = words(answer) + str(answer.headers)
    finally:
        got_request_exception.disconnect(heard)
        client.cookies.clear()
        client.cookies["sessionid"] = session
    if answer.status_code >= 500:
        return [f"{answer.status_code} {raised[:1]}"]
    return [f"{asked.page} told {word}" for word in hidden_from(asked.who) if word in said]


def place_of_failure() -> str:
    """The exception under way, and the last lines of ours that it came through."""
    kind, value, trace = sys.exc_info()
    ours = [
        f"{frame.filename}:{frame.lineno}"
        for frame in traceback.extract_tb(trace)
        if "site-packages" not in frame.filename and "/lib/python" not in frame.filename
    ]
    return f"{kind.__name__ if kind else ''}: {str(value)[:150]} at {' '.join(ours[-3:])}"


# Where a form or an address names records by their keys: who sends what. A reader of numbers must not fail at any of these.
NO_KEYS = ["abc", "\u00b2", "9" * 5000, "\x00"]
NAMED = [
    ("reviewer", "get", "findings.earlier.show", {"chosen": "on"}, "theme", 200),
    ("reviewer", "get", "reviews.meeting.list", {}, "page", 200),
    ("manager", "get", "reviews.decision.recommend", {}, "meeting", 200),
    ("manager", "get", "findings.hold.new", {}, "entry", 200),
    ("manager", "get", "findings.course.link", {}, "course", 200),
    ("panel", "get", "findings.chronology.show", {}, "view", 200),
    ("manager", "post", "findings.lesson.confirm", {}, "lesson", 302),
    ("reviewer", "post", "findings.made_before.show", {"text": "Plan visits."}, "themes", 200),
    ("reviewer", "post", "findings.desk.show", {"do": "link"}, "entry", 422),
    ("reviewer", "post", "findings.evidence.add", {}, "entry", 302),
    ("reviewer", "post", "findings.evidence.add", {}, "section", 302),
    ("reviewer", "post", "findings.evidence.add", {}, "contribution", 302),
]


def test_what_can_be_no_records_key_names_none(board: make.World, signed_in: Any) -> None:
    case = one_of_everything(board, stage="analysis")
    for who, way, page, data, field, status in NAMED:
        client = signed_in(board.people[who])
        for said in NO_KEYS:
            answer = getattr(client, way)(case.address(page), {**data, field: said})
            assert answer.status_code == status, (page, field, said[:20])
    updates = {f"action-{said}-note": "Done." for said in NO_KEYS}
    assert signed_in(board.police_owner).post(case.address("findings.update.list"), updates).status_code < 500
