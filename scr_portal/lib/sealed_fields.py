"""Columns whose words are sealed: read and written like any other, and never looked for by the database.

Empty stays empty and NULL stays NULL, so that “is anything said” can be asked. Any other look-up raises FieldError rather
than find nothing.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django.core.exceptions import FieldError
from django.db import models
from django.db.models.lookups import Exact, IsNull

from scr_portal.lib.sealing import seal, unseal


class Said(Exact):
    """Whether anything stands in a sealed column: the one comparison that it allows is with nothing."""

    def get_prep_lookup(self) -> Any:
        if self.rhs not in ("", None):
            raise FieldError(
                "This column is sealed, so the database cannot look for what stands in it: read, then compare."
            )
        return self.rhs


class Sealed(models.Field):
    """What the sealed columns share."""

    def get_internal_type(self) -> str:
        """Sealed words are text, whatever they say."""
        return "TextField"

    def get_lookup(self, lookup_name: str) -> Any:
        """Whether anything is said, and no other."""
        if lookup_name not in {"exact", "isnull"}:
            raise FieldError(f"{self.name} is sealed: it cannot be asked for by {lookup_name}.")
        return IsNull if lookup_name == "isnull" else Said

    def get_transform(self, lookup_name: str) -> None:
        """Nothing within it can be asked for."""
        return None

    def written(self, value: Any) -> str:
        """The words that are sealed."""
        return str(value)

    def read(self, words: str) -> Any:
        """What they say."""
        return words

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        """What the column holds."""
        return value if value in ("", None) else seal(self.written(value))

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        """What was sealed."""
        return value if value in ("", None) else self.read(unseal(value))


class SealedTextField(Sealed, models.TextField):
    """Text, sealed."""


class SealedCharField(Sealed, models.CharField):
    """A line of text, sealed; `max_length` counts what is typed."""


class SealedDateField(Sealed, models.DateField):
    """A day, sealed."""

    def written(self, value: Any) -> str:
        return str(self.to_python(value).isoformat())

    def read(self, words: str) -> date:
        return date.fromisoformat(words)


class SealedJSONField(Sealed, models.JSONField):  # type: ignore[misc]
    """What JSON holds, sealed."""

    def written(self, value: Any) -> str:
        return json.dumps(value, ensure_ascii=False)

    def read(self, words: str) -> Any:
        return json.loads(words)
