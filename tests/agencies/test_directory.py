"""The directory: agencies, people, and the roles that end on a date."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from agencies.models import User
from agencies.services import directory as verbs
from reviews.policy import Role
from scr_portal.lib.records import Refused
from tests import make


def invited(board: make.World, **values: Any) -> User:
    said = {
        "email": "Ola.Bankole@Example.org",
        "name": "Ola Bankole",
        "agency": board.police,
        "role": Role.AGENCY_AUTHOR,
    }
    return verbs.invite(by=board.administrator, board=board.board, **{**said, **values})


def test_somebody_new_gets_a_letter_with_a_link_and_no_password(
    board: make.World, mailoutbox: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        ola = invited(board)
    assert not ola.has_usable_password()
    assert "/account/password/reset/key/" in mailoutbox[0].body
    assert "Ola" not in mailoutbox[0].body


def test_an_address_is_one_person_in_whatever_case_it_is_written(board: make.World) -> None:
    assert invited(board) == invited(board, email="ola.bankole@example.ORG", role=Role.AGENCY_LEAD)
    assert User.objects.filter(email__iexact="ola.bankole@example.org").count() == 1


def test_an_agencys_role_needs_an_agency_of_the_board(board: make.World) -> None:
    other = make.world("Elsewhere")
    for agency in (None, other.police):
        with pytest.raises(Refused, match="Choose the agency"):
            invited(board, agency=agency)


def test_nobody_gives_themselves_a_role(board: make.World) -> None:
    with pytest.raises(Refused, match="cannot give yourself a role"):
        invited(board, email=board.administrator.email, role=Role.BOARD_CHAIR, agency=None)


def test_access_ends_on_its_last_day(board: make.World, signed_in: Any) -> None:
    asked = make.request(board, make.review(board), board.police)
    make.member(board.board, board.outsider, Role.AGENCY_LEAD)
    User.objects.filter(pk=board.outsider.pk).update(agency=board.police)
    membership = board.outsider.memberships.get()
    for until, status in ((timezone.localdate(), 200), (timezone.localdate() - timedelta(days=1), 404)):
        membership.until = until
        membership.save()
        make.regrant(asked)
        assert (
            signed_in(User.objects.get(pk=board.outsider.pk)).get(f"/agencies/request/{asked.pk}/").status_code
            == status
        )


def test_a_closed_account_does_not_open_anything(board: make.World, signed_in: Any) -> None:
    client = signed_in(board.manager)
    verbs.write_person(by=board.administrator, board=board.board, user=board.manager, values={"is_active": False})
    assert client.get("/reviews/").status_code == 302


def test_a_board_begins_at_the_server_with_an_invited_administrator(
    db: None, mailoutbox: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    words = [
        "Vale Board",
        "--short-name=Vale",
        "--area=Vale",
        "--administrator=ola@example.org",
        "--administrator-name=Ola Bankole",
    ]
    with django_capture_on_commit_callbacks(execute=True):
        call_command("begin_board", *words, f"--regime={make.CHILD}")
    assert User.objects.get().memberships.get().role == Role.ADMINISTRATOR
    assert mailoutbox[0].to == ["ola@example.org"]
    with pytest.raises(CommandError, match="There is a board of that name already"):
        call_command("begin_board", *words, f"--regime={make.CHILD}")
