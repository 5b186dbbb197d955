"""Answering what a request asks."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from agencies.models import Question
from agencies.services.request import begun, writable
from reviews.services.events import record
from scr_portal.lib.records import changed


@transaction.atomic
def answer(*, by: Any, question: Question, text: str, seen_version: int | None = None) -> Question:
    """Write the agency's answer to one question. Raises Stale as `changed` does, Refused once the return was passed on."""
    writable(by, question.request)
    begun(question.request, by)
    found, _ = changed(question, {"answer": text, "answered_by": by}, seen_version=seen_version)
    facts = {"question": found.number, "words": len(text.split())}
    record(by, "question.answered", found.request, facts=facts)
    return found
