"""What stands beside the entries of the merged chronology: the strip as a picture, marks by month, and ages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models.functions import TruncMonth

from agencies.models import Entry
from findings import contact, merged, paging
from findings.accounts import events_of, reader_of, told_by
from findings.ages import age_at
from findings.glossary import explained
from findings.merged import StripRow
from findings.models import Episode, Mark
from findings.naming import named_in
from findings.ordering import reasons
from findings.strip import Marked, Picture, drawn
from reviews.models import Person, Review

# Of several marks of one month the picture shows the first of these.
SHOWN = (Mark.Kind.MISSED_OPPORTUNITY, Mark.Kind.KEY_EPISODE, Mark.Kind.GOOD_PRACTICE)


def picture(review: Review, user: Any, asked: merged.Filters | None = None) -> Picture | None:
    """The strip of the entries that `user` may read, with marks and episodes; the same few queries for any number."""
    months, rows = merged.strip(review, user, asked)
    return framed(review, user, months, rows)


def framed(review: Review, user: Any, months: Any, rows: Iterable[StripRow]) -> Picture | None:
    """The strip of counts that were read already."""
    found = Episode.objects.visible_to(user).filter(review=review, removed=False)
    spans = [(each.pk, f"{each.get_kind_display()}: {each.title}", each.first, each.last) for each in found]
    return drawn(months, rows, marked_months(review, user), spans)


def marked_months(review: Review, user: Any) -> Marked:
    """(agency, month) → the kind of mark that the picture shows there."""
    marks = Mark.objects.filter(
        review=review, removed=False, kind__in=SHOWN, entry__in=merged.scope(review, user).order_by()
    )
    dated = marks.filter(entry__date_from__isnull=False).order_by().annotate(month=TruncMonth("entry__date_from"))
    found: dict[tuple[int, Any], str] = {}
    for agency, month, kind in dated.values_list("entry__agency", "month", "kind").distinct():
        held = found.get((agency, month))
        if held is None or SHOWN.index(Mark.Kind(kind)) < SHOWN.index(Mark.Kind(held)):
            found[agency, month] = kind
    return found


def alongside(review: Review, entries: Sequence[Entry], *, named: bool) -> dict[str, Any]:
    """What the page of the chronology shows of entries in order: words, ages, who is named, and why each stands there."""
    return {
        "texts": explained(review, entries, named=named),
        "ages": ages(review, entries),
        "people": named_in(entries, named=named),
        "reasons": reasons(entries),
    }


def ages(review: Review, entries: Iterable[Entry]) -> dict[int, list[str]]:
    """How old each subject of the review was at each entry, by the entry's key: "Child A: 3 years 4 months".

    A subject whose date of birth is not in the register is left out, and so is an age that says nothing.
    """
    subjects = born(review)
    return {entry.pk: ages_at(entry, subjects) for entry in entries}


def born(review: Review) -> list[tuple[str, date]]:
    """The published name of each subject of the review, and the day on which they were born."""
    subjects = (each for each in review.people.all() if each.part == Person.Part.SUBJECT)
    return [(each.pseudonym, each.born_on) for each in subjects if each.kind == Person.Kind.PERSON and each.born_on]


def ages_at(entry: Entry, subjects: Iterable[tuple[str, date]]) -> list[str]:
    """How old each of `subjects` was at one entry."""
    old = ((name, age_at(day, entry.date_from, entry.date_to)) for name, day in subjects)
    return [f"{name}: {age}" for name, age in old if age]


def beside(review: Review, user: Any, entry: Entry) -> dict[str, Any]:
    """What the page of one entry shows beside its words: ages, its event, who told whom, episodes, marks that were taken off."""
    episodes = Episode.objects.visible_to(user).filter(review=review, removed=False)
    agencies = contact.taking_part(review)
    labels = {agency.pk: agency.label for agency in agencies}
    return {
        "ages": ages(review, [entry])[entry.pk],
        "reason": reasons(paging.beside(merged.entries(review, user), entry))[entry.pk],
        "event": events_of(review, user, [entry]).get(entry.pk),
        "told": told_by(entry, reader_of(agencies), labels),
        "episodes": episodes.filter(first__lte=entry.date_to, last__gte=entry.date_from) if entry.date_from else (),
        "taken_off": entry.marks.filter(removed=True).select_related("theme", "made_by"),
        "resting": entry.evidence_for.filter(removed=False).select_related("finding"),
    }
