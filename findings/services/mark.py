"""Marking entries; the entry itself is never touched."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from agencies.models import Entry
from findings.models import Mark
from reviews.access import check
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed


@transaction.atomic
def add(*, by: Any, entry: Entry, values: dict[str, Any]) -> Mark:
    """Mark an entry. Raises Refused when the same mark stands there already."""
    check(by, "chronology.mark", entry.review)
    same = {"entry": entry, "kind": values["kind"], "theme": values.get("theme"), "removed": False}
    if values["kind"] != Mark.Kind.NOTE and Mark.objects.filter(**same).exists():
        raise Refused("This entry is marked like that already.")
    made = Mark.objects.create(review=entry.review, entry=entry, made_by=by, **values)
    record(by, "mark.added", made, facts={"entry": entry.pk, "kind": made.kind, "theme": made.theme_id})
    return made


@transaction.atomic
def remove(*, by: Any, mark: Mark) -> Mark:
    """Take a mark off; it stays on record as removed."""
    check(by, "chronology.mark", mark.review)
    found, _ = changed(mark, {"removed": True})
    record(by, "mark.removed", found, facts={"entry": found.entry_id, "kind": found.kind})
    return found


@transaction.atomic
def names_shown(*, by: Any, review: Any) -> None:
    """Keep on record that the merged chronology was opened with real names."""
    check(by, "review.names", review)
    record(by, "chronology.named_view_opened", review)
