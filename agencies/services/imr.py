"""Writing the agency's report."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from agencies.models import IMR_SECTIONS, SUMMARY_SECTIONS, Imr, ImrSection, Request
from agencies.services.request import begun, writable
from reviews.services.events import record
from scr_portal.lib.records import Refused, Stale, changed


def sections_of(request: Request) -> list[tuple[str, str, str]]:
    """(key, title, hint) of every section: the fixed ones, and one for each line of enquiry; a summary has its own."""
    if request.asks_summary:
        return [*SUMMARY_SECTIONS]
    lines = request.review.lines_of_enquiry.all()
    asked = [
        (f"kloe-{line.number}", f"Line of enquiry {line.number}", line.question) for line in lines if not line.removed
    ]
    return [*IMR_SECTIONS[:5], *asked, *IMR_SECTIONS[5:]]


@transaction.atomic
def write(*, by: Any, request: Request, key: str, text: str, seen_version: int | None = None) -> ImrSection:
    """Write one section. Raises Stale when somebody else wrote in it meanwhile, Refused for a section that is not asked."""
    writable(by, request)
    if key not in {known for known, _, _ in sections_of(request)}:
        raise Refused("That section is not part of this report.")
    begun(request, by)
    imr, _ = Imr.objects.get_or_create(request=request)
    section = imr.sections.filter(key=key).first()
    if section is None:
        section = ImrSection.objects.create(imr=imr, key=key, text=text)
    elif seen_version is None:
        raise Stale(section)
    else:
        section, _ = changed(section, {"text": text}, seen_version=seen_version)
    record(by, "imr.written", section.imr.request, facts={"section": key, "words": len(text.split())})
    return section
