"""Keeping what somebody types in a section until they save it."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from findings.models import ReportSection, Unsaved
from findings.reconciling import plain
from reviews.access import check
from reviews.services.events import record
from scr_portal.lib.records import Refused


def of(section: ReportSection, writer: Any) -> Unsaved | None:
    """What `writer` has typed in a section and not saved; None where it is what stands."""
    found = Unsaved.objects.filter(section=section, writer=writer).first()
    return found if found is not None and found.text != section.text else None


@transaction.atomic
def keep(*, by: Any, section: ReportSection, text: str, seen_version: int) -> Unsaved:
    """Keep what somebody has typed so far, at any stage: a text that cannot be saved now is not lost either.

    The record says that they began; every further keeping of the same text is no event.
    """
    check(by, "report.write", section.review)
    said = plain(text)
    found, begun = Unsaved.objects.get_or_create(
        section=section, writer=by, defaults={"text": said, "seen_version": seen_version}
    )
    if begun:
        record(by, "unsaved.kept", found, facts={"section": section.key})
    else:
        found.text, found.seen_version = said, seen_version
        found.save()
    return found


@transaction.atomic
def discard(*, by: Any, section: ReportSection) -> None:
    """Throw away what somebody typed and did not save."""
    check(by, "report.write", section.review)
    found = Unsaved.objects.filter(section=section, writer=by).first()
    if found is None:
        raise Refused("There is nothing unsaved of yours in this section.")
    record(by, "unsaved.discarded", found, facts={"section": section.key})
    found.delete()
