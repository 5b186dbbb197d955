"""The keys under which something in this database or among its files is sealed: their names, never the keys."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class SealingKey(models.Model):
    """One key in use. Its proof was sealed under it, so that whoever starts the portal without it is told at once."""

    name = models.CharField(max_length=8, unique=True, help_text="The beginning of the key's SHA-256.")
    proof = models.TextField(help_text="A word, sealed under the key.")
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"Sealing key {self.name}"
