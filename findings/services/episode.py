"""Naming periods of the chronology; the entries in them are never touched."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from findings.models import Episode
from reviews.access import check
from reviews.models import Review
from reviews.services.events import record
from scr_portal.lib.records import changed


@transaction.atomic
def add(*, by: Any, review: Review, values: dict[str, Any]) -> Episode:
    """Name a period: title, kind, first and last day, and perhaps a theme and a note."""
    check(by, "chronology.mark", review)
    made = Episode.objects.create(review=review, made_by=by, **values)
    record(by, "episode.added", made, facts={"kind": made.kind, "first": made.first, "last": made.last})
    return made


@transaction.atomic
def write(*, by: Any, episode: Episode, values: dict[str, Any], seen_version: int | None = None) -> Episode:
    """Change an episode. Raises Stale when somebody else changed it after the form was opened."""
    check(by, "chronology.mark", episode.review)
    found, differing = changed(episode, values, seen_version=seen_version)
    record(by, "episode.written", found, facts={"fields": differing})
    return found


@transaction.atomic
def remove(*, by: Any, episode: Episode) -> Episode:
    """Take an episode off the chronology; it stays on record as removed."""
    check(by, "chronology.mark", episode.review)
    found, _ = changed(episode, {"removed": True})
    record(by, "episode.removed", found, facts={"kind": found.kind})
    return found
