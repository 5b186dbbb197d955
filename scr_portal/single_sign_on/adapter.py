"""Whom an organisation's provider lets in: who is in the directory, under an address of that organisation, and nobody else."""

from __future__ import annotations

import logging
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthError, AuthProcess
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import render
from django.utils.crypto import constant_time_compare

from reviews.services.events import record
from scr_portal.lib import organisations
from scr_portal.signing_in import board_of, known_as

logger = logging.getLogger(__name__)

STOPPED = "You stopped before you were signed in. Try again, or ask your organisation’s service desk."
NOT_WORKED = "Signing in through {} did not work, and nobody was signed in. Try again; if it goes on, tell your board’s business manager."
NOT_VERIFIED = "{} does not say that your e-mail address is yours. Ask its service desk to verify it."
NOT_ITS = "{} signs in only people with an address of its own. Use the account whose address your board has."
NOT_INVITED = (
    "{} knows you, but your board has not invited you here under that address. Ask your board’s business manager."
)
NOT_HERE = "An account is tied to {} by signing in through it: sign out, and sign in through it."


def vouched_for(organisation: organisations.Organisation, claims: dict[str, Any]) -> str:
    """The address that a token gives, in small letters; nothing where the provider does not say that it is the person's."""
    said = claims.get("email_verified", organisation.vouches_for_addresses)
    return str(claims.get("email", "")).lower() if said in (True, "true") else ""


def organisation_of(sociallogin: SocialLogin) -> organisations.Organisation:
    """Whose provider this is; none but those in the settings are trusted. Raises PermissionDenied for another."""
    for one in settings.SINGLE_SIGN_ON:
        if one.key == sociallogin.account.provider:
            return one
    raise PermissionDenied


def claimed(sociallogin: SocialLogin) -> dict[str, Any]:
    """What the provider has signed."""
    return dict(sociallogin.account.extra_data["id_token"])


def not_signed_in(request: HttpRequest, name: str, why: str) -> ImmediateHttpResponse:
    """The page that says why somebody is not let in, to be raised."""
    page = render(request, "account/not_signed_in.html", {"why": why.format(name)}, status=403)
    return ImmediateHttpResponse(page)


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Single sign-on lets in who is in the directory already, and nobody else."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def authenticate_by_email(self, sociallogin: SocialLogin) -> tuple[Any, str] | None:
        """Who comes for the first time is known by the address; from then on by what the provider calls them."""
        address = vouched_for(organisation_of(sociallogin), claimed(sociallogin))
        user = known_as(address)
        return (user, address) if user else None

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Turn away, with a sentence and on the record of who is known. Raises ImmediateHttpResponse."""
        if why := self.against(request, sociallogin):
            organisation = organisation_of(sociallogin)
            if (user := known_as(claimed(sociallogin).get("email"))) is not None:
                record(None, "person.sign_in_failed", user, board=board_of(user), facts={"through": organisation.key})
            raise not_signed_in(request, organisation.name, why)

    def against(self, request: HttpRequest, sociallogin: SocialLogin) -> str:
        """Why this token lets nobody in; nothing when it does."""
        organisation, claims = organisation_of(sociallogin), claimed(sociallogin)
        if not constant_time_compare(str(claims.get("nonce", "")), sociallogin.state["nonce"]):
            return NOT_WORKED
        if sociallogin.state["process"] != AuthProcess.LOGIN:
            return NOT_HERE
        if not (address := vouched_for(organisation, claims)):
            return NOT_VERIFIED
        if organisations.domain(address) not in organisation.domains:
            return NOT_ITS
        return "" if sociallogin.is_existing else NOT_INVITED

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None, exception: Any = None, extra_context: Any = None
    ) -> None:
        """The portal's own page for what went wrong on the way; the cause is in the log. Raises ImmediateHttpResponse."""
        logger.warning("Signing in through %s did not work: %r", provider, exception or error)
        raise not_signed_in(request, str(provider), STOPPED if error == AuthError.CANCELLED else NOT_WORKED)
