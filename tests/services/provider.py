"""A real OpenID Connect provider (Canaille) in a thread of its own, and a person who signs in there by its own pages."""

from __future__ import annotations

import re
import threading
import wsgiref.simple_server
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urljoin

import otpauth
import requests
from canaille import create_app
from canaille.app import models
from canaille.backends import Backend
from joserfc.jwk import RSAKey

from scr_portal.setup.services import free_port

PASSWORD = "what-they-chose-there"
CLIENT, SECRET = "scr-portal", "known-to-both"
CALLBACK = "http://testserver/account/oidc/{}/login/callback/"


class Quiet(wsgiref.simple_server.WSGIRequestHandler):
    def log_request(self, code: Any = "-", size: Any = "-") -> None:
        """Nothing: requests are no news."""


def led_on(browser: requests.Session, page: requests.Response) -> requests.Response:
    """From page to page of the provider, up to the one that asks for something, or that leads back to the portal."""
    while page.is_redirect and not page.headers["Location"].startswith("http://testserver"):
        page = browser.get(urljoin(page.url, page.headers["Location"]), allow_redirects=False)
    return page


class Provider:
    """One organisation's. `says`: what its tokens give as `email_verified`; nothing: they say nothing of it."""

    def __init__(self, key: str) -> None:
        self.port = free_port()
        self.address = f"http://localhost:{self.port}"
        signing = RSAKey.generate_key(2048, auto_kid=True)
        settings = {
            "TESTING": True, "SECRET_KEY": "of the provider", "WTF_CSRF_ENABLED": False, "SERVER_NAME": f"localhost:{self.port}",
            "PREFERRED_URL_SCHEME": "http",
            "CANAILLE": {"DATABASE": "memory", "JAVASCRIPT": False, "ACL": {"DEFAULT": {"PERMISSIONS": ["use_oidc"]}}},
            "CANAILLE_OIDC": {"ACTIVE_JWKS": [signing.as_dict(private=True)]},
        }  # fmt: skip
        self.app = create_app(config=settings)
        with self.app.app_context():
            client = models.Client(
                client_id=CLIENT, client_secret=SECRET, client_name="SCR Portal", client_uri="http://portal.localhost",
                scope=["openid", "profile", "email"],
                redirect_uris=[CALLBACK.format(key)], grant_types=["authorization_code"], response_types=["code"],
                token_endpoint_auth_method="client_secret_post",
            )  # fmt: skip
            Backend.instance.save(client)
            client.audience = [client]
            Backend.instance.save(client)

    def says(self, verified: str) -> None:
        self.app.config["CANAILLE_OIDC"]["USERINFO_MAPPING"]["EMAIL_VERIFIED"] = verified

    def asks_for(self, *factors: str) -> None:
        self.app.config["CANAILLE"]["AUTHENTICATION_FACTORS"] = list(factors)

    def knows(self, login: str, email: str) -> None:
        """Open an account there."""
        with self.app.app_context():
            person = models.User(
                user_name=login, formatted_name=login, family_name=login, emails=[email], password=PASSWORD
            )
            Backend.instance.save(person)

    def signs_in(self, login: str, address: str) -> str:
        """What the person's browser does there, from the address that the portal sent it to; the one it is sent back to."""
        browser = requests.Session()
        page = browser.get(address)
        page = browser.post(page.url, data={"login": login})
        page = led_on(browser, browser.post(page.url, data={"password": PASSWORD}, allow_redirects=False))
        if not page.is_redirect:
            page = self._second_factor(browser, page)
        return page.headers["Location"]

    def _second_factor(self, browser: requests.Session, page: requests.Response) -> requests.Response:
        """Sets one up there, as everybody does the first time."""
        secret = re.search(r"secret=([A-Z2-7]+)", page.text)
        assert secret, page.text
        code = otpauth.TOTP.from_b32encode(secret[1]).string_code(otpauth.TOTP.from_b32encode(secret[1]).generate())
        return led_on(browser, browser.post(page.url, data={"otp": code}, allow_redirects=False))


@contextmanager
def provider(key: str) -> Iterator[Provider]:
    """It answers for as long as it is wanted."""
    one = Provider(key)
    server = wsgiref.simple_server.make_server("localhost", one.port, one.app, handler_class=Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield one
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
