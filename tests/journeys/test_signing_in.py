"""Signing in through the browser, and what the checks of every journey notice."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests import make
from tests.journeys.browser import Somebody, violations

SIGN_IN = re.compile("/account/login")
PASSWORD = "a long enough pass phrase"


@pytest.fixture
def manager(transactional_db: None) -> str:
    """The e-mail address of a business manager who can sign in."""
    user = make.world().manager
    user.set_password(PASSWORD)
    user.save()
    return user.email


def test_a_manager_signs_in_and_out(manager: str, somebody: Callable[[], Somebody]) -> None:
    tom = somebody()
    tom.sign_in(manager, PASSWORD)
    tom.reads("OFFICIAL-SENSITIVE")
    tom.press("Sign out")
    expect(tom.page).to_have_url(SIGN_IN)


def test_a_wrong_password_says_so_and_keeps_the_address(manager: str, somebody: Callable[[], Somebody]) -> None:
    tom = somebody()
    tom.go("/account/login/")
    tom.fill("E-mail address", manager)
    tom.fill("Password", "not this one")
    tom.press("Sign in")
    expect(tom.page.locator(".govuk-error-summary")).to_be_visible()
    expect(tom.page.get_by_label("E-mail address")).to_have_value(manager)


def test_the_keyboard_alone_signs_in(manager: str, page: Page) -> None:
    page.goto("/account/login/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type(manager)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(SIGN_IN)


def test_a_fault_put_into_a_page_is_found(page: Page) -> None:
    page.goto("/account/login/")
    page.evaluate("document.querySelector('label[for=id_login]').remove()")
    assert any(fault.startswith("label:") for fault in violations(page))


def test_the_policy_refuses_a_script_written_into_a_page(page: Page, complaints: list[str]) -> None:
    answer = page.goto("/account/login/")
    assert answer is not None
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    page.evaluate(
        "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)"
    )
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in complaint for complaint in complaints)
    complaints.clear()


def test_what_was_typed_outlives_the_sign_in_that_it_was_typed_under(
    manager: str, new_page: Callable[..., Page], settings: Any
) -> None:
    settings.SESSION_IDLE = 12
    page = new_page()
    page.goto("/account/login/")
    sign_in(page, manager)
    page.goto("/reviews/referral/new/")
    page.get_by_label("What happened?").fill("Found at home by her aunt.")
    expect(page.get_by_role("heading", name="You will soon be signed out")).to_be_visible(timeout=60_000)
    assert violations(page) == []
    expect(page.get_by_role("link", name="Sign in again")).to_be_hidden()
    expect(page.get_by_role("heading", name="You were signed out")).to_be_visible(timeout=60_000)
    assert violations(page) == []
    expect(page.get_by_role("button", name="Stay signed in")).to_be_hidden()
    page.wait_for_timeout(1500)  # The server counts in whole seconds.
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Sign in again").click()
    expect(opened.value).to_have_url(SIGN_IN)
    settings.SESSION_IDLE = 600
    sign_in(opened.value, manager)
    page.bring_to_front()
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(page.get_by_role("heading", name="You were signed out")).to_be_hidden()
    page.get_by_role("button", name=re.compile("Save|Continue")).first.click()
    expect(page.get_by_text("Found at home by her aunt.").first).to_be_visible()
    expect(page).not_to_have_url(SIGN_IN)


def sign_in(page: Page, address: str) -> None:
    page.get_by_label("E-mail address").fill(address)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page).not_to_have_url(SIGN_IN)
