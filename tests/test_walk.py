"""Everybody opens everything once, at a late stage of a review beside another board, and each answer is asked: is it what the
table says, does it tell of others, does it tell of privileged advice, does all that it offers open, may its forms be sent?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reviews.models import Event
from reviews.services import advice
from tests import make
from tests.case import Case, routes, unlike
from tests.others import NAMES_BOARDS
from tests.test_kept_apart import FILES
from tests.test_links import linked, unsendable
from tests.test_policy import ASKS, BUTTONS, OF_THE_BOARD, PEOPLE, expected, expected_of_board, holds
from tests.told import beside_others, hidden_from, told

ADVICE = ("Zephyrine", "Quillfeather")  # What was asked of the lawyer, and what the lawyer said.
ADVISED = {who for who in PEOPLE if holds(who, "review.legal")}
WALKED = [name for name in routes() if name not in BUTTONS or not name.startswith(OF_THE_BOARD)]


def said(who: str, name: str) -> int:
    """What the tables say that a page answers."""
    if name in BUTTONS:
        return 405
    of_board = name.startswith(OF_THE_BOARD)
    return (expected_of_board if of_board else expected)(who, name, ASKS[name])


def addresses(case: Case, who: str) -> dict[str, str]:
    """Address → URL name of every page, and of a file that the tables let somebody open in each of its formats."""
    found = {}
    for name in WALKED:
        found[case.address(name)] = name
        if said(who, name) == 200 and "<slug:kind>/download" in routes()[name]:
            found |= {case.address(name, kind=kind): name for kind in FILES}
    return found


def amiss(case: Case, client: Any, who: str) -> Iterator[tuple[Any, ...]]:
    """What of the answers that somebody is given is not as it should be."""
    opened: dict[str, int] = {}
    shown: dict[str, str] = {}  # Address → a page that links to it.
    heard: dict[str, tuple[str, ...]] = {}
    for address, name in addresses(case, who).items():
        answer = client.get(address)
        opened[address] = answer.status_code
        hidden = ADVICE if name == NAMES_BOARDS else (*hidden_from(who), *ADVICE)
        if answer.status_code == 200 and (words := told(answer, hidden)):
            heard[name] = words
        if (
            answer.status_code == 200
            and answer.headers["Content-Type"].startswith("text/html")
            and not answer.streaming
        ):
            page = answer.content.decode()
            shown |= dict.fromkeys(linked(page), name)
            yield from ((name, "shows a form of", each) for each in sorted(unsendable(case, who, name, page)))
    statuses = {name: opened[case.address(name)] for name in WALKED}
    yield from unlike(statuses, {name: said(who, name) for name in WALKED})
    yield from unlike(heard, {"reviews.advice.list": ADVICE} if who in ADVISED else {})
    answered = {href: opened.get(href) or client.get(href).status_code for href in shown}
    yield from ((shown[href], "links to", href, status) for href, status in answered.items() if status >= 400)
    if not shown:
        yield who, "was shown no link"


def test_everybody_is_answered_as_the_tables_say_told_nothing_of_others_and_offered_what_they_may_have(
    board: make.World, signed_in: Any
) -> None:
    case, found = beside_others(board), []
    given = {"given_by": "Counsel", "given_on": "2026-09-01", "question": ADVICE[0], "advice": ADVICE[1]}
    advice.add(by=board.chair, review=case.review, values=given)
    for who in PEOPLE:
        found += [(who, *line) for line in amiss(case, signed_in(case.world.people[who]), who)]
    assert found == [], "\n".join(map(str, found))
    recorded = Event.objects.filter(review=case.review).values_list("subject", "why", "facts")
    assert recorded
    assert not [row for row in recorded if any(word in str(row) for word in ADVICE)]
