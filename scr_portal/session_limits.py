"""How long a sign-in lasts: idle, and in all. The page warns before it ends, and what was typed stays on it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from reviews.services.events import record
from scr_portal.lib.sign_ins import end_all
from scr_portal.signing_in import board_of, here


def noted() -> float:
    """Seconds: being there is written down no more often."""
    return settings.SESSION_IDLE / 30


def left(session: Any) -> int:
    """Seconds until a sign-in ends: the fewer of those that are left idle and in all; 0 or less when it has ended."""
    now = time.time()
    idle = session.get("seen", now) + settings.SESSION_IDLE - now
    return int(min(idle, session.get("began", now) + settings.SESSION_COOKIE_AGE - now))


def remaining(request: HttpRequest) -> dict[str, Any]:
    """Seconds after which the frame of a page asks how long the sign-in still lasts (a template context processor).

    The fewest that can be left of a page just opened: the same for a page that is opened again, so that its HTML is too.
    """
    if getattr(request, "user", None) is None or not request.user.is_authenticated:
        return {}
    longest = request.session.get("began", time.time()) + settings.SESSION_COOKIE_AGE - time.time()
    return {"session_left": int(min(settings.SESSION_IDLE - noted(), longest))}


class SessionLimitsMiddleware:
    """Ends a sign-in that has lasted too long. Only what a person opens or sends counts as being there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return self.get_response(request)
        if left(request.session) <= 0:
            return self.ended(request)
        by_itself = request.method == "GET" and (request.path == reverse("session") or "HX-Request" in request.headers)
        # A clock that was set back makes of a little while ago a time to come: it is noted anew as well.
        if not by_itself and not 0 <= time.time() - request.session.get("seen", 0) <= noted():
            here(request.session)
        return self.get_response(request)

    def ended(self, request: HttpRequest) -> HttpResponse:
        """Sign out; whoever was sending a form reads how to keep what was typed."""
        user = request.user
        logout(request)
        record(user, "person.timed_out", user, board=board_of(user))
        if request.method == "POST" and request.path != reverse("session"):
            return render(request, "pages/timed_out.html", status=403)
        return self.get_response(request)


@never_cache
@require_http_methods(["GET", "POST"])
def session(request: HttpRequest) -> HttpResponse:
    """For the page's script: whose sign-in it is, seconds that are left, and the token that its forms need. POST: I am here."""
    if not request.user.is_authenticated:
        return JsonResponse({"who": None, "left": 0, "token": get_token(request)})
    if request.method == "POST":
        here(request.session)
    return JsonResponse({"who": request.user.pk, "left": left(request.session), "token": get_token(request)})


@login_required
@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere: on this device and on every other."""
    user = request.user
    end_all(user)
    logout(request)
    record(user, "person.signed_out_everywhere", user, board=board_of(user))
    return redirect("account_login")
