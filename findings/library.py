"""Searching the library: words in all their forms, what it can be narrowed by, and the passages that were asked for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.models import Count, Q

from findings.figures import Figure
from findings.library_words import asked as words_of
from findings.library_words import often, passages
from findings.models import LibraryReview, Theme
from scr_portal.lib.replica import for_reading

TIERS = (3, 2)
# What a search can be narrowed by: name in an address → what it is called.
FACETS = {
    "theme": "Theme", "regime": "Kind of review", "harm": "Harm", "age": "Age", "year": "Year", "source": "Whose",
}  # fmt: skip
LABELS: dict[str, dict[str, str]] = {
    "regime": dict(LibraryReview.Regime.choices), "harm": dict(LibraryReview.Harm.choices),
    "age": dict(LibraryReview.Age.choices), "source": dict(LibraryReview.Source.choices),
}  # fmt: skip
MOST_OFFERED, MOST_THEMES, MOST_YEARS = 12, 20, 15
# Parts of a review's text in which passages are looked for: further on, a report repeats itself.
MOST_READ = 400_000


@dataclass(frozen=True, slots=True)
class Found:
    """One review that was found: how often it says what was asked for (1 to 3), and what it can be narrowed by."""

    pk: int
    year: int
    often: int
    under: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Offer:
    """One way to narrow a search: its value in an address, what it is called, how many reviews it leaves, whether it is chosen."""

    value: str
    label: str
    number: int
    chosen: bool


@dataclass(slots=True)
class Result:
    """What a search found, in order; and what it can be narrowed by."""

    found: list[Found]
    offers: list[tuple[str, str, list[Offer]]]
    terms: list[str] = field(default_factory=list)


def search(user: Any, words: str, chosen: Mapping[str, Collection[str]]) -> Result:
    """The reviews that say all of `words` and fit what was chosen: those that say it most first, then the newest."""
    database, terms = for_reading(), words_of(words)
    reviews = LibraryReview.objects.using(database).visible_to(user)
    nothing = bool(words.strip()) and not terms
    tiers = {} if nothing else _said(terms, database) if terms else None
    everything = [] if nothing else _described(reviews, tiers)
    found = [each for each in everything if fits(each, chosen)]
    return Result(found, [(key, FACETS[key], _offers(key, everything, chosen)) for key in FACETS], terms)


def _said(terms: Sequence[str], database: str) -> dict[int, int]:
    """Which reviews say all of the terms: key → 1, 2 for several times, 3 for often."""
    found = dict.fromkeys(holding(terms, database), 1)
    for tier in sorted(TIERS) if found else ():
        found |= dict.fromkeys(holding(often(terms, tier), database), tier)
    return found


def holding(terms: Sequence[str], database: str = DEFAULT_DB_ALIAS) -> list[int]:
    """The keys of all reviews that hold all terms, in the library or not: whoever asks sees those of them that they may see.

    PostgreSQL reckons that to look through a few thousand short rows is quicker than an index; it does not know that the words of
    each have to be unpacked for that, which takes a hundred times as long. So it is told to use an index, and has only one to use.
    """
    with transaction.atomic(using=database), connections[database].cursor() as cursor:
        planned = connections[database].vendor == "postgresql"
        if planned:
            cursor.execute("SET LOCAL enable_seqscan = off")
        rows = LibraryReview.objects.using(database).filter(words__hold=list(terms))
        found = list(rows.order_by().values_list("pk", flat=True))
        if planned:
            cursor.execute("SET LOCAL enable_seqscan = on")
    return found


def _described(reviews: Any, tiers: Mapping[int, int] | None) -> list[Found]:
    """The reviews of `tiers` (all of them without) with what they can be narrowed by, in their order."""
    themes: dict[int, set[str]] = defaultdict(set)
    for pk, name in Theme.objects.using(reviews.db).filter(library__in=reviews).values_list("library__pk", "name"):
        themes[pk].add(name)
    rows = reviews.order_by().values_list("pk", "year", "regime", "harm", "age", "source")
    found = [
        Found(pk, year, tiers[pk] if tiers is not None else 1, _under(themes[pk], str(year), *rest))
        for pk, year, *rest in rows
        if tiers is None or pk in tiers
    ]
    return sorted(found, key=lambda each: (-each.often, -each.year, -each.pk))


def _under(
    themes: Iterable[str], year: str, regime: str, harm: str, age: str, source: str
) -> dict[str, frozenset[str]]:
    single = {"year": year, "regime": regime, "harm": harm, "age": age, "source": source}
    return {"theme": frozenset(themes), **{key: frozenset({value}) for key, value in single.items()}}


def fits(found: Found, chosen: Mapping[str, Collection[str]], besides: str = "") -> bool:
    """Whether a review is under one of the values that were chosen of each facet, `besides` one left aside."""
    return all(found.under[key] & {*values} for key, values in chosen.items() if values and key != besides)


def _offers(key: str, everything: Iterable[Found], chosen: Mapping[str, Collection[str]]) -> list[Offer]:
    """What a facet offers, with how many reviews each value would leave; what was chosen stays in sight."""
    counted = Counter(value for each in everything if fits(each, chosen, besides=key) for value in each.under[key])
    picked = chosen.get(key, ())
    by_number = sorted(counted, key=lambda value: (-counted[value], value))
    values = sorted(counted, reverse=True) if key == "year" else by_number
    shown = [*values[:MOST_OFFERED], *(value for value in picked if value in values[MOST_OFFERED:])]
    return [Offer(value, LABELS.get(key, {}).get(value, value), counted[value], value in picked) for value in shown]


def shown(found: Sequence[Found], terms: Sequence[str]) -> list[tuple[LibraryReview, list[list[tuple[str, bool]]]]]:
    """The reviews of one page in their order, each with the passages that say most of what was asked for.

    They are read from the database itself: a copy that is behind may have found one that was taken out meanwhile.
    """
    lessons = Count("lessons", filter=Q(lessons__confirmed=True, lessons__kind="recommendation"))
    kept = LibraryReview.objects.filter(shown=True, pk__in=[each.pk for each in found])
    rows = kept.defer("words", *([] if terms else ["text"]))
    known = {row.pk: row for row in rows.annotate(number=lessons).prefetch_related("themes")}
    return [
        (review, passages(review.text[:MOST_READ], terms) if terms else [])
        for review in (known[each.pk] for each in found if each.pk in known)
    ]


def over_the_years(reviews: Any) -> Figure:
    """How many published reviews bear each theme, by the year of publication: the most frequent themes, the latest years."""
    rows = reviews.filter(themes__isnull=False).order_by()
    counted = rows.values_list("themes__name", "year").annotate(number=Count("pk", distinct=True))
    numbers: dict[str, Counter[int]] = defaultdict(Counter)
    for name, year, number in counted:
        numbers[name][year] += number
    known = [year for of_theme in numbers.values() for year in of_theme]
    years = range(max(min(known), max(known) - MOST_YEARS + 1), max(known) + 1) if known else range(0)
    first = sorted(numbers, key=lambda name: (-numbers[name].total(), name))[:MOST_THEMES]
    lines = tuple((name, tuple(numbers[name][year] for year in years)) for name in first)
    note = "Published reviews in the library, by the year in which they were published. It counts what somebody has added here, so a low number is no proof."
    return Figure("themes-over-the-years", "Themes over the years", note, "Theme", tuple(map(str, years)), lines)
