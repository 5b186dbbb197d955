"""Nobody is offered what they cannot open: every link of every page that a role reads leads somewhere for that role."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import urlsplit

import pytest

from reviews.stages import Stage
from tests import make
from tests.case import one_of_everything
from tests.test_policy import ASKS, BUTTONS, PEOPLE, expected, walked

# Files are made anew at each asking, the admin and the account are their libraries' own, and static files are no pages.
LEFT_OUT = re.compile(r"^/(static|account|reference-data)/|/download/|/export/|/feed/")


# Everybody at a late stage, and at earlier ones those who read a review and are led on by its pages.
READERS = [
    *((who, Stage.PUBLICATION) for who in sorted(PEOPLE)),
    *((who, stage) for who in ("auditor", "chair", "panel") for stage in (Stage.DECISION, Stage.COLLECTION)),
]


def linked(page: str) -> set[str]:
    """The addresses of the portal to which a page links."""
    found = {unescape(href) for href in re.findall(r'<a\b[^>]*\bhref="(/[^"#]*)', page)}
    return {href for href in found if not LEFT_OUT.search(urlsplit(href).path)}


@pytest.mark.parametrize(("who", "stage"), READERS)
def test_every_link_that_a_role_is_shown_opens_for_it(
    board: make.World, signed_in: Any, who: str, stage: Stage
) -> None:
    board.people["elsewhere"] = make.world("Marlow").manager
    case = one_of_everything(board, stage=stage)
    client: Any = signed_in(case.world.people[who])
    shown: dict[str, str] = {}
    opened: dict[str, int] = {}
    for name in walked():
        if name not in BUTTONS and expected(who, name, ASKS[name]) == 200:
            answer = client.get(case.address(name))
            opened[case.address(name)] = answer.status_code
            if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
                shown.update(dict.fromkeys(linked(answer.content.decode()), name))
    answered = {href: opened.get(href) or client.get(href).status_code for href in shown}
    assert shown
    assert {href: (name, answered[href]) for href, name in shown.items() if answered[href] >= 400} == {}
