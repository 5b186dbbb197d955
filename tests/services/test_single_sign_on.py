"""People of an organisation sign in through its own provider: a real one, asked over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from canaille.oidc import provider as inside
from canaille.oidc.endpoints import oauth
from django.test import Client
from joserfc.jwk import KeySet, RSAKey

from agencies.models import User
from agencies.services import directory
from reviews.models import Event, Message
from scr_portal.lib import organisations
from tests import make
from tests.services.provider import CLIENT, SECRET, Provider, provider

pytestmark = pytest.mark.django_db
BEGIN = "/account/oidc/harrowdale-police/login/"


@pytest.fixture
def police() -> Iterator[Provider]:
    with provider("harrowdale-police") as one:
        one.says("true")
        yield one


@pytest.fixture(autouse=True)
def trusted(police: Provider, settings: Any) -> None:
    settings.DEMO = False
    vouching(police, settings, vouches=False)


def vouching(police: Provider, settings: Any, *, vouches: bool) -> None:
    one = organisations.Organisation(
        "harrowdale-police", "Harrowdale Police", police.address, CLIENT, SECRET, ("police.example",), vouches
    )
    settings.SINGLE_SIGN_ON = [one]
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [one.app()]}}


@pytest.fixture
def invited(board: make.World) -> User:
    """Who has an account there, and was invited here."""
    return directory.invite(
        by=board.administrator, board=board.board, email="priya@police.example", name="Priya Nair", agency=board.police
    )


@pytest.fixture
def priya(invited: User, police: Provider) -> User:
    police.knows("priya", "priya@police.example")
    return invited


def come(client: Client, police: Provider, login: str, *, at: str = BEGIN) -> Any:
    """Through the provider and back; gives the page on which the person lands."""
    sent = client.get(at)
    assert sent.status_code == 302, sent.content.decode()
    return client.get(police.signs_in(login, sent.headers["Location"]), follow=True)


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_a_person_of_the_organisation_signs_in_through_it(priya: User, police: Provider, client: Client) -> None:
    page = client.get("/account/login/").content.decode()
    assert "Sign in through Harrowdale Police" in page
    assert f'href="{BEGIN}' in page
    come(client, police, "priya")
    assert client.session["_auth_user_id"] == str(priya.pk)
    assert Event.objects.filter(verb="person.signed_in", actor=priya).count() == 1


def test_the_page_that_was_asked_for_is_opened_afterwards(priya: User, police: Provider, client: Client) -> None:
    police.asks_for("password", "otp")
    landed = come(client, police, "priya", at=f"{BEGIN}?next=/agencies/")
    assert landed.redirect_chain[-1] == ("/agencies/", 302)


def test_who_was_not_invited_reads_so_and_no_account_is_made(
    board: make.World, police: Provider, client: Client
) -> None:
    police.knows("new", "new@police.example")
    before = User.objects.count()
    page = come(client, police, "new")
    assert page.status_code == 403
    assert "your board has not invited you here under that address" in page.content.decode()
    assert not is_in(client)
    assert User.objects.count() == before


def test_somebody_of_another_organisation_is_not_let_in_by_this_one(
    board: make.World, police: Provider, client: Client
) -> None:
    """A provider that says that somebody is the chair."""
    police.knows("chair", board.chair.email)
    page = come(client, police, "chair")
    assert "signs in only people with an address of its own" in page.content.decode()
    assert not is_in(client)
    failed = Event.objects.get(verb="person.sign_in_failed")
    assert (failed.subject_id, failed.facts["through"]) == (board.chair.pk, "harrowdale-police")


@pytest.mark.parametrize(
    ("says", "vouches", "comes_in"), [("false", True, False), ("", False, False), ("", True, True)]
)
def test_an_address_counts_when_it_is_verified_or_the_organisation_vouches_for_those_of_which_nothing_is_said(
    priya: User, police: Provider, client: Client, settings: Any, says: str, vouches: bool, comes_in: bool
) -> None:
    police.says(says)
    vouching(police, settings, vouches=vouches)
    page = come(client, police, "priya")
    assert is_in(client) is comes_in
    assert comes_in or "does not say that your e-mail address is yours" in page.content.decode()


def refused(page: Any, client: Client) -> bool:
    return "did not work, and nobody was signed in" in page.content.decode() and not is_in(client)


def test_a_token_of_another_sign_in_is_refused(priya: User, police: Provider, client: Client) -> None:
    sent = client.get(BEGIN).headers["Location"]
    session = client.session
    for state, *_rest in session["socialaccount_states"].values():
        state["nonce"] = "of another sign-in"
    session.save()
    assert refused(client.get(police.signs_in("priya", sent)), client)


def test_a_token_that_has_ended_is_refused(
    priya: User, police: Provider, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inside.OpenIDCode, "DEFAULT_EXPIRES_IN", -60)
    assert refused(come(client, police, "priya"), client)


def test_a_token_of_another_tenant_is_refused(
    priya: User, police: Provider, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inside, "get_issuer", lambda: "https://login.example/another-tenant")
    assert refused(come(client, police, "priya"), client)


def test_a_token_whose_key_the_provider_does_not_publish_is_refused(
    priya: User, police: Provider, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = KeySet([RSAKey.generate_key(2048, auto_kid=True)])
    monkeypatch.setattr(oauth, "server_jwks", lambda **how: other)
    assert refused(come(client, police, "priya"), client)


def test_a_provider_that_describes_itself_as_another_is_refused(
    priya: User, police: Provider, client: Client, settings: Any
) -> None:
    police.address = police.address.replace("localhost", "127.0.0.1")
    vouching(police, settings, vouches=True)
    sent = client.get(BEGIN).headers["Location"]
    assert refused(client.get(police.signs_in("priya", sent)), client)


def test_a_code_is_of_no_use_without_what_the_browser_that_began_holds(
    priya: User, police: Provider, client: Client
) -> None:
    """PKCE and state: whoever reads the address that leads back cannot come in by it."""
    back = police.signs_in("priya", client.get(BEGIN).headers["Location"])
    thief = Client()
    thief.get(BEGIN)
    assert refused(thief.get(back), thief)


def test_a_provider_that_does_not_answer_is_said_in_a_sentence(priya: User, client: Client, settings: Any) -> None:
    one = organisations.Organisation(
        "harrowdale-police", "Harrowdale Police", "http://localhost:9", CLIENT, SECRET, ("police.example",)
    )
    settings.SINGLE_SIGN_ON = [one]
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [one.app()]}}
    page = client.get(BEGIN)
    assert page.status_code == 403
    assert refused(page, client)


def test_a_second_factor_that_the_provider_asked_for_counts(priya: User, police: Provider, client: Client) -> None:
    police.asks_for("password", "otp")
    assert come(client, police, "priya").status_code == 200
    assert client.get("/agencies/").status_code == 200


def test_where_the_provider_asked_for_none_it_is_asked_for_here(priya: User, police: Provider, client: Client) -> None:
    assert come(client, police, "priya").redirect_chain[-1][0] == "/account/2fa/totp/activate/"
    Authenticator.objects.create(user=priya, type=Authenticator.Type.TOTP, data={"secret": "kept"})
    again = Client()
    assert come(again, police, "priya").redirect_chain[-1][0] == "/account/2fa/authenticate/"
    assert not is_in(again)


def test_who_signs_out_has_to_come_through_the_provider_again(priya: User, police: Provider, client: Client) -> None:
    police.asks_for("password", "otp")
    come(client, police, "priya")
    client.post("/account/logout/")
    assert client.get("/agencies/").headers["Location"].startswith("/account/login/")
    assert Event.objects.filter(verb="person.signed_out", actor=priya).count() == 1


def test_whose_account_here_was_closed_does_not_come_in(priya: User, police: Provider, client: Client) -> None:
    priya.is_active = False
    priya.save()
    come(client, police, "priya")
    assert not is_in(client)


def test_a_password_does_not_outlive_the_account_at_the_organisation(priya: User, client: Client) -> None:
    priya.set_password("an-old-password-of-hers")
    priya.save()
    sent = {"login": priya.email, "password": "an-old-password-of-hers"}
    page = client.post("/account/login/", sent, follow=True).content.decode()
    assert "Sign in through Harrowdale Police: your password is of no use here." in page
    assert not is_in(client)


def test_the_invitation_says_through_whom(invited: User) -> None:
    letter = Message.objects.get(to=invited, kind="invitation")
    assert "Sign in through Harrowdale Police here" in letter.text
