"""What is logged holds keys and kinds, and nobody's name: every page opened and every change sent, and the whole of the log read."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from io import StringIO
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client

from agencies.models import User
from reviews.models import Person
from scr_portal.logs import JsonLines
from tests import make
from tests.case import Case, one_of_everything, routes
from tests.posts import POSTS
from tests.test_audit import sent

READERS = ("manager", "reviewer", "police_author")


@pytest.fixture
def logged() -> Iterator[StringIO]:
    """All that is logged, as production writes it: ours from DEBUG on, of others from INFO on."""
    said = StringIO()
    handler = logging.StreamHandler(said)
    handler.setFormatter(JsonLines())
    names = {"": logging.INFO, **dict.fromkeys(("agencies", "findings", "reviews", "scr_portal"), logging.DEBUG)}
    before = {name: logging.getLogger(name).level for name in names}
    for name, level in names.items():
        logging.getLogger(name).setLevel(level)
    logging.getLogger().addHandler(handler)
    yield said
    logging.getLogger().removeHandler(handler)
    for name, level in before.items():
        logging.getLogger(name).setLevel(level)


def lines(logged: StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in logged.getvalue().splitlines()]


def identifying() -> set[str]:
    """Every name of the register and of the users, and every address."""
    found = {user.email for user in User.objects.all()}
    found |= {part for user in User.objects.all() for part in (user.name, *user.name.split())}
    for person in Person.objects.all():
        found |= {person.given, person.middle, person.surname, person.former_surname, person.name, person.nhs_number, str(person)}  # fmt: skip
        found |= {*person.aliases}
    return {str(each) for each in found if each and len(str(each)) > 2}


def walk(case: Case, signed_in: Any) -> None:
    """Open every page as several people, and send every change that can be sent."""
    for who in READERS:
        client = signed_in(case.world.people[who])
        client.raise_request_exception = False
        for name in routes():
            client.get(case.address(name) + "?q=Okafor")
    for post in POSTS:
        sent(case, signed_in, post)


def test_a_whole_case_is_worked_and_the_log_names_nobody(board: make.World, signed_in: Any, logged: StringIO) -> None:
    case = one_of_everything(board)
    walk(case, signed_in)
    said, wanted = logged.getvalue(), identifying()
    assert len(wanted) > 20
    assert sorted(name for name in wanted if name in said) == []
    answered = [line for line in lines(logged) if line["message"] == "answered"]
    assert len(answered) >= len(READERS) * len(routes()) + len(POSTS)
    assert {line["view"] for line in answered} >= set(routes())
    assert {board.manager.pk, board.reviewer.pk} <= {line.get("who") for line in answered}


def test_a_page_that_fails_stands_in_the_log_under_its_reference_without_the_words_of_the_failure(
    board: make.World, signed_in: Any, logged: StringIO
) -> None:
    client = signed_in(board.manager)
    client.raise_request_exception = False
    with patch("scr_portal.home.page", side_effect=ValueError("Amara Okafor stands twice")):
        answer = client.get("/?who=Okafor")
    assert answer.status_code == 500
    failed = [line for line in lines(logged) if "error" in line]
    assert failed
    for line in failed:
        assert line["request"] in answer.content.decode()
        assert (line["view"], line["who"], line["status"]) == ("home", board.manager.pk, 500)
        assert line["error"][0]["kind"] == "builtins.ValueError"
        assert any("scr_portal/home.py" in place for place in line["error"][0]["places"])
    assert "Okafor" not in logged.getvalue()


def test_a_wrong_password_does_not_put_the_address_into_the_log(board: make.World, logged: StringIO) -> None:
    client = Client()
    for _ in range(9):
        client.post("/account/login/", {"login": board.manager.email, "password": "not this one"})
    client.post("/account/login/", {"login": "nobody@elsewhere.example", "password": "nor this"})
    assert {line["status"] for line in lines(logged) if line["message"] == "answered"} >= {200, 429}
    for said in (board.manager.email, "nobody@elsewhere.example", "not this one"):
        assert said not in logged.getvalue()


def test_what_came_of_what_is_told_of_each(logged: StringIO) -> None:
    try:
        try:
            raise KeyError("Okafor")
        except KeyError as error:
            raise RuntimeError("of Amara") from error
    except RuntimeError:
        logging.getLogger("scr_portal.somewhere").exception("it failed for %s", 7)
    line = lines(logged)[-1]
    assert line["message"] == "it failed for 7"
    assert [each["kind"] for each in line["error"]] == ["builtins.RuntimeError", "builtins.KeyError"]
    assert "request" not in line
    assert "Amara" not in logged.getvalue()
