"""A column that keeps the words of others as they are looked for."""

from __future__ import annotations

from typing import Any

from django.db import models

from agencies.searching import folded


class FoldedField(models.TextField):
    """Keeps what other fields say, folded as it is looked for; written with the row, like the moment of its making."""

    def __init__(self, *args: Any, of: tuple[str, ...] = (), **kwargs: Any) -> None:
        self.of = of
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """As a migration writes it."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        """What is stored."""
        words = folded(*(getattr(model_instance, name) for name in self.of))
        setattr(model_instance, self.attname, words)
        return words
