"""A large review for measuring: 20 agencies' signed returns, three people of the register named in every entry."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import connection, models

from agencies.copying import copy_in
from agencies.models import Agency, Entry, Request
from findings.models import Naming
from reviews.models import Person, Review
from tests import make

AGENCIES, FIRST_DAY, DAYS, PIECE = 20, date(2018, 1, 1), 1095, 5_000
WORDS = (
    "visit", "home", "call", "school", "nurse", "police", "letter", "appointment", "missed", "weight",
    "referral", "meeting", "plan", "house", "move", "partner", "report", "concern", "review", "text", "message",
    "clinic", "mother", "father", "child", "seen", "alone", "kitchen", "cold", "food", "bruise", "explained",
    "neighbour", "rang", "officer", "duty",
)  # fmt: skip
# Stands in one entry of a thousand; nobody ever writes the other.
RARE, NOWHERE = "zeppelin", "xylophone"
GIVEN = ("Amara", "Kofi", "Ife", "Zainab", "Tunde", "Chidi", "Ngozi", "Bola", "Emeka", "Sade", "Femi", "Yinka")


class LargeReview:
    """One review with `AGENCIES` returns, which can be made longer; `people` are those whom entries name, the last one rarely."""

    def __init__(self, world: Any, review: Review) -> None:
        self.world, self.review, self.draw, self.each = world, review, random.Random(7), 0
        self.people = [
            make.subject(world, review, given=name, pseudonym=f"Relative {number}", part="family")
            for number, name in enumerate((*GIVEN, "Obinna"), 1)
        ]
        self.requests = [
            make.request(world, review, agency, status="returned")
            for agency in (
                Agency.objects.create(board=world.board, name=f"Agency {number}", kind=Agency.Kind.OTHER)
                for number in range(AGENCIES)
            )
        ]

    def lengthened(self, each: int) -> None:
        """Go on until every agency has `each` entries."""
        for request in self.requests:
            for first in range(self.each, each, PIECE):
                self._piece(request, range(first, min(first + PIECE, each)))
        self.each = each

    def _piece(self, request: Request, sequences: range) -> None:
        named = [self._named(sequence) for sequence in sequences]
        copy_in([self._entry(request, sequence, who) for sequence, who in zip(sequences, named, strict=True)])
        written = request.entries.filter(sequence__gte=sequences[0]).order_by("sequence")
        keys = list(written.values_list("pk", flat=True))  # Asked before COPY has the connection to itself.
        copied(Naming, ("entry_id", "person_id", "state"), of_people(keys, named))

    def _named(self, sequence: int) -> list[Person]:
        """Three of those who are named often, and in one entry of a thousand the last in the place of the third."""
        chosen = self.draw.sample(self.people[:-1], 3)
        return [*chosen[:2], self.people[-1]] if sequence % 1000 == 7 else chosen

    def _entry(self, request: Request, sequence: int, who: Sequence[Person]) -> Entry:
        on = FIRST_DAY + timedelta(days=self.draw.randrange(DAYS))
        names, rare = [person.given for person in who], f" {RARE}" if sequence % 1000 == 3 else ""
        text = f"{names[0]}, {names[1]} and {names[2]} Okafor: {' '.join(self.draw.choices(WORDS, k=25))}{rare}."
        return Entry(
            request=request, review=self.review, agency_id=request.agency_id, sequence=sequence, date_text=f"{on:%d/%m/%Y}", date_from=on,
            date_to=on, precision="day", certain=True, event=text, seen=self.draw.choice(("yes", "no", "", "")), recorded_by=self.world.police_author,
        )  # fmt: skip


def of_people(entries: Sequence[int], named: Sequence[Sequence[Person]]) -> Iterator[tuple[int, int, str]]:
    """A row for each entry and each person whom it names."""
    for entry, who in zip(entries, named, strict=True):
        yield from ((entry, person.pk, Naming.State.NAMED.value) for person in who)


def copied(model: type[models.Model], names: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> None:
    """Rows of a plain model into the database, the quick way where there is one."""
    if connection.vendor != "postgresql":
        made = (model(**dict(zip(names, row, strict=True))) for row in rows)
        model._default_manager.bulk_create(made, batch_size=500)
        return
    columns = ", ".join(map(connection.ops.quote_name, names))
    with connection.cursor() as cursor, cursor.copy(f"COPY {model._meta.db_table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
