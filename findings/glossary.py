"""What the agencies of a review mean by their abbreviations, within the words of their entries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from agencies.lifecycle import RequestStatus
from agencies.models import Abbreviation
from findings.services.anonymity import covering, shown
from findings.shortforms import Meanings, used, with_help
from reviews.models import Review

EXPLAINED = ("event", "action")


def explained(review: Review, entries: Sequence[Any], *, named: bool) -> dict[int, dict[str, str]]:
    """The texts of entries as `anonymity.shown` gives them, with help at abbreviations. `entries` are those that the reader may read.

    Where names are covered, a meaning that names or identifies somebody is not told: what was covered would be read from it.
    """
    texts = shown(review, entries, named=named)
    shorts = used(text[name] for text in texts.values() for name in EXPLAINED)
    meanings = glossary(review, shorts, plain(review, named=named)) if shorts else Meanings()
    found: dict[int, dict[str, str]] = {}
    for entry in entries:
        said = texts[entry.pk]
        for name in EXPLAINED:
            known = {short: meanings.of(entry.request_id, entry.agency.label, short) for short in used([said[name]])}
            said[name] = with_help(said[name], known)
        found[entry.pk] = said
    return found


def plain(review: Review, *, named: bool) -> Callable[[str], bool]:
    """Whether a meaning can be told in this view."""
    if named:
        return lambda text: True
    cover = covering(review)
    return lambda text: cover(text) == text


def glossary(review: Review, shorts: set[str], tellable: Callable[[str], bool]) -> Meanings:
    """The meanings of `shorts` that can be told, from the returns that were signed off; the latest round first."""
    rows = Abbreviation.objects.filter(
        request__review=review, request__status=RequestStatus.RETURNED, short__in=shorts
    ).select_related("request__agency")
    meanings = Meanings()
    for row in rows.order_by("-request__round", "pk"):
        if tellable(row.meaning):
            meanings.add(row.request_id, row.request.agency.label, row.short, row.meaning)
    return meanings
