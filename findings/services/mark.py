"""Marking entries; the entry itself is never touched."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction

from agencies.models import Entry
from agencies.services.hold import on_hold
from findings import merged
from findings.models import Mark
from reviews.access import check
from reviews.models import Review
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed, locked


@transaction.atomic
def add(*, by: Any, entry: Entry, values: dict[str, Any]) -> Mark:
    """Mark an entry. Raises Refused when the same mark stands there already."""
    check(by, "chronology.mark", entry.review)
    locked(entry.review)  # Of two who mark it alike at once, the second finds the first one's mark.
    same = {"entry": entry, "kind": values["kind"], "theme": values.get("theme"), "removed": False}
    if values["kind"] != Mark.Kind.NOTE and Mark.objects.filter(**same).exists():
        raise Refused("This entry is marked like that already.")
    made = Mark.objects.create(review=entry.review, entry=entry, made_by=by, **values)
    record(
        by,
        "mark.added",
        made,
        facts={"entry": entry.pk, "kind": made.kind, "theme": made.theme_id},
        sealed=on_hold([entry]),
    )
    return made


@transaction.atomic
def add_to_several(*, by: Any, review: Review, entries: Collection[int], values: dict[str, Any]) -> list[Mark]:
    """Set one mark on several entries that `by` may read; those that carry it already are passed over.

    Raises Refused when all of them do.
    """
    check(by, "chronology.mark", review)
    locked(review)
    same = Mark.objects.filter(review=review, kind=values["kind"], theme=values.get("theme"), removed=False)
    carrying = set() if values["kind"] == Mark.Kind.NOTE else set(same.values_list("entry", flat=True))
    chosen = merged.scope(review, by).filter(pk__in=entries).exclude(pk__in=carrying).order_by("pk")
    made = [Mark.objects.create(review=review, entry=entry, made_by=by, **values) for entry in chosen]
    if not made:
        raise Refused("These entries are marked like that already.")
    record(
        by, "mark.added_to_several", review, facts={"entries": [each.entry_id for each in made], "kind": values["kind"]}
    )
    return made


@transaction.atomic
def remove(*, by: Any, mark: Mark) -> Mark:
    """Take a mark off; it stays on record as removed."""
    check(by, "chronology.mark", mark.review)
    found, _ = changed(mark, {"removed": True})
    record(
        by, "mark.removed", found, facts={"entry": found.entry_id, "kind": found.kind}, sealed=on_hold([found.entry])
    )
    return found


@transaction.atomic
def names_shown(*, by: Any, review: Any) -> None:
    """Keep on record that the merged chronology was opened with real names."""
    check(by, "review.names", review)
    record(by, "chronology.named_view_opened", review)
