"""Signing in: by invitation only, with a second factor, and on the record."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.sites.shortcuts import get_current_site
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from reviews.models import Board
from reviews.services import message
from reviews.services.events import record
from scr_portal.lib import organisations
from scr_portal.metrics import SIGN_INS_FAILED

JUST_NOW = timedelta(minutes=5)


def board_of(user: Any) -> Board | None:
    """The board in whose record a person's signing in stands: the first that they belong to."""
    return Board.objects.filter(memberships__user=user).order_by("pk").first()


def known_as(email: str | None) -> Any:
    """Who signs in by an address, or None."""
    return get_user_model().objects.filter(email__iexact=email or "").first()


def proven_elsewhere(request: HttpRequest, user: Any) -> bool:
    """Whether the organisation that has just signed somebody in says that it asked for a second factor.

    It says so in the signed token: `amr` holds "mfa" (RFC 8176). Where it says nothing, the second factor is asked for here.
    """
    last = (get_authentication_records(request, user) or [{}])[-1]
    account = SocialAccount.objects.filter(user=user, provider=last.get("provider"), uid=last.get("uid")).first()
    return account is not None and "mfa" in (account.extra_data["id_token"].get("amr") or [])


def here(session: Any) -> None:
    """Note in a session that the person is there, and when they signed in."""
    now = time.time()
    session.setdefault("began", now)
    session["seen"] = now


class AccountAdapter(DefaultAccountAdapter):
    """People are invited by their board: nobody registers alone. Sign-ins and sign-outs are events."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Who has just signed in for the first time sets up the second factor without typing the password again."""
        user = self.request.user
        just_now = user.last_login is not None and timezone.now() - user.last_login < JUST_NOW
        if app == "allauth.mfa" and just_now and not is_mfa_enabled(user):
            return False
        return super().is_reauthentication_required(app=app, **kwargs)

    def pre_login(self, request: HttpRequest, user: Any, **how: Any) -> HttpResponse | None:
        """Whose organisation has a provider comes through it alone: a password would outlive the account that is closed there."""
        through = organisations.of(user.email, settings.SINGLE_SIGN_ON)
        if through is not None and "sociallogin" not in (how["signal_kwargs"] or {}):
            messages.info(request, f"Sign in through {through.name}: your password is of no use here.")
            return redirect("account_login")
        return super().pre_login(request, user, **how)

    def login(self, request: HttpRequest, user: Any) -> None:
        super().login(request, user)
        here(request.session)
        if proven_elsewhere(request, user):
            request.session["second_factor"] = True
        record(user, "person.signed_in", user, board=board_of(user))

    def logout(self, request: HttpRequest) -> None:
        user = request.user
        super().logout(request)
        record(user, "person.signed_out", user, board=board_of(user))

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """A wrong password for somebody who is known is kept on record; for nobody there is nothing to keep."""
        super().authentication_failed(request, **credentials)
        SIGN_INS_FAILED.labels("wrong password").inc()
        if (user := known_as(credentials.get("email"))) is not None:
            record(None, "person.sign_in_failed", user, board=board_of(user))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Letters about accounts go through the outbox; their links open something, so their words are not kept."""
        ours = {"request": self.request, "email": email, "current_site": get_current_site(self.request), **context}
        letter = self.render_mail(template_prefix, email, ours)
        kind = template_prefix.rpartition("/")[2]
        message.queue(
            key=f"account:{uuid.uuid4().hex}",
            kind=kind,
            subject=letter.subject,
            text=letter.body,
            address=email,
            forget=True,
        )

    def send_notification_mail(
        self, template_prefix: str, user: Any, context: Any = None, email: str | None = None
    ) -> None:
        """Told of each change to a password or a second factor; keeps it on record."""
        super().send_notification_mail(template_prefix, user, context, email)
        changed = template_prefix.rpartition("/")[2]  # Such as password_changed or totp_activated.
        record(user, f"account.{changed}", user, board=board_of(user))


def own_address(request: HttpRequest) -> HttpResponse:
    """Nobody changes the address that they sign in with: the board's directory does.

    Single sign-on finds people by it, and letters about the case go there.
    """
    raise Http404("The address of an account is changed in the directory.")


class SecondFactorMiddleware:
    """Until a second factor is set up, a signed-in person reaches only the pages that set one up."""

    OPEN = ("/account/", "/static/")

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.DEMO or not request.user.is_authenticated or request.path.startswith(self.OPEN):
            return self.get_response(request)
        if request.session.get("second_factor") or is_mfa_enabled(request.user):
            if "second_factor" not in request.session:  # A session that is written to is saved, page by page.
                request.session["second_factor"] = True
            return self.get_response(request)
        messages.info(request, "Set up a second way to prove who you are before you go on.")
        return redirect("mfa_activate_totp")
