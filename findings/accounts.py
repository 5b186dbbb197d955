"""Entries of the merged chronology as the search for accounts of one event needs them, and one event as a page shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from agencies.models import Agency, Entry
from findings import contact, merged
from findings.lifecycle import LinkStatus
from findings.models import EventLink
from findings.same_event import Account, kinds
from findings.telling import Party, Reader, mentioned
from reviews.models import Review

WITHIN, AT_MOST = 3, 60


def reader(review: Review) -> Reader:
    """The reader of mentions of agencies in a review's entries."""
    return reader_of(contact.taking_part(review))


def reader_of(agencies: Iterable[Agency]) -> Reader:
    """The reader of mentions of these agencies."""
    return Reader(Party(each.pk, each.kind, each.name, each.short_name) for each in agencies)


def accounts(review: Review, user: Any) -> Iterator[Account]:
    """The dated entries that `user` may read, as plain values, with the agencies that each speaks of."""
    reading = reader(review)
    rows = merged.scope(review, user).filter(date_from__isnull=False, date_to__isnull=False).order_by("pk")
    fields = ("pk", "agency", "date_from", "date_to", "time", "event", "action")
    for pk, agency, first, last, at, event, action in rows.values_list(*fields).iterator():
        words, text = reading.words(agency), f"{event}\n{action}"
        spoken = frozenset(mentioned(text, words)) if words else frozenset()
        yield Account(pk, agency, first, last, text, at, spoken)


def near(review: Review, user: Any, entry: Entry) -> list[Entry]:
    """The dated entries of other agencies within three days of one, in order; none for an undated one."""
    if entry.date_from is None or entry.date_to is None:
        return []
    asked = merged.Filters(first=entry.date_from - timedelta(WITHIN), last=entry.date_to + timedelta(WITHIN))
    return list(merged.entries(review, user, asked).exclude(agency=entry.agency_id)[:AT_MOST])


@dataclass(slots=True)
class Told:
    """One account on the card of an event: the entry, whom it says was told, and what it alone tells of."""

    entry: Entry
    told: list[str] = field(default_factory=list)
    alone: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Card:
    """One event as several agencies tell it, side by side. Each `…_differ` says that the accounts do not agree."""

    link: EventLink
    accounts: list[Told]
    days_differ: bool = False
    times_differ: bool = False
    told_differ: bool = False

    @property
    def entries(self) -> list[Entry]:
        """The entries of the accounts."""
        return [each.entry for each in self.accounts]


def cards(review: Review, user: Any, links: Iterable[EventLink]) -> list[Card]:
    """The cards of links, with the accounts that `user` may read in the chronology's order; the same few queries for any number."""
    links = list(links)
    through = EventLink.entries.through.objects.filter(eventlink__in=links).values_list("eventlink", "entry")
    held: dict[int, set[int]] = {}
    for link, entry in through:
        held.setdefault(link, set()).add(entry)
    known = list(merged.entries(review, user).filter(pk__in={entry for keys in held.values() for entry in keys}))
    agencies = contact.taking_part(review)
    reading, labels = reader_of(agencies), {agency.pk: agency.label for agency in agencies}
    return [card(link, [row for row in known if row.pk in held.get(link.pk, ())], reading, labels) for link in links]


def card(link: EventLink, entries: list[Entry], reading: Reader, labels: dict[int, str]) -> Card:
    """One event with what differs between its accounts: day, time, whom they say was told, and what only one tells of."""
    found = Card(link, [Told(entry, told_by(entry, reading, labels)) for entry in entries])
    of_kind = {each.entry.pk: kinds.kinds_of(f"{each.entry.event} {each.entry.action}") for each in found.accounts}
    often = Counter(kind for held in of_kind.values() for kind in held)
    for each in found.accounts:
        each.alone = sorted(kind for kind in of_kind[each.entry.pk] if often[kind] == 1)
    found.days_differ = len({(entry.date_from, entry.date_to) for entry in entries}) > 1
    found.times_differ = len({entry.time for entry in entries}) > 1
    found.told_differ = len({tuple(each.told) for each in found.accounts}) > 1
    return found


def told_by(entry: Entry, reading: Reader, labels: dict[int, str]) -> list[str]:
    """Who told whom in the words of an entry: "Police told School", "School not told"."""
    said = sorted(
        reading.told(entry.agency_id, f"{entry.event}\n{entry.action}"),
        key=lambda each: (not each.done, each.by, each.to),
    )
    lines = (
        f"{labels[each.by]} told {labels[each.to]}" if each.done else f"{labels[each.to]} not told" for each in said
    )
    return list(dict.fromkeys(lines))


def events_of(review: Review, user: Any, entries: Iterable[Entry]) -> dict[int, EventLink]:
    """The confirmed event of each of `entries` that belongs to one, by the entry's key."""
    held = EventLink.entries.through.objects.filter(
        entry__in=[entry.pk for entry in entries], eventlink__review=review, eventlink__status=LinkStatus.CONFIRMED
    )
    pairs = [*held.values_list("entry", "eventlink")]
    # Few pages have any; whether the person may see one is a long question.
    links = EventLink.objects.visible_to(user).in_bulk({link for _, link in pairs}) if pairs else {}
    return {entry: links[link] for entry, link in pairs if link in links}
