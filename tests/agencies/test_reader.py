"""Who can see what an agency hands in, as the agency may know it: roles of the review, names of its own people."""

from __future__ import annotations

from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.utils import timezone

from agencies.models import Request
from reviews.models import Membership
from reviews.policy import Role
from tests import make


@pytest.fixture
def asked(board: make.World) -> Request:
    return make.request(board, make.review(board), board.police)


def said(client: Any, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_an_agency_reads_roles_of_the_review_and_names_of_its_own_people(
    board: make.World, signed_in: Any, asked: Request
) -> None:
    told = said(signed_in(board.police_author), f"/agencies/request/{asked.pk}/reader/")
    main = told[told.index("<h1") : told.index("</main>")]
    assert f"{board.police_lead.name}, Agency lead" in main
    assert "Review chair or independent reviewer" in main
    others = {name: person for name, person in board.people.items() if person.agency_id != board.police.pk}
    assert [name for name, person in others.items() if person.name in main] == []


def test_whoever_holds_the_role_no_more_is_not_told_of(board: make.World, signed_in: Any, asked: Request) -> None:
    Membership.objects.filter(user=board.police_senior).update(until=timezone.localdate() - timedelta(days=1))
    told = said(signed_in(board.police_author), f"/agencies/request/{asked.pk}/reader/")
    assert board.police_senior.name not in told


def test_pages_of_a_return_lead_an_agency_there_and_who_may_ask_more_to_the_answer_by_name(
    board: make.World, signed_in: Any, asked: Request
) -> None:
    address, lead = f'href="/agencies/request/{asked.pk}/reader/"', signed_in(board.police_lead)
    for page in ("", "upload/", "entry/", "imr/"):
        assert address in said(lead, f"/agencies/request/{asked.pk}/{page}"), page
    assert address not in said(signed_in(board.manager), f"/agencies/request/{asked.pk}/")
    assert signed_in(board.school_lead).get(f"/agencies/request/{asked.pk}/reader/").status_code == 404


def test_a_role_of_another_review_is_not_of_this_return(board: make.World, signed_in: Any, asked: Request) -> None:
    make.member(board.board, board.outsider, Role.AGENCY_AUTHOR, review=make.review(board, number=2))
    type(board.outsider).objects.filter(pk=board.outsider.pk).update(agency=board.police)
    assert board.outsider.name not in said(signed_in(board.police_lead), f"/agencies/request/{asked.pk}/reader/")
