"""Answers that are no page of an app: is it alive, and what to do when something went wrong."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from reviews.models import Review
from reviews.services.events import record
from scr_portal.lib.sealed_files import FilesAway
from scr_portal.logs import reference
from scr_portal.metrics import SIGN_INS_FAILED
from scr_portal.signing_in import board_of, known_as

log = logging.getLogger(__name__)


def kept_nowhere(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: no browser and no proxy keeps an answer, for any may name people, and computers are shared."""

    def answer(request: HttpRequest) -> HttpResponse:
        answered = get_response(request)
        answered.headers.setdefault("Cache-Control", "no-store, private")
        return answered

    return answer


def alive(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("alive", content_type="text/plain")


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """An insider without the right: say which, and keep it on record."""
    if request.user.is_authenticated:
        facts = {"path": request.path, "method": request.method}
        record(request.user, "person.refused", request.user, board=board_of(request.user), facts=facts)
    return render(request, "pages/403.html", {"reason": str(exception or "")}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The same answer for what is not there and for what the person may not know of; a review that was refused is on record."""
    asked = request.resolver_match.kwargs.get("ref") if request.resolver_match else None
    if asked and request.user.is_authenticated:
        hidden = Review.objects.filter(ref=asked).exclude(pk__in=Review.objects.visible_to(request.user).values("pk"))
        if (review := hidden.select_related("board").first()) is not None:
            facts = {"path": request.path, "method": request.method}
            record(request.user, "person.refused", request.user, board=review.board, facts=facts)
    return render(request, "pages/404.html", status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request that cannot be read, such as one larger than allowed."""
    return render(request, "pages/400.html", status=400)


def failed(request: HttpRequest) -> HttpResponse:
    """Our fault: a reference to quote, under which the log holds the cause."""
    log.error("page failed, reference %s", reference())
    # Nothing of the frame is drawn: what failed may be what the frame asks.
    return HttpResponse(render_to_string("pages/500.html", {"reference": reference()}), status=500)


class FilesAwayMiddleware:
    """Where a page needs a file and the files cannot be reached, it says so, and what to do."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, trouble: Exception) -> HttpResponse | None:
        """The page; nothing where something else failed."""
        if not isinstance(trouble, FilesAway):
            return None
        return render(request, "pages/files_away.html", {"sentence": str(trouble)}, status=503)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was open too long, or came from elsewhere."""
    return render(request, "pages/stale_form.html", {"reason": reason}, status=403)


def locked_out(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Too many wrong passwords; kept on record where the person is known."""
    SIGN_INS_FAILED.labels("too many attempts").inc()
    if (user := known_as(request.POST.get("login"))) is not None:
        record(None, "person.locked_out", user, board=board_of(user))
    return render(request, "account/locked.html", status=429)
