"""A person's own account: the second factor that everybody needs, recovery codes, passwords."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import expect

from tests import make
from tests.journeys.browser import Somebody

PASSWORD = "a long enough pass phrase"


@pytest.fixture
def tom(transactional_db: None, settings: Any, somebody: Callable[[], Somebody]) -> Somebody:
    """A business manager at a portal that is not a demonstration."""
    settings.DEMO = False
    user = make.world().manager
    user.set_password(PASSWORD)
    user.save()
    return somebody()


def code(secret: str) -> str:
    """What an authenticator app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def test_nothing_opens_before_a_second_factor_is_set_up(tom: Somebody) -> None:
    tom.go("/account/login/")
    tom.fill("E-mail address", "tom.brennan@example.org")
    tom.fill("Password", PASSWORD)
    tom.press("Sign in")
    tom.reads("Set up a second way to prove who you are")
    tom.page.goto("/reviews/")
    expect(tom.page).to_have_url(re.compile("/account/2fa/totp/activate"))
    tom.page.get_by_label("Authenticator code").fill("000000")
    tom.press("Activate")
    tom.reads("Incorrect code")
    tom.page.get_by_label("Authenticator code").fill(code(tom.page.locator("#authenticator_secret").input_value()))
    tom.press("Activate")
    tom.page.goto("/reviews/")
    expect(tom.page.locator("h1")).to_contain_text("Reviews")
    tom.go("/account/2fa/")
    tom.go("/account/2fa/recovery-codes/")
    tom.go("/account/2fa/webauthn/add/")


def test_a_forgotten_password_is_replaced_through_the_letter_only(tom: Somebody, mailoutbox: list[Any]) -> None:
    tom.go("/account/login/")
    tom.press("I have forgotten my password")
    tom.page.get_by_label("Email").fill("tom.brennan@example.org")
    tom.page.get_by_role("button").last.click()
    tom.reads("We have sent you an email")
    tom.look()
    letter = mailoutbox[-1]
    assert "Brennan" not in letter.body
    found = re.search(r"/account/password/reset/key/\S+", letter.body)
    assert found
    tom.page.goto(found.group())
    tom.look()
    tom.page.get_by_label("New Password", exact=False).first.fill("another long pass phrase")
    tom.page.get_by_label("New Password (again)").fill("another long pass phrase")
    tom.page.get_by_role("button", name="Change Password").click()
    tom.page.wait_for_load_state("load")
    tom.look()
    tom.go("/account/login/")
    tom.fill("E-mail address", "tom.brennan@example.org")
    tom.fill("Password", "another long pass phrase")
    tom.press("Sign in")
    tom.reads("Set up a second way")
