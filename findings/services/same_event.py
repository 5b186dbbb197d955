"""Deciding which accounts tell of one event. Nothing is lost: a decision can be undone, and entries are never touched."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from itertools import combinations
from typing import Any

from django.db import transaction

from agencies.models import Entry
from findings import merged
from findings.accounts import accounts
from findings.lifecycle import LINK_LIFECYCLE, LinkStatus
from findings.models import EventLink
from findings.same_event import Group, suggest
from reviews.access import check
from reviews.models import Event, Review
from reviews.services.events import record
from scr_portal.lib.records import Refused, Stale, changed, locked

# The likeliest are kept at a time; when those are decided one looks again.
AT_A_TIME = 200


@transaction.atomic
def look(*, by: Any, review: Review, asked_at: datetime | None = None) -> int:
    """Compare the entries that `by` may read and keep what may be the same event; safe to run twice.

    Pairs that were decided are not suggested again. Gives the number of suggestions that are new; 0 where it was
    done already since `by` asked for it.
    """
    check(by, "chronology.mark", review)
    links = EventLink.objects.filter(review=review)
    locked(review)  # Two who look at once would suggest everything twice.
    done = Event.objects.unsealed().filter(review=review, actor=by, verb="same_event.looked_for")
    if asked_at is not None and done.filter(at__gte=asked_at).exists():
        return 0
    decided = [set(link.entries.values_list("pk", flat=True)) for link in links.filter(status=LinkStatus.CONFIRMED)]
    taken = set(links.filter(status=LinkStatus.SUGGESTED).values_list("entries", flat=True))
    found = suggest(accounts(review, by), apart=parted(review))
    new = [
        group
        for group in found
        if not taken & set(group.keys) and not any(set(group.keys) <= known for known in decided)
    ]
    for group in new[:AT_A_TIME]:
        keep(review, group)
    record(by, "same_event.looked_for", review, facts={"suggestions": len(new[:AT_A_TIME]), "likely": len(new)})
    return len(new[:AT_A_TIME])


def keep(review: Review, group: Group) -> EventLink:
    """Write one suggestion down."""
    made = EventLink.objects.create(review=review, reasons=list(group.reasons), score=round(group.score, 3))
    made.entries.set(group.keys)
    return made


def parted(review: Review) -> set[frozenset[int]]:
    """The pairs of entries that a person has said are not the same event."""
    through = EventLink.entries.through.objects.filter(eventlink__review=review, eventlink__status=LinkStatus.REJECTED)
    held: dict[int, list[int]] = {}
    for link, entry in through.values_list("eventlink", "entry"):
        held.setdefault(link, []).append(entry)
    return {frozenset(pair) for entries in held.values() for pair in combinations(entries, 2)}


def as_opened(link: EventLink, seen_version: int | None) -> None:
    """Pass unless somebody decided a suggestion and took that back since the page was opened, else raise Stale.

    What was decided and still is, the life cycle itself refuses, and says how it stands.
    """
    found = locked(link)
    if seen_version is not None and seen_version != found.version and found.status == LinkStatus.SUGGESTED:
        raise Stale(found)


@transaction.atomic
def confirm(*, by: Any, link: EventLink, entries: Collection[int], seen_version: int | None = None) -> EventLink:
    """Say that these accounts of a suggestion tell of one event; those left out are not suggested with them again.

    An event that one of them belongs to already becomes one with it. Raises Refused for fewer than two accounts, Stale as
    `as_opened` does.
    """
    check(by, "chronology.mark", link.review)
    as_opened(link, seen_version)
    offered = set(link.entries.values_list("pk", flat=True))
    chosen = offered & set(entries)
    if len(chosen) < 2:
        raise Refused("Tick at least two accounts, or say that they are not the same.")
    found = LINK_LIFECYCLE.advance(link, "confirm", by=by)
    for other in (
        EventLink.objects.filter(status=LinkStatus.CONFIRMED, entries__in=chosen).exclude(pk=found.pk).distinct()
    ):
        chosen |= set(other.entries.values_list("pk", flat=True))
        LINK_LIFECYCLE.advance(other, "join", by=by)
    found.entries.set(chosen)
    changed(found, {"decided_by": by})
    part_from(found.review, offered - chosen, chosen, by)
    record(by, "same_event.confirmed", found, facts={"entries": sorted(chosen), "left_out": sorted(offered - chosen)})
    return found


@transaction.atomic
def link(*, by: Any, review: Review, entries: Collection[int]) -> EventLink:
    """Say that accounts which nobody suggested tell of one event. Raises Refused for fewer than two, or of one agency alone."""
    check(by, "chronology.mark", review)
    chosen = list(merged.scope(review, by).filter(pk__in=entries))
    if len(chosen) < 2 or len({entry.agency_id for entry in chosen}) < 2:
        raise Refused("Choose accounts of at least two agencies.")
    keys = {entry.pk for entry in chosen}
    made = EventLink.objects.create(review=review, decided_by=by)
    for other in EventLink.objects.filter(status=LinkStatus.CONFIRMED, entries__in=keys).distinct():
        keys |= set(other.entries.values_list("pk", flat=True))
        LINK_LIFECYCLE.advance(other, "join", by=by)
    made.entries.set(keys)
    made = LINK_LIFECYCLE.advance(made, "confirm", by=by)
    record(by, "same_event.linked", made, facts={"entries": sorted(keys)})
    return made


@transaction.atomic
def reject(*, by: Any, link: EventLink, seen_version: int | None = None) -> EventLink:
    """Say that no two accounts of a suggestion tell of one event; they are not suggested together again.

    Raises Stale as `as_opened` does.
    """
    as_opened(link, seen_version)
    found = LINK_LIFECYCLE.advance(link, "reject", by=by)
    changed(found, {"decided_by": by})
    record(by, "same_event.rejected", found, facts={"entries": keys_of(found)})
    return found


@transaction.atomic
def part(*, by: Any, link: EventLink, entry: Entry) -> EventLink:
    """Take one account out of an event. With two accounts the event ends; the pair is not suggested again."""
    check(by, "chronology.mark", link.review)
    left = set(keys_of(link)) - {entry.pk}
    if len(left) == len(keys_of(link)):
        raise Refused("This account is no longer part of that event.")
    if len(left) < 2:
        link = LINK_LIFECYCLE.advance(link, "part", by=by)
    else:
        link = locked(link)
        link.entries.remove(entry)
        part_from(link.review, {entry.pk}, left, by)
    record(by, "same_event.parted", link, facts={"entry": entry.pk, "left": sorted(left)})
    return link


@transaction.atomic
def undo(*, by: Any, link: EventLink) -> EventLink:
    """Take a decision back: the accounts stand among the suggestions again."""
    found = LINK_LIFECYCLE.advance(link, "undo", by=by)
    changed(found, {"decided_by": None})
    record(by, "same_event.undone", found, facts={"entries": keys_of(found)})
    return found


def part_from(review: Review, apart: Collection[int], others: Collection[int], by: Any) -> None:
    """Keep that each of `apart` is not the same event as any of `others`."""
    for one in sorted(apart):
        for other in sorted(others):
            made = EventLink.objects.create(review=review, decided_by=by)
            made.entries.set([one, other])
            LINK_LIFECYCLE.advance(LINK_LIFECYCLE.advance(made, "confirm", by=by), "part", by=by)


def keys_of(link: EventLink) -> list[int]:
    """The entries of a link, by their keys."""
    return sorted(link.entries.values_list("pk", flat=True))
