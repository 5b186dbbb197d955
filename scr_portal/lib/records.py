"""What every record shares: when it was made, and a version so that a stale form is noticed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import models


class Refused(Exception):
    """Something that cannot be done now; the text is one sentence for the person who asked."""


class Stale(Refused):
    """Somebody else changed the record after the form was opened.

    `record` is the record as it is now; for a form that carries a stamp, what stands now by the names that the stamp was
    made of.
    """

    def __init__(self, record: models.Model | Mapping[Any, Any]) -> None:
        super().__init__(
            "Someone else changed this while you were writing. Your words are kept below; check and save again."
        )
        self.record = record


class Record(models.Model):
    """Abstract base of what people type into; `version` counts the changes made through `changed`."""

    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


def stamp(standing: Mapping[Any, Any]) -> str:
    """A short mark of what stands, for a form over several rows or over what has no version: the same for the same values."""
    said = json.dumps([[str(name), standing[name]] for name in sorted(standing, key=str)], default=str, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def as_seen(standing: Mapping[Any, Any], seen: str | None) -> None:
    """Pass where `standing`, read behind a lock, is what the form showed; `seen` is its stamp, None where nobody looked.

    Raises Stale with what stands.
    """
    if seen and seen != stamp(standing):
        raise Stale(standing)


REASON = 100  # as many characters as the history keeps of a reason

R = TypeVar("R", bound=Record)


def locked(record: R) -> R:
    """The same record, read again and locked until the transaction ends."""
    found: R = type(record)._default_manager.select_for_update().get(pk=record.pk)
    return found


def changed(
    record: R, values: dict[str, Any], *, seen_version: int | None = None, by: Any = None, why: str = ""
) -> tuple[R, list[str]]:
    """Set `values` on the locked record and save it; `by` and `why` stand in the history of the record.

    Returns the record and the names of the fields that differ. Raises Stale when `seen_version` (the version the form
    was opened with) is not the present one. Saves nothing when nothing differs.
    """
    found = locked(record)
    if seen_version is not None and seen_version != found.version:
        raise Stale(found)
    differing = [name for name, value in values.items() if getattr(found, name) != value]
    if differing:
        for name in differing:
            setattr(found, name, values[name])
        found.version += 1
        if by is not None:
            found._history_user = by  # type: ignore[attr-defined]
        found._change_reason = why[:REASON] or None  # type: ignore[attr-defined]
        found.save()
    return found, differing
