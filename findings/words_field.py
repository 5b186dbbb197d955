"""A column that keeps what a row is found by, and asking it for several words at once."""

from __future__ import annotations

from typing import Any

from django.db import models

from findings.library_words import kept


class WordsField(models.TextField):
    """Keeps what a row is found by (`findings.library_words.kept`), written with the row; asked with `__hold`."""

    def __init__(self, *args: Any, of: tuple[str, ...] = (), **kwargs: Any) -> None:
        self.of = of
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """As a migration writes it."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        """What is stored."""
        words = " ".join(kept("\n".join(getattr(model_instance, name) for name in self.of)))
        setattr(model_instance, self.attname, words)
        return words


@WordsField.register_lookup
class Hold(models.Lookup):
    """Whether all of several words are kept: by the index of words on PostgreSQL, elsewhere by looking through."""

    lookup_name = "hold"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """Each word with a space on both sides of it."""
        column, params = self.process_lhs(compiler, connection)
        likes = " AND ".join([f"(' ' || {column} || ' ') LIKE %s ESCAPE '\\'"] * len(self.rhs)) or "1 = 1"
        return likes, [each for word in self.rhs for each in (*params, f"% {escaped(word)} %")]

    def as_postgresql(self, compiler: Any, connection: Any) -> Any:
        """As the index `library_words` has it (migration)."""
        column, params = self.process_lhs(compiler, connection)
        return f"(string_to_array({column}, ' ') COLLATE \"C\") @> %s", [*params, list(self.rhs)]


def escaped(word: str) -> str:
    """A word in which nothing stands for anything else."""
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
