"""Keeping what was asked of the merged chronology under a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from findings.models import SavedView
from reviews.access import check
from reviews.models import Review
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed, locked


@transaction.atomic
def add(*, by: Any, review: Review, values: Mapping[str, Any], asked: Mapping[str, Sequence[str]]) -> SavedView:
    """Keep a view. Raises Refused where nothing is asked for, and for a name that another view of the person has."""
    check(by, "chronology.mark", review)
    if not asked:
        raise Refused("Ask for something first: a view keeps what you asked for.")
    free(locked(review), by, values["name"])
    made = SavedView.objects.create(review=review, made_by=by, asked=dict(asked), **values)
    record(by, "saved_view.added", made, facts={"shared": made.shared, "fields": sorted(asked)})
    return made


@transaction.atomic
def write(*, by: Any, view: SavedView, values: Mapping[str, Any], seen_version: int | None = None) -> SavedView:
    """Give a view another name, share it or stop sharing it. Raises Stale when somebody else changed it meanwhile."""
    check(by, "chronology.mark", view.review)
    free(locked(view.review), view.made_by, values["name"], besides=view)
    found, differing = changed(view, dict(values), seen_version=seen_version)
    record(by, "saved_view.written", found, facts={"fields": differing})
    return found


@transaction.atomic
def remove(*, by: Any, view: SavedView) -> SavedView:
    """Delete a view; it stays on record as removed."""
    check(by, "chronology.mark", view.review)
    found, _ = changed(view, {"removed": True})
    record(by, "saved_view.removed", found)
    return found


def free(review: Review, owner: Any, name: str, besides: SavedView | None = None) -> None:
    """Pass when no other view of `owner` is called so."""
    taken = SavedView.objects.filter(review=review, made_by=owner, name__iexact=name, removed=False)
    if (taken.exclude(pk=besides.pk) if besides else taken).exists():
        raise Refused(f"There is a view “{name}” already: choose another name.")
