"""What answers carry. Every client that a test signs in looks at every answer by tests/headers.py: every page, every role."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests import headers, make


@pytest.mark.parametrize("path", ["/account/login/", "/account/password/reset/", "/healthz", "/nowhere/", "/reviews/"])
def test_who_is_not_signed_in_is_answered_as_strictly(db: None, path: str) -> None:
    answer = Client().get(path)
    assert headers.faults(answer.headers) + headers.faults_of_cookies(answer.cookies) == []
    assert headers.faults_of_page(answer.content) == []


def test_a_page_says_that_nobody_keeps_it(board: make.World, signed_in: Any) -> None:
    assert signed_in(board.manager).get("/reviews/").headers["Cache-Control"] == "no-store, private"


def test_over_https_the_browser_is_told_to_stay_there(db: None, settings: Any) -> None:
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 31_536_000, True
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    answer = Client().get("/account/login/", secure=True)
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000; includeSubDomains")
    assert [each.key for each in answer.cookies.values() if not each["secure"]] == []


def test_what_is_missing_or_loose_is_found(board: make.World, signed_in: Any) -> None:
    good = dict(signed_in(board.manager).get("/reviews/").headers)
    assert headers.faults(good) == []
    for name in (*headers.SAID, "Content-Security-Policy", "Permissions-Policy", "Cache-Control"):
        assert headers.faults({key: value for key, value in good.items() if key != name}) != [], name
    loose = {**good, "Content-Security-Policy": good["Content-Security-Policy"] + "; style-src 'unsafe-inline'"}
    assert headers.faults(loose) == ["the policy allows unsafe-"]
    assert headers.faults({**good, "Server": "gunicorn 23.0"}) == ["Server names a version"]
    for page in (b'<img alt="" src="https://x.example/a.png">', b"<script>go()</script>", b'<a onclick="go()">'):
        assert headers.faults_of_page(page) != [], page
