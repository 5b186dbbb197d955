"""Nobody is offered what they cannot have: every link of every page that a role reads leads somewhere for that role, and no
form is one that they may not send."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import html

from reviews.stages import Stage
from tests import make
from tests.case import Case, one_of_everything
from tests.test_policy import ASKS, BUTTONS, FORMS, expected, walked

# Files are made anew at each asking, the admin and the account are their libraries' own, and static files are no pages.
LEFT_OUT = re.compile(r"^/(static|account|reference-data)/|/download/|/export/|/feed/")


# Those who read a review and are led on by its pages, at earlier stages; everybody at a late one is in tests/test_walk.py.
READERS = [(who, stage) for who in ("auditor", "chair", "panel") for stage in (Stage.DECISION, Stage.COLLECTION)]


def linked(page: str) -> set[str]:
    """The addresses of the portal to which a page links."""
    found = {unescape(href) for href in re.findall(r'<a\b[^>]*\bhref="(/[^"#]*)', page)}
    return {href for href in found if not LEFT_OUT.search(urlsplit(href).path)}


def posted(page: str, own: str) -> set[str]:
    """The addresses to which the forms of a page are sent that change something; `own` is the page's."""
    forms = [form for form in html.fromstring(page).iter("form") if form.get("method", "").lower() == "post"]
    said = {form.get("action") or own for form in forms}
    said |= {button.get("formaction") for form in forms for button in form.iter("button") if button.get("formaction")}
    return {urlsplit(to).path for to in said}


def unsendable(case: Case, who: str, name: str, page: str) -> set[str]:
    """Of those, the pages to which the tables let `who` send nothing."""
    asked = {case.pages.get(to, "") for to in posted(page, case.address(name))}.intersection(walked())
    return {each for each in asked if expected(who, each, FORMS[each]) in {403, 404}}


@pytest.mark.parametrize(("who", "stage"), READERS)
def test_every_link_that_a_role_is_shown_opens_for_it(
    board: make.World, signed_in: Any, who: str, stage: Stage
) -> None:
    board.people["elsewhere"] = make.world("Marlow").manager
    case = one_of_everything(board, stage=stage)
    client: Any = signed_in(case.world.people[who])
    shown: dict[str, str] = {}
    opened: dict[str, int] = {}
    refused: dict[str, set[str]] = {}
    for name in walked():
        if name not in BUTTONS and expected(who, name, ASKS[name]) == 200:
            answer = client.get(case.address(name))
            opened[case.address(name)] = answer.status_code
            if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
                shown.update(dict.fromkeys(linked(answer.content.decode()), name))
                refused[name] = unsendable(case, who, name, answer.content.decode())
    answered = {href: opened.get(href) or client.get(href).status_code for href in shown}
    assert shown
    assert {name: pages for name, pages in refused.items() if pages} == {}
    assert {href: (name, answered[href]) for href, name in shown.items() if answered[href] >= 400} == {}
