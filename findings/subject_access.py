"""Everything that a review holds on one person, record by record, with third parties marked.

Every kind of record of the table of records is gone through, so that none is forgotten: what is linked to the person, and
what names them. What tells of support for professionals is left out: its support lead alone knows of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models

from agencies.folded_field import FoldedField
from findings.anonymise import Person as Listed
from findings.anonymise import find, named
from findings.models import Naming
from findings.services.anonymity import register
from reviews.forms.event import kind_of
from reviews.hanging import way
from reviews.models import Person, Review
from reviews.regimes import records
from scr_portal.lib.page_tags import day

# Projections, what the portal keeps for itself, and what this very page writes. Entries are found by who they name.
LEFT_OUT = frozenset({
    "reviews.event", "reviews.reviewgrant", "agencies.requestgrant", "agencies.entry", "agencies.professional", "agencies.supportoffer",
    "findings.naming", "findings.recognition", "findings.reportbuild", "findings.productbuild", "findings.subjectaccess",
    "findings.subjectaccessmark",
})  # fmt: skip
NOT_SAID = frozenset({"id", "version", "created_at", "changed_at"})
OPEN, CLOSE = "[third party: ", "]"


@dataclass(frozen=True, slots=True)
class Item:
    """One record on the person: its kind and key, its words with third parties in brackets, and who they are."""

    kind: str
    pk: int
    heading: str
    text: str
    others: tuple[str, ...]

    @property
    def slug(self) -> str:
        """How an address names the kind."""
        return self.kind.replace(".", "-")


def items(review: Review, person: Person) -> list[Item]:
    """Every record of the review on `person`, in the order of the table of records, entries first."""
    people = register(review)
    found = [(entry, words(entry)) for entry in entries_on(person)]
    for label in records.kinds():
        if label not in LEFT_OUT:
            found += [(row, text) for row, text in rows_of(label, review) if on(row, text, person, people)]
    return [item(row, text, person, people) for row, text in found]


def entries_on(person: Person) -> Iterator[Any]:
    """The entries that name the person, or may; also those on hold, for whoever answers decides about them."""
    rows = Naming.objects.filter(person=person).exclude(state=Naming.State.NOT_NAMED)
    for naming in rows.select_related("entry__agency", "entry__review").order_by("entry"):
        yield naming.entry


def rows_of(label: str, review: Review, **only: int) -> Iterator[tuple[Any, str]]:
    """Each record of a kind that hangs on the review, with its words; `only` narrows them to one key."""
    model: Any = apps.get_model(label)
    rows = model._default_manager.filter(**{way(model): review.pk}).filter(**only).order_by("pk")
    for row in rows.prefetch_related(*(each.name for each in model._meta.many_to_many if each.related_model is Person)):
        yield row, words(row)


def one(review: Review, person: Person, label: str, pk: int) -> Item | None:
    """One record of the review on `person`, or None."""
    people = register(review)
    if label == "agencies.entry":
        found = ((entry, words(entry)) for entry in entries_on(person) if entry.pk == pk)
        return next((item(*pair, person, people) for pair in found), None)
    if label not in records.kinds() or label in LEFT_OUT:
        return None
    rows = rows_of(label, review, pk=pk)
    return next((item(row, text, person, people) for row, text in rows if on(row, text, person, people)), None)


def words(row: Any) -> str:
    """What people wrote into a record: its texts, choices and days, each with its label; links and copies for the search are left out."""
    said = []
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        kept = isinstance(field, models.CharField | models.TextField | models.DateField) or field.name == "aliases"
        if value and kept and field.name not in NOT_SAID and not isinstance(field, FoldedField):
            said.append(f"{str(field.verbose_name).capitalize()}: {told(field, value)}")
    return "\n".join(said)


def told(field: Any, value: Any) -> str:
    """The words of one value: of a choice, a day, several names."""
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return day(value) if isinstance(field, models.DateField) else str(value)


def on(row: Any, text: str, person: Person, people: tuple[Listed, ...]) -> bool:
    """Whether a record is the person's own, is linked to them, or names them. Another's entry in the register is not on them."""
    if isinstance(row, Person):
        return row == person
    fields = [each for each in (*row._meta.concrete_fields, *row._meta.many_to_many) if each.related_model is Person]
    linked = any(
        person in getattr(row, each.name).all() if each.many_to_many else getattr(row, each.attname) == person.pk
        for each in fields
    )
    return linked or str(person.pk) in named(people, text)


def item(row: Any, text: str, person: Person, people: tuple[Listed, ...]) -> Item:
    """One record as the page and the files show it."""
    pseudonyms = {each.key: each.pseudonym for each in people}
    marked, others = third_parties(people, text, str(person.pk))
    label = row._meta.label_lower
    for field in (each for each in row._meta.concrete_fields if each.related_model is Person):
        if (key := str(getattr(row, field.attname))) in pseudonyms and row != person:
            marked += f"\n{str(field.verbose_name).capitalize()}: {pseudonyms[key]}"
            others += [key] if key != str(person.pk) else []
    return Item(
        label,
        row.pk,
        kind_of(label),
        marked,
        tuple(dict.fromkeys(pseudonyms.get(key, "Not in the register") for key in others)),
    )


def third_parties(people: Sequence[Listed], text: str, own: str) -> tuple[str, list[str]]:
    """The text with everybody but the person in brackets, and their keys ("" for who is in no register)."""
    made, others = text, list[str]()
    kinds = {each.key: each.kind for each in people}
    for span in reversed(find(people, text)):
        somebody = span.kind == "unlisted_person" or any(kinds.get(key) == Person.Kind.PERSON for key in span.keys)
        if somebody and own not in span.keys:
            made = made[: span.start] + OPEN + made[span.start : span.end] + CLOSE + made[span.end :]
            others[:0] = span.keys[:1] or [""]
    return made, others
