"""The search for details: which phrases tell something about somebody, by what stands around them."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from findings.anonymise.jigsaw.bodily import injury
from findings.anonymise.jigsaw.cast import Who
from findings.anonymise.jigsaw.kinsfolk import brood, household, lived_with, order, sexed, sibling
from findings.anonymise.jigsaw.lists import hits
from findings.anonymise.jigsaw.reading import Reading
from findings.anonymise.jigsaw.shapes import KINDS, Detail, Kind
from findings.anonymise.jigsaw.standing import (
    country,
    dwelling,
    faith,
    landmark,
    occupation,
    origin,
    sentence,
    tongue,
    workplace,
)
from findings.anonymise.jigsaw.written import ages, times
from findings.anonymise.shapes import Person

Rule = Callable[[Reading, int, int], tuple[int, int] | None]


def _as_it_stands(reading: Reading, first: int, last: int) -> tuple[int, int]:
    return first, last


# List → what its phrases tell, and the rule by which they do; the words that the rule returns are the detail.
RULES: dict[str, tuple[Kind, Rule]] = {
    "sibling_phrases": ("siblings", _as_it_stands),
    "sibling_nouns": ("siblings", sibling),
    "orders": ("siblings", order),
    "counts": ("siblings", brood),
    "relation": ("relation", _as_it_stands),
    "occupation_sure": ("occupation", _as_it_stands),
    "occupation": ("occupation", occupation),
    "workplace": ("occupation", workplace),
    "origin_any": ("origin", _as_it_stands),
    "origin": ("origin", origin),
    "country": ("origin", country),
    "religion_any": ("religion", _as_it_stands),
    "religion": ("religion", faith),
    "language_any": ("language", _as_it_stands),
    "language": ("language", tongue),
    "condition": ("condition", _as_it_stands),
    "injury_sure": ("injury", _as_it_stands),
    "injury": ("injury", injury),
    "event": ("event", _as_it_stands),
    "days_of_note": ("exact_time", _as_it_stands),
    "dwelling": ("described_place", dwelling),
    "landmark": ("described_place", landmark),
    "settlement": ("described_place", _as_it_stands),
    "family": ("family", _as_it_stands),
    "households": ("family", household),
    "relatives_lived_with": ("family", lived_with),
    "court": ("court", _as_it_stands),
    "court_verb": ("court", sentence),
    "female": ("sex", sexed),
    "male": ("sex", sexed),
}
# What is said of a professional identifies only where it is not the part they play in the case.
_OF_PROFESSIONALS = frozenset({"origin", "religion", "language", "condition"})
# What is told about a household counts for each of its members; the rest needs somebody of whom it is said.
_OF_FAMILIES = frozenset({"siblings", "relation", "origin", "religion", "language", "event", "described_place", "family", "court", "exact_time"})  # fmt: skip
# What is said of somebody needs them in its sentence; an injury or a hearing may follow in the next.
_SAME_SENTENCE = frozenset({"occupation", "origin", "religion", "language", "relation", "sex"})
_SOONEST = tuple(KINDS)


def details(text: str, people: Sequence[Person] = ()) -> list[Detail]:
    """Return what in `text` tells something about somebody: sorted, not overlapping, offsets into the text as given.

    `people` is the review's register, by whose published names the text speaks of them; without one, "Child A", "his
    mother" and the like are understood. Words near which nobody of the family stands are no detail.
    """
    return list(_details(text, tuple(people)))


@lru_cache(maxsize=256)
def _details(text: str, people: tuple[Person, ...]) -> tuple[Detail, ...]:
    reading = Reading(text, people)
    taken: list[Detail] = []
    blocked: list[tuple[int, int]] = list(reading.named_places())
    for start, end, kind, who in _ranked(_candidates(reading, blocked)):
        if not any(low < end and start < high for low, high in blocked):
            _take(taken, Detail(start, end, kind, KINDS[kind][1], who.key))
    for mention in reading.mentions:
        word = reading.words[mention.first]
        if mention.pronoun in ("F", "M") and not mention.who.tells and not mention.who.professional:
            _take(taken, Detail(word.start, word.end, "sex", KINDS["sex"][1], mention.who.key))
    return tuple(taken)


def _ranked(found: Iterator[tuple[int, int, Kind, Who]]) -> list[tuple[int, int, Kind, Who]]:
    """Return what was found, the longest first: of words that lie over one another the longer tell more."""
    return sorted(found, key=lambda each: (each[0] - each[1], each[0], _SOONEST.index(each[2])))


def _take(taken: list[Detail], detail: Detail) -> None:
    """Take `detail` unless it lies over one that was taken."""
    place = bisect_left(taken, detail.start, key=lambda each: each.start)
    if place and taken[place - 1].end > detail.start:
        return
    if place == len(taken) or taken[place].start >= detail.end:
        insort(taken, detail, key=lambda each: each.start)


def _candidates(reading: Reading, blocked: list[tuple[int, int]]) -> Iterator[tuple[int, int, Kind, Who]]:
    for first, last, section in hits(reading.words):
        if section == "not_detail":
            blocked.append((reading.words[first].start, reading.words[last - 1].end))
            continue
        kind, rule = RULES[section]
        if _named(reading, first, last) or (found := rule(reading, first, last)) is None:
            continue
        who = _told_of(reading, kind, *found)
        if who is not None:
            yield reading.words[found[0]].start, reading.words[found[1] - 1].end, kind, who
    written: tuple[tuple[Kind, Iterator[tuple[int, int]]], ...] = (
        ("exact_age", ages(reading.text)),
        ("exact_time", times(reading.text)),
    )
    for kind, places in written:
        for start, end in places:
            first = reading.at(start)
            who = (
                _told_of(reading, kind, first, max(first + 1, reading.at(end))) if first < len(reading.words) else None
            )
            if who is not None:
                yield start, end, kind, who


def _named(reading: Reading, first: int, last: int) -> bool:
    """Say whether the words are part of what somebody is called in the register, which a person has chosen."""
    for mention in reading.mentions_before(last, first):
        if mention.first < last and first < mention.last:
            return mention.who.key in reading.cast.keys
        if mention.last <= first:
            return False
    return False


def _told_of(reading: Reading, kind: Kind, first: int, last: int) -> Who | None:
    """Return of whom a detail tells; None where it tells of nobody, or of a professional at work."""
    who = reading.who(first, last, carried=kind not in _SAME_SENTENCE)
    if who is None or (who.professional and kind not in _OF_PROFESSIONALS):
        return None
    if who.key == "family" and kind not in _OF_FAMILIES:
        return None
    if kind == "sex":
        return None if who.tells else who
    return who
