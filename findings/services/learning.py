"""Reading what was released: a receipt with answers, once for each reader and edition; files that are taken."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from findings.models import Edition, ProductFile, Receipt
from reviews.access import boards_where, check
from reviews.models import Board, Sharing
from reviews.services.events import record
from scr_portal.lib.records import Refused, locked


def read_through(person: Any, edition: Edition) -> Board | Edition:
    """What `learning.see` is asked of: a board of the person's with which the releasing board shares learning, else the edition."""
    boards = boards_where(person, "learning.see")
    shared = boards and edition.board.pk in Sharing.objects.learning_of(person)
    return Board(pk=boards[0]) if shared else edition


@transaction.atomic
def read(*, by: Any, edition: Edition, level: str, answers: list[int | None]) -> Receipt:
    """Keep that somebody read an edition, and what they answered; the record holds no answer."""
    check(by, "learning.read", edition)
    locked(edition)
    if Receipt.objects.filter(edition=edition, reader=by).exists():
        raise Refused("You have said already that you read it.")
    made = Receipt.objects.create(edition=edition, reader=by, agency=by.agency, level=level, answers=answers)
    record(by, "learning.read", edition, facts={"edition": edition.number, "level": level})
    return made


@transaction.atomic
def taken(*, by: Any, file: ProductFile) -> None:
    """Keep on record that a released file was taken; call it before it is handed out."""
    edition: Any = file.edition
    check(by, "learning.see", read_through(by, edition))
    record(by, "learning.taken", edition, facts={"format": file.format, "sha256": file.sha256})
