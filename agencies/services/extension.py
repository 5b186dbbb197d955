"""More time: asked for by the agency, answered by the board. A later date begins the reminders anew."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from agencies.models import Extension, Request
from agencies.services.reminder import about, answering, write
from reviews.access import check
from reviews.services import message
from reviews.services.events import record
from reviews.services.reminder import KIND, officers, spoken
from scr_portal.lib.records import Refused, changed, locked


@transaction.atomic
def ask(*, by: Any, request: Request, until: date, reason: str) -> Extension:
    """Ask the board for a later date. Raises Refused while an earlier asking waits, or for a date that is no later."""
    check(by, "request.write", request)
    found = locked(request)
    if not found.open:
        raise Refused(f"This return is at “{found.get_status_display()}”, so there is nothing to be given time for.")
    if until <= found.due_on:
        raise Refused(f"The return is due on {spoken(found.due_on)} already: ask for a later day.")
    if found.extensions.filter(answer="").exists():
        raise Refused("Your agency has asked for more time already, and the board has not answered yet.")
    made = Extension.objects.create(request=found, until=until, reason=reason, asked_by=by)
    said = "An agency asks for more time in {ref}. Its reason, and your answer: "
    write(found, officers(found.board, "manager"), "more-time", said, once=f"-{made.pk}")
    record(by, "extension.asked", found, why=reason, facts={"until": until})
    return made


@transaction.atomic
def answer(*, by: Any, extension: Extension, given: str, until: date | None, reason: str = "") -> Extension:
    """Grant it, give another date (`until`), or refuse. Raises Refused when it was answered, or the return is settled."""
    check(by, "request.extend", extension.request)
    request, found = locked(extension.request), locked(extension)
    if found.answer:
        raise Refused("This was answered already; the answer stands. Move the due date if it has to change again.")
    if not request.awaited:
        raise Refused("This return is no longer awaited, so there is nothing to answer.")
    day = {"granted": found.until, "other": until, "refused": None}[given]
    values = {"answer": given, "given_until": day, "answer_reason": reason, "answered_by": by}
    found, _ = changed(found, {**values, "answered_on": timezone.localdate()})
    if day:
        changed(request, {"due_on": day})
        message.call_off(about=about(request), kind=KIND)
    said = "The board has answered your agency’s request for more time in {ref}: "
    write(request, answering(request), "more-time-answered", said, once=f"-{found.pk}")
    record(by, "extension.answered", request, why=reason, facts={"answer": given, "until": day})
    return found
