"""Legal holds: while one stands nothing is destroyed."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from reviews.access import check
from reviews.models import Board, LegalHold, Review
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed, locked


@transaction.atomic
def place(*, by: Any, review: Review, values: dict[str, Any]) -> LegalHold:
    """Hold one case. It waits for a destruction that has begun, and a destruction waits for it."""
    check(by, "review.hold", review)
    held = locked(review)
    made = LegalHold.objects.create(board=held.board, review=held, placed_by=by, **values)
    record(by, "legal_hold.placed", made, facts={"kind": made.kind, "look_again_on": made.look_again_on})
    return made


@transaction.atomic
def place_on_board(*, by: Any, board: Board, values: dict[str, Any]) -> LegalHold:
    """Hold every case of the board, those to come among them."""
    check(by, "retention.keep", board)
    made = LegalHold.objects.create(board=locked(board), placed_by=by, **values)
    record(by, "legal_hold.placed", made, facts={"kind": made.kind, "look_again_on": made.look_again_on})
    return made


@transaction.atomic
def lift(*, by: Any, hold: LegalHold, why: str) -> LegalHold:
    """Lift a hold, with the reason. Raises Refused where it was lifted already."""
    check(by, "review.hold" if hold.review else "retention.keep", hold.review or hold.board)
    if locked(hold).lifted_on:
        raise Refused("This hold was lifted already.")
    found, _ = changed(hold, {"lifted_on": timezone.localdate(), "lifted_by": by, "lifted_why": why}, by=by)
    record(by, "legal_hold.lifted", found, why=why, facts={"kind": found.kind})
    return found
