"""The versions of one record, each with what differs from the one before it, word by word. Asks for one page of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.utils import timezone

from reviews.comparison import Piece, compared
from reviews.hanging import way
from reviews.regimes import records
from scr_portal.lib.page_tags import day, moment

# What every save changes, and says nothing.
WITHOUT_WORDS = frozenset({"id", "version", "created_at", "changed_at"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs: its label, and the pieces that lead from the words before to the words after."""

    field: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a record: the row of its history, and what differs; everything where it is the first."""

    row: Any
    differences: tuple[Difference, ...]


def kind_of(slug: str) -> records.Kind | None:
    """The kind of record that an address names: "reviews-person" is "reviews.person"; None for none that hangs on a review."""
    return records.kinds().get(slug.replace("-", ".", 1))


def of_review(review: Any, kind: records.Kind, pk: int) -> Any:
    """The record of that kind and key, if it hangs on the review; None otherwise. Not scoped: its caller has asked for the right."""
    model: Any = apps.get_model(kind.label)
    return model._default_manager.filter(pk=pk).filter(**{way(model): review.pk}).first()


def versions(rows: Sequence[Any], before: Any) -> Iterator[Version]:
    """The versions of `rows` (of a history, newest first); `before` is the row before the last of them, or None."""
    said = [words(row) for row in rows] + [words(before) if before is not None else {}]
    for place, row in enumerate(rows):
        now, then = said[place], said[place + 1]
        changed = [name for name in now if now[name] != then.get(name, "")]
        yield Version(row, tuple(Difference(name, compared(then.get(name, ""), now[name])) for name in changed))


def words(row: Any) -> dict[str, str]:
    """What a version says, by the label of the field."""
    found = {}
    for field in row.instance_type._meta.concrete_fields:
        if field.name not in WITHOUT_WORDS and hasattr(row, field.attname):
            found[str(field.verbose_name).capitalize()] = told(row, field)
    return found


def told(row: Any, field: Any) -> str:
    """The words of one field: those of a choice, the day of a date, the number of a record that it leads to."""
    value = getattr(row, field.attname)
    if value in (None, "", [], {}):
        return ""
    if field.is_relation:
        return f"{str(field.related_model._meta.verbose_name).capitalize()} {value}"
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if hasattr(value, "hour"):
        return moment(timezone.localtime(value)) if hasattr(value, "year") else str(value)
    return day(value) if hasattr(value, "year") else str(value)
