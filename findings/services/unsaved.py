"""Keeping what somebody types in a section, or in a part of a yearly report, until they save it."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from findings.models import ReportSection, Unsaved
from findings.reconciling import plain
from findings.versions import Text
from reviews.access import check
from reviews.services.events import record
from scr_portal.lib.records import Refused


def place(section: Text) -> dict[str, Text]:
    """Which field of an unsaved text holds the section."""
    return {"section" if isinstance(section, ReportSection) else "part": section}


def writable(by: Any, section: Text) -> None:
    """Pass for whoever may write in the section."""
    check(by, "report.write" if isinstance(section, ReportSection) else "annual_report.write", section)


def of(section: Text, writer: Any) -> Unsaved | None:
    """What `writer` has typed in a section and not saved; None where it is what stands."""
    found = Unsaved.objects.filter(writer=writer, **place(section)).first()
    return found if found is not None and found.text != section.text else None


@transaction.atomic
def keep(*, by: Any, section: Text, text: str, seen_version: int) -> Unsaved:
    """Keep what somebody has typed so far, at any stage: a text that cannot be saved now is not lost either.

    The record says that they began; every further keeping of the same text is no event.
    """
    writable(by, section)
    said = plain(text)
    found, begun = Unsaved.objects.get_or_create(
        writer=by, **place(section), defaults={"text": said, "seen_version": seen_version}
    )
    if begun:
        record(by, "unsaved.kept", found, facts={"section": section.key})
    else:
        found.text, found.seen_version = said, seen_version
        found.save()
    return found


@transaction.atomic
def discard(*, by: Any, section: Text) -> None:
    """Throw away what somebody typed and did not save."""
    writable(by, section)
    found = Unsaved.objects.filter(writer=by, **place(section)).first()
    if found is None:
        raise Refused("There is nothing unsaved of yours in this section.")
    record(by, "unsaved.discarded", found, facts={"section": section.key})
    found.delete()


def saved(section: Text, writer: Any) -> None:
    """What was typed goes when it is saved, within the verb that saves it."""
    for typed in Unsaved.objects.filter(writer=writer, **place(section)):
        typed.delete()
