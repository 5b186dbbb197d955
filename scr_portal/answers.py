"""Answers that are no page of an app: is it alive, is it ready, and what to do when something went wrong."""

from __future__ import annotations

import logging
import uuid
from typing import Any

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from reviews.sealed import missing
from reviews.services.events import record
from scr_portal.signing_in import board_of

log = logging.getLogger(__name__)


def alive(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("alive", content_type="text/plain")


def ready(request: HttpRequest) -> HttpResponse:
    """The database answers, is migrated, and every key is at hand under which something is sealed; 503 says what is missing."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
        lost = "" if waiting else missing()
    except Exception:
        log.exception("readiness")
        return JsonResponse({"database": "does not answer"}, status=503)
    state = {"database": "answers", "migrations": "waiting" if waiting else "done", "keys": lost or "at hand"}
    return JsonResponse(state, status=503 if waiting or lost else 200)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """An insider without the right: say which, and keep it on record."""
    if request.user.is_authenticated:
        facts = {"path": request.path, "method": request.method}
        record(request.user, "person.refused", request.user, board=board_of(request.user), facts=facts)
    return render(request, "pages/403.html", {"reason": str(exception or "")}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The same answer for what is not there and for what the person may not know of."""
    return render(request, "pages/404.html", status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request that cannot be read, such as one larger than allowed."""
    return render(request, "pages/400.html", status=400)


def failed(request: HttpRequest) -> HttpResponse:
    """Our fault: a reference to quote, under which the log holds the cause."""
    reference = uuid.uuid4().hex[:8].upper()
    log.error("page failed, reference %s", reference)
    return render(request, "pages/500.html", {"reference": reference}, status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was open too long, or came from elsewhere."""
    return render(request, "pages/stale_form.html", {"reason": reason}, status=403)


def locked_out(request: HttpRequest, credentials: Any = None, *args: Any, **kwargs: Any) -> HttpResponse:
    """Too many wrong passwords."""
    return render(request, "account/locked.html", status=429)
