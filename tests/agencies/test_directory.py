"""The directory: agencies, people, and the roles that end on a date."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.utils import is_mfa_enabled
from django.core.management import CommandError, call_command
from django.utils import timezone

from agencies.models import User
from agencies.services import directory as verbs
from reviews.models import Event
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


def reset(client: Any, user: User, reason: str = "I rang her back on the number of the ward.") -> Any:
    return client.post(f"/agencies/person/{user.pk}/reset/", {"reason": reason})


def test_a_lost_second_factor_is_taken_away_its_owner_is_signed_out_and_told(
    board: make.World, signed_in: Any, mailoutbox: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    make.second_factor(board.police_author)
    theirs, other = signed_in(board.police_author), signed_in(board.police_lead)
    with django_capture_on_commit_callbacks(execute=True):
        assert reset(signed_in(board.administrator), board.police_author).status_code == 302
    assert not is_mfa_enabled(board.police_author)
    assert (theirs.get("/").status_code, other.get("/").status_code) == (302, 200)
    event = Event.objects.get(verb="person.second_factor_reset")
    assert (event.actor, event.why) == (board.administrator, "I rang her back on the number of the ward.")
    assert event.facts == {"kinds": ["recovery_codes", "totp"], "sign_ins": 1}
    assert [letter.to for letter in mailoutbox] == [[board.police_author.email]]
    assert "Sign in with your password" in mailoutbox[0].body
    assert board.police_author.name not in mailoutbox[0].body


def test_how_it_was_made_sure_who_asked_must_be_said(board: make.World, signed_in: Any) -> None:
    make.second_factor(board.police_author)
    assert reset(signed_in(board.administrator), board.police_author, "").status_code == 422
    assert is_mfa_enabled(board.police_author)


def test_nobody_resets_their_own_second_factor_or_that_of_another_boards_people(
    board: make.World, signed_in: Any
) -> None:
    other = make.world("Elsewhere")
    for user in (board.administrator, other.police_author):
        make.second_factor(user)
    client = signed_in(board.administrator)
    own = reset(client, board.administrator)
    assert own.status_code == 422
    assert "ask another administrator" in own.content.decode()
    assert reset(client, other.police_author).status_code == 404
    assert is_mfa_enabled(board.administrator)
    assert is_mfa_enabled(other.police_author)


def test_the_reset_is_offered_only_where_there_is_something_to_take_away(board: make.World, signed_in: Any) -> None:
    client, address = signed_in(board.administrator), f"/agencies/person/{board.police_author.pk}/"
    assert "Reset the second factor" not in client.get(f"{address}edit/").content.decode()
    assert reset(client, board.police_author).status_code == 422
    make.second_factor(board.police_author)
    assert "Reset the second factor" in client.get(f"{address}edit/").content.decode()


def test_nobody_changes_the_address_that_they_sign_in_with(board: make.World, signed_in: Any) -> None:
    client, before = signed_in(board.police_author), board.police_author.email
    for address in ("/account/email/", "/account/"):
        assert client.get(address, follow=True).status_code == 404
    values = {"email": "somebody.else@example.org", "action_add": ""}
    assert client.post("/account/email/", values).status_code == 404
    assert list(User.objects.filter(pk=board.police_author.pk).values_list("email", flat=True)) == [before]
