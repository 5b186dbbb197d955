"""Organisations whose people sign in through a provider of their own (OpenID Connect), each for its own e-mail domains."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ImproperlyConfigured

ASKED = {"key", "name", "address", "client_id", "secret", "domains"}
MAY_BE_SAID = {"vouches_for_addresses"}


@dataclass(frozen=True)
class Organisation:
    """`address` is the issuer; `domains` are those of its people's e-mail addresses, in small letters.

    `vouches_for_addresses`: what its tokens give as an address is its person's, although they do not say `email_verified`.
    """

    key: str
    name: str
    address: str
    client_id: str
    secret: str
    domains: tuple[str, ...]
    vouches_for_addresses: bool = False

    def app(self) -> dict[str, Any]:
        """As allauth wants it. Only what the provider has signed is read: its page of a person's details is not asked."""
        settings = {"server_url": self.address, "oauth_pkce_enabled": True, "fetch_userinfo": False}
        named = {"provider_id": self.key, "name": self.name, "client_id": self.client_id, "secret": self.secret}
        return {**named, "settings": settings}


def domain(address: str) -> str:
    """The domain of an e-mail address, in small letters."""
    return address.rpartition("@")[2].lower()


def of(address: str, known: list[Organisation]) -> Organisation | None:
    """Through whose provider the person with this address signs in; None: with a password."""
    return next((one for one in known if domain(address) in one.domains), None)


def read(text: str) -> list[Organisation]:
    """The organisations in a list of objects as JSON; none where nothing is said.

    Raises ImproperlyConfigured with a sentence for what is missing, not known, not https, or said of two.
    """
    try:
        found = [_organisation(said) for said in json.loads(text or "[]")]
    except (ValueError, TypeError, AttributeError) as wrong:
        raise ImproperlyConfigured(f"SINGLE_SIGN_ON must be a list of objects, as JSON: {wrong}.") from wrong
    for kind, all_of in (("key", [one.key for one in found]), ("domain", [d for one in found for d in one.domains])):
        if twice := {one for one in all_of if all_of.count(one) > 1}:
            raise ImproperlyConfigured(f"SINGLE_SIGN_ON names the {kind} {min(twice)} twice: each belongs to one.")
    return found


def _organisation(said: dict[str, Any]) -> Organisation:
    if missing := ASKED - said.keys():
        raise ImproperlyConfigured(f"An organisation in SINGLE_SIGN_ON lacks {', '.join(sorted(missing))}.")
    if unknown := said.keys() - ASKED - MAY_BE_SAID:
        raise ImproperlyConfigured(f"SINGLE_SIGN_ON does not know {', '.join(sorted(unknown))}.")
    if not said["address"].startswith(("https://", "http://127.0.0.1:", "http://localhost:")):
        raise ImproperlyConfigured(f"The address of {said['name']} in SINGLE_SIGN_ON must begin with https:// .")
    if not isinstance(said["domains"], list) or not said["domains"]:
        raise ImproperlyConfigured(f"The domains of {said['name']} in SINGLE_SIGN_ON must be a list of at least one.")
    return Organisation(**{**said, "domains": tuple(one.lower() for one in said["domains"])})
