"""A row as JSON, exactly, and the row again: no history is written and no moment set anew."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models.fields.files import FieldFile

Model = type[models.Model]

# What is never said of a row, and what stands there instead: nobody signs in elsewhere with what they have here.
KEPT_BACK: dict[str, dict[str, Any]] = {
    "agencies.User": {"password": "!", "last_login": None, "is_superuser": False, "is_staff": False}
}


def columns(model: Model) -> list[Any]:
    """The fields that hold what was written; what the database reckons is left to it."""
    return [field for field in model._meta.concrete_fields if not field.generated]


def plain(value: Any) -> Any:
    """A value as JSON holds it, to the microsecond."""
    if isinstance(value, FieldFile):
        return value.name or ""
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal | UUID) else value


def written(row: models.Model) -> bytes:
    """One row as a line: column → value. Sealed words are said openly."""
    said = {field.attname: plain(field.value_from_object(row)) for field in columns(type(row))}
    said |= KEPT_BACK.get(row._meta.label, {})
    return json.dumps(said, ensure_ascii=False).encode() + b"\n"


def read(model: Model, line: bytes) -> models.Model:
    """The row that a line says, not saved. Raises ValueError where it is none of this model."""
    said, fields = json.loads(line), columns(model)
    names = {field.attname for field in fields}
    if not isinstance(said, dict) or said.keys() != names:
        differing = sorted(names ^ set(said)) if isinstance(said, dict) else []
        raise ValueError(f"its columns are not those of {model._meta.label} here: {', '.join(differing)}")
    return model(**{field.attname: field.to_python(said[field.attname]) for field in fields})


def insert(row: models.Model) -> None:
    """Write the row as it is said."""
    row.save_base(raw=True, force_insert=True)


def file_fields(model: Model) -> list[Any]:
    """The columns that name a file."""
    return [field for field in columns(model) if isinstance(field, models.FileField)]


def pointing(row: models.Model) -> Iterator[tuple[Model, Any]]:
    """(model, key) of every row that must be there for this one to be."""
    for field in columns(type(row)):
        needed = isinstance(field, models.ForeignKey) and field.db_constraint  # type: ignore[attr-defined]
        if needed and getattr(row, field.attname) is not None:
            yield field.related_model, getattr(row, field.attname)
