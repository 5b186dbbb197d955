"""What is logged, so that a fault can be found and nobody is named: keys and kinds, never what people typed."""

from __future__ import annotations

import json
import logging
import time
import traceback
import uuid
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse

log = logging.getLogger(__name__)
_asked: ContextVar[HttpRequest | None] = ContextVar("asked", default=None)


class ReferenceMiddleware:
    """Gives each request a reference, under which all that is logged for it stands; a page that fails shows it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.reference = uuid.uuid4().hex[:8].upper()  # type: ignore[attr-defined]
        before, began = _asked.set(request), time.perf_counter()
        try:
            response = self.get_response(request)
            log.info(
                "answered", extra={"status": response.status_code, "seconds": round(time.perf_counter() - began, 3)}
            )
            return response
        finally:
            _asked.reset(before)


def reference() -> str:
    """The reference of the request that is being answered; "" outside of one."""
    return getattr(_asked.get(), "reference", "")


class JsonLines(logging.Formatter):
    """One JSON object a line: at, level, logger, message, request, view, who (a key), and of what went wrong kinds and places.

    The words of an exception are left out, because they repeat what it was about: a name that stands twice, an address.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        said: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname, "logger": record.name, "message": message(record), **asking(),
        }  # fmt: skip
        said |= {name: getattr(record, name) for name in ("status", "seconds") if hasattr(record, name)}
        said.setdefault("status", getattr(record, "status_code", None))
        if record.exc_info and record.exc_info[1] is not None:
            said["error"] = [*went_wrong(record.exc_info[1])]
        return json.dumps({name: value for name, value in said.items() if value is not None})


def message(record: logging.LogRecord) -> str:
    """The words of a record. Of other people's programs only the words that stand in them, never what is put between."""
    return record.getMessage() if record.name.partition(".")[0] in OURS else str(record.msg)


# The first part of our loggers' names; what they log are keys and kinds, and a test reads it all.
OURS = {"agencies", "findings", "reviews", "scr_portal"}


def asking() -> dict[str, Any]:
    """The request that is being answered: its reference, view and method, and who asks, by their key; nothing outside of one."""
    request = _asked.get()
    if request is None:
        return {}
    user = getattr(request, "_cached_user", None)  # Only who is known already: a line in the log asks no database.
    view = request.resolver_match.view_name if request.resolver_match else None
    return {"request": reference(), "view": view, "method": request.method, "who": getattr(user, "pk", None)}


def went_wrong(error: BaseException) -> Iterator[dict[str, Any]]:
    """What went wrong, and what that came from: the kind of each, and the places in the code that it passed."""
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(at.__traceback__)]
        yield {"kind": f"{type(at).__module__}.{type(at).__qualname__}", "places": places}
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
