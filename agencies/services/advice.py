"""What an agency answers to the advice about its return."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from agencies.models import Request, Silence, Standing
from agencies.services.request import writable
from reviews.services.events import record
from scr_portal.lib.records import Refused, locked


@transaction.atomic
def declare(*, by: Any, request: Request, first: date, last: date, why: str) -> Silence:
    """Say that there was no contact from one day to another, and why. Raises Refused where it ends before it begins."""
    writable(by, request)
    held = locked(request)
    if last < first:
        raise Refused("The last day lies before the first: check both.")
    if held.silences.filter(first=first, last=last).exists():
        raise Refused("This period is declared already.")
    made = Silence.objects.create(request=held, first=first, last=last, why=why, declared_by=by)
    record(by, "advice.silence_declared", held, why=why, facts={"first": first, "last": last})
    return made


@transaction.atomic
def withdraw(*, by: Any, silence: Silence) -> Request:
    """Take a declared period back."""
    writable(by, silence.request)
    request, period = silence.request, {"first": silence.first, "last": silence.last}
    silence.delete()
    record(by, "advice.silence_withdrawn", request, facts=period)
    return request


@transaction.atomic
def let_stand(*, by: Any, request: Request, kind: str, about: str, reason: str = "") -> Standing:
    """Let one point of the advice stand; whoever signs the return off reads the reason."""
    writable(by, request)
    held = locked(request)
    if held.let_stand.filter(kind=kind, about=about).exists():
        raise Refused("That was answered already.")
    made = Standing.objects.create(request=held, kind=kind, about=about, reason=reason, let_by=by)
    record(by, "advice.let_stand", held, why=reason, facts={"kind": kind, "about": about})
    return made


@transaction.atomic
def reopen(*, by: Any, standing: Standing) -> Request:
    """Take an answer back: the point is open again."""
    writable(by, standing.request)
    request, said = standing.request, {"kind": standing.kind, "about": standing.about}
    standing.delete()
    record(by, "advice.reopened", request, facts=said)
    return request
