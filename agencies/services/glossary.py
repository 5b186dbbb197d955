"""What an agency's short forms mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from agencies.models import Abbreviation, Request
from agencies.services.request import writable
from reviews.services.events import record
from scr_portal.lib.records import as_seen, changed, locked


def kept(request: Request) -> dict[str, str]:
    """Abbreviation → the meaning that is kept with a return."""
    return dict(request.abbreviations.values_list("short", "meaning"))


@transaction.atomic
def write(*, by: Any, request: Request, meanings: Mapping[str, str], seen: str | None = None) -> Request:
    """Keep the meanings of abbreviations; one whose meaning was emptied goes. Nothing is written where nothing differs.

    Raises Stale where somebody else kept or took out one since a form with the stamp `seen` was opened.
    """
    writable(by, request)
    held = locked(request)
    as_seen(kept(held), seen)
    rows = {each.short: each for each in held.abbreviations.all()}
    touched = []
    for short, meaning in meanings.items():
        known, meaning = rows.get(short), meaning.strip()
        if known is not None and not meaning:
            known.delete()
        elif known is not None and known.meaning != meaning:
            changed(known, {"meaning": meaning})
        elif known is None and meaning:
            Abbreviation.objects.create(request=held, short=short, meaning=meaning, written_by=by)
        else:
            continue
        touched.append(short)
    if touched:
        record(by, "glossary.written", held, facts={"abbreviations": touched})
    return held
