"""Signing in through the browser, and what the checks of every journey notice."""

from __future__ import annotations

import re
from collections.abc import Callable

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
