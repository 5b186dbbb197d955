"""Who is named in entries, as a page shows it: for entries that the reader was given already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from findings.anonymise import find
from findings.models import Naming
from findings.services.anonymity import register
from reviews.models import Person, Review

State = Naming.State


def named_in(entries: Iterable[Any], *, named: bool) -> dict[int, list[str]]:
    """The people who are named in each of `entries`, by the entry's key: by their published names, or by their real ones."""
    found: dict[int, list[str]] = {}
    rows = Naming.objects.filter(entry__in=[entry.pk for entry in entries], state=State.NAMED)
    # The same few people stand in many rows: each is read once, and what is sealed of them is opened once.
    keys = [*rows.values_list("entry", "person")]
    people = Person.objects.in_bulk({person for _, person in keys}) if keys else {}
    for entry, person in keys:
        found.setdefault(entry, []).append(called(people[person], named=named))
    return found


def called(person: Any, *, named: bool) -> str:
    """What somebody of the register is called in one of the two views."""
    return (person.real_name or person.pseudonym) if named else person.pseudonym


@dataclass(slots=True)
class Named:
    """What the page of one entry says about who is named in it."""

    named: list[Naming] = field(default_factory=list)
    undecided: list[Naming] = field(default_factory=list)
    not_named: list[Naming] = field(default_factory=list)
    # The words about which a person has to decide, each with those whom they may mean.
    words: list[tuple[str, list[str]]] = field(default_factory=list)


def named_on_page(review: Review, entry: Any, *, named: bool) -> Named:
    """Who is named in one entry, who may be, and of whom a person said that they are not."""
    found = Named()
    for each in entry.namings.select_related("person", "decided_by"):
        getattr(found, each.state).append(each)
    if found.undecided:
        found.words = in_doubt(review, entry, {str(each.person_id) for each in found.undecided}, named=named)
    return found


def in_doubt(review: Review, entry: Any, keys: set[str], *, named: bool) -> list[tuple[str, list[str]]]:
    """The words of an entry that may mean one of several people; in the covered view only how many of them may be meant."""
    people = register(review)
    called_by = {each.key: each.pseudonym for each in people}
    found: dict[tuple[str, tuple[str, ...]], None] = {}
    for text in (entry.event, entry.action, entry.source, *map(str, entry.extra.values())):
        for span in find(people, text):
            if span.replacement is None and keys & set(span.keys):
                words = text[span.start : span.end] if named else "[name]"
                found[words, tuple(called_by[key] for key in span.keys)] = None
    return [(words, list(who)) for words, who in found]
