"""That an entry names somebody of the people register: found by the portal, or decided by a person."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from agencies.models import Entry, Request
from reviews.models import Person


class Naming(models.Model):
    """One entry and one person. Who reads the entry reads this; nothing else leads to it.

    It tells who is meant by the key of the register alone: which words were read stands in the entry, and nowhere else.
    """

    class State(models.TextChoices):
        NAMED = "named", "Named"
        UNDECIDED = "undecided", "Not decided"
        NOT_NAMED = "not_named", "Not named"

    # An entry that its agency takes out again takes with it what was found in it.
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="namings", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="namings", db_index=False)
    state = models.CharField(max_length=10, choices=State.choices)
    # Empty for what the portal found; what a person decided is left as it is when it looks again.
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["person__part", "person__pseudonym"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["entry", "person"], name="one_naming_of_a_person")]
        # Of one person the entries that name them are read from the index alone.
        indexes: ClassVar = [
            models.Index(fields=["person", "state", "entry"]),
            models.Index(fields=["entry"], condition=Q(state="undecided"), name="naming_undecided"),
        ]

    def __str__(self) -> str:
        return str(self.person)

    @property
    def review(self) -> Any:
        """The review of the entry."""
        return self.entry.review


class Recognition(models.Model):
    """Up to where the people of the register were looked for in one return."""

    request = models.OneToOneField(Request, on_delete=models.PROTECT, related_name="recognition")
    # The SHA-256 over the register and the return as they were; unlike them now, it has to be done again.
    of = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"Names in {self.request}"
