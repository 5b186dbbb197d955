"""The versions of one record, each with what differs from the one before it, word by word. Asks for one page of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.utils import timezone

from reviews.comparison import Piece, compared
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


def way_to_review(model: type[Model]) -> str:
    """The look-up that leads from a record to its review, such as "finding__review"; "pk" from the review itself.

    The shortest way, by links that are always there if there is one. Raises LookupError where none leads there.
    """
    review = apps.get_model("reviews", "Review")
    for always in (True, False):
        ways: list[tuple[type[Model], str]] = [(model, "")]
        seen: set[type[Model]] = set()
        while ways:
            at, way = ways.pop(0)
            if at is review:
                return way or "pk"
            seen.add(at)
            ways += [
                (each.related_model, f"{way}__{each.name}".strip("_"))
                for each in links(at, always)
                if each.related_model not in seen
            ]
    raise LookupError(f"No link leads from {model._meta.label} to a review.")


def of_review(review: Any, kind: records.Kind, pk: int) -> Any:
    """The record of that kind and key, if it hangs on the review; None otherwise. Not scoped: its caller has asked for the right."""
    model: Any = apps.get_model(kind.label)
    return model._default_manager.filter(pk=pk).filter(**{way_to_review(model): review.pk}).first()


def links(model: type[Model], always: bool) -> list[Any]:
    """The links from a record to others of the portal that hang on a review; only those that are `always` there, or all."""
    known = records.kinds()
    found = [each for each in model._meta.concrete_fields if each.is_relation and each.related_model is not model]
    return [each for each in found if each.related_model._meta.label_lower in known and not (always and each.null)]  # type: ignore[union-attr]


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
