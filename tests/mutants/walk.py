"""What is sent to the portal to see whether a check is made: the requests and calls of the tests in `make test`, one by one.

Each says what it must come to by the same tables as those tests: tests/test_policy.py, test_other_agencies.py,
test_verbs_refuse.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import transaction

from tests.case import Case, routes
from tests.others import said
from tests.posts import POSTS
from tests.test_links import linked, unsendable
from tests.test_other_agencies import PUBLISHED
from tests.test_other_agencies import records as records_of_a_case
from tests.test_policy import (
    ASKS,
    BUTTONS,
    FORMS,
    OF_THE_BOARD,
    PEOPLE,
    WITHOUT_SIGN_IN,
    expected,
    expected_of_board,
    refused_at_the_board,
    walked,
)
from tests.test_verbs_refuse import READING, UNSENT, called, sending, tried, unfit, unfit_to_read
from tests.told import hidden_from, told

OPENS: dict[tuple[str, str], bool] = {}  # Links that opened once.
LOGIN, REFUSED = "/account/login/", frozenset({"refused"})


@dataclass(frozen=True)
class Step:
    """One request or call: `who` (None: nobody is signed in) sends `way` to `page` of `agency`; a verb's `page` is its place in POSTS or READ."""

    way: str
    who: str | None
    page: str
    wanted: Any
    agency: str = "police"

    def __str__(self) -> str:
        return f"{self.way} {self.page} of the {self.agency} by {self.who or 'nobody'}"

    @property
    def refuses(self) -> bool:
        """Whether it is to be refused."""
        return self.way != "list" and self.wanted not in {(200, ()), (302, LOGIN)}

    def run(self, case: Case, clients: dict[str | None, Any]) -> Any:
        """What it comes to; what it changed is undone."""
        with transaction.atomic():
            try:
                return self.outcome(case, clients)
            finally:
                transaction.set_rollback(True)

    def outcome(self, case: Case, clients: dict[str | None, Any]) -> Any:
        if self.way == "verb":
            return frozenset(straight(case, clients, self.page).values()) - {"heard"} or REFUSED
        client = clients[self.who]
        if self.way == "list":
            return hash(said(case, client, str(self.who), self.page))
        if self.way == "send":
            status = client.post(case.address(self.page)).status_code
            return REFUSED if status in refused_at_the_board(str(self.who))[self.page] else status
        answer = getattr(client, self.way)(case.address(self.page, self.agency))
        if self.who is None:
            return answer.status_code, answer.headers.get("Location", "")[: len(LOGIN)]
        if answer.status_code != 200 or self.wanted != (200, ()):
            return answer.status_code, ()
        return 200, (*told(answer, hidden_from(self.who)), *self.dead_ends(case, client, answer))

    def dead_ends(self, case: Case, client: Any, answer: Any) -> list[str]:
        """The links of a page that do not open, and the forms that may not be sent, as in tests/test_links.py."""
        if answer.streaming or not answer.headers["Content-Type"].startswith("text/html"):
            return []
        page, who = answer.content.decode(), str(self.who)
        found = sorted(unsendable(case, who, self.page, page))
        for href in sorted(linked(page)):
            known = OPENS.get((who, href))
            if known is None:
                known = client.get(href).status_code < 400
                if known:
                    OPENS[who, href] = known
            found += [] if known else [href]
        return found


# They are refused at most pages, each in a way of their own: most checks show with them, and the others wait their turn.
FIRST = ("outsider", "panel", "police_owner", "administrator", "school_lead", "auditor")


def parts(alone: dict[tuple[str, str], int]) -> tuple[list[Step], list[Step]]:
    """Everything that is sent: first what shows most, then the rest. `alone` is the hash of each list before others came."""
    others = [who for who in PEOPLE if who not in FIRST]
    first = [Step("list", who, name, told) for (who, name), told in alone.items()]
    first += [*anonymous(), *straight_calls(), *of_another_board(), *of_another_agency("police_lead")]
    first += [step for who in FIRST for step in of_role(who)]
    rest = [step for who in others for step in of_role(who)]
    rest += [step for who in ("police_author", "police_senior", "police_owner") for step in of_another_agency(who)]
    return first, rest


def anonymous() -> Iterator[Step]:
    for name in sorted(set(ASKS) - WITHOUT_SIGN_IN):
        yield Step("get", None, name, (302, LOGIN))
        yield Step("post", None, name, (302, LOGIN))


def of_another_agency(who: str) -> Iterator[Step]:
    theirs = [name for name in walked() if "<" in routes()[name] and name not in PUBLISHED]
    yield from (Step("post", who, name, (404, ()), "school") for name in theirs)
    yield from (Step("get", who, name, (404, ()), "school") for name in records_of_a_case())


def of_another_board() -> Iterator[Step]:
    for name in routes():
        if "<" in routes()[name] and name not in PUBLISHED:
            yield Step("post", "elsewhere", name, (404, ()))


def straight_calls() -> Iterator[Step]:
    for kind, number in (("change", len(POSTS)), ("reading", len(READING)), ("unsent", len(UNSENT))):
        yield from (Step("verb", None, f"{kind} {each}", REFUSED) for each in range(number))


def straight(case: Case, clients: dict[str | None, Any], place: str) -> dict[tuple[str, str], str]:
    """What comes of it when whoever may not calls the verb of a change or reading in the place of whose it is."""
    kind, number = place.split()
    if kind == "unsent":
        return called(case, *UNSENT[int(number)])
    if kind == "change":
        post = POSTS[int(number)]
        return tried(case, sending(case, clients[post.who], post), unfit(post))
    page, who, asked, verb = READING[int(number)]
    return tried(case, partial(clients[who].get, case.address(page) + asked), unfit_to_read(page, verb))


def of_role(who: str) -> Iterator[Step]:
    """What one person opens, and what is refused when they send it."""
    for name in walked():
        if name not in BUTTONS:
            yield Step("get", who, name, (expected(who, name, ASKS[name]), ()))
        if (status := expected(who, name, FORMS[name])) in {403, 404}:
            yield Step("post", who, name, (status, ()))
    for name in ASKS:
        if name.startswith(OF_THE_BOARD) and name not in BUTTONS:
            yield Step("get", who, name, (expected_of_board(who, name, ASKS[name]), ()))
    yield from (Step("send", who, name, REFUSED) for name in refused_at_the_board(who))
