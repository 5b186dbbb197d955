"""Help: a page for each role, links where they may go, pictures of pages that exist, words where they stand."""

from __future__ import annotations

import re
from typing import Any

from django.urls import resolve, reverse

from reviews.policy import POLICY, Role
from scr_portal.lib.guide import page_for, words, written
from tests import make
from tests.test_house import ROOT, templates

PICTURES = ROOT / "static" / "help"


def said(client: Any, path: str) -> str:
    answer = client.get(path, follow=True)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_help_opens_on_the_page_of_the_readers_own_role(board: make.World, signed_in: Any) -> None:
    for who, title in (
        (board.chair, "Board chair"),
        (board.manager, "Business manager"),
        (board.police_lead, "Agency lead"),
    ):
        assert f'<h1 class="govuk-heading-l">{title}' in said(signed_in(who), "/help/")


def test_who_has_no_page_of_their_own_chooses_one(board: make.World, signed_in: Any) -> None:
    assert page_for(frozenset({Role.AUDITOR})) is None
    page = said(signed_in(board.auditor), "/help/")
    assert [f"/help/{each['key']}/" in page for each in written()["page"]] == [True] * len(written()["page"])


def test_a_step_is_a_link_only_for_who_may_go_there(board: make.World, signed_in: Any) -> None:
    address = f'href="{reverse("findings.leadership.show")}"'
    assert address in said(signed_in(board.chair), "/help/chair/")
    assert address not in said(signed_in(board.police_lead), "/help/chair/")


def test_help_is_one_step_from_every_page_and_for_nobody_outside(
    board: make.World, client: Any, signed_in: Any
) -> None:
    assert client.get("/help/").status_code == 302
    assert client.get("/help/chair/").status_code == 302
    assert 'href="/help/"' in said(signed_in(board.police_lead), "/")
    assert signed_in(board.police_lead).get("/help/nobody/").status_code == 404


def test_every_step_leads_to_a_page_and_names_rights_roles_and_words_that_exist() -> None:
    steps = [step for page in written()["page"] for step in page["step"]]
    assert [step["page"] for step in steps if not reverse(step["page"])] == []
    assert {step["right"] for step in steps if "right" in step} <= {*POLICY}
    assert {word for step in steps for word in step.get("words", ())} <= {*words()}
    assert {role for page in written()["page"] for role in page["roles"]} <= {*Role}
    assert {step["picture"] for step in steps if "picture" in step} == {*written()["pictures"]}


def test_each_picture_is_there_says_what_it_shows_and_its_page_still_exists() -> None:
    pictures = written()["pictures"]
    assert {name: resolve(each["at"]).url_name for name, each in pictures.items()} == {
        name: each["shows"] for name, each in pictures.items()
    }
    assert {path.name for path in PICTURES.iterdir()} == {f"{name}.png" for name in pictures}
    assert [name for name, each in pictures.items() if len(each["alt"].split()) < 8] == []
    assert [path.name for path in PICTURES.iterdir() if path.stat().st_size > 80_000] == []


def test_words_are_explained_where_they_stand_and_all_together(board: make.World, signed_in: Any) -> None:
    used = {word for text in templates().values() for word in re.findall(r'{% meaning "([a-z-]+)" %}', text)}
    assert used <= {*words()}
    assert used | {word for page in written()["page"] for step in page["step"] for word in step.get("words", ())} == {
        *words()
    }
    every = said(signed_in(board.police_lead), "/help/words/")
    assert [each["word"] for each in words().values() if each["word"] not in every] == []
    review = make.review(board)
    terms = said(signed_in(board.manager), f"/reviews/{review.ref}/terms/")
    assert "Key line of enquiry: what it means" in terms
    assert words()["line-of-enquiry"]["means"] in terms
