"""Sharing between two boards: one offers, the other accepts or declines, and either ends it at any time.

Each step stands in the record of both boards: in that of the review, or of the board that offered, and in that of the other.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from reviews.access import allowed, check, regrant
from reviews.models import Board, Review, Sharing
from reviews.models.sharing import READING
from reviews.policy import Role
from reviews.services.events import record
from reviews.services.membership import kept_apart
from scr_portal.lib.records import Refused, Stale, changed, locked

PAST = "That day is not to come: enter the last day on which it is shared."


def across(by: Any, done: str, sharing: Sharing, *, why: str = "", **facts: Any) -> None:
    """Keep a step in the record of the other board as well, which names the review by its reference alone."""
    said = {"with": sharing.board_id, "review": sharing.review.ref if sharing.review else "", **facts}
    record(by, f"sharing.{done}", sharing.to_board, board=sharing.to_board, why=why, facts=said)


@transaction.atomic
def offer(
    *,
    by: Any,
    board: Board,
    to_boards: Collection[Board],
    review: Review | None = None,
    until: date | None = None,
    why: str,
) -> Sequence[Sharing]:
    """Offer other boards to share learning both ways, or give one review to read until a day. Nothing is shared by this alone.

    Raises Refused where that is offered or agreed already, whichever of the two boards began, and for a review without an end.
    """
    check(by, "sharing.keep", board)
    if review is not None:
        check(by, "review.see", review)
    today = timezone.localdate()
    if until and until < today:
        raise Refused(PAST)
    if review and (until is None or review.board_id != board.pk):
        raise Refused("A review is given by its own board, and until a day: enter the last day.")
    made = []
    for other in sorted(to_boards, key=lambda each: each.pk):
        # Both boards, always in one order: two that offer each other at once would otherwise both find nothing.
        for pk in sorted({board.pk, other.pk}):
            locked(Board(pk=pk))
        rows = Sharing.objects.of(board).filter(review=review).of(other)
        if other.pk == board.pk or rows.waiting().exists() or rows.standing().exists():
            raise Refused(f"{other} and your board share this, or one has offered it already: see the list.")
        made.append(
            Sharing.objects.create(board=board, to_board=other, review=review, until=until, why=why, offered_by=by)
        )
        record(by, "sharing.offered", made[-1], why=why, facts={"with": other.pk, "until": until})
        across(by, "offered", made[-1], why=why, until=until)
    return made


def writable(by: Any, sharing: Sharing) -> Sharing:
    """The offer, locked, if `by` may answer it for the board that it was made to. Raises Refused where it no longer waits."""
    check(by, "sharing.keep", sharing.to_board)
    found = locked(sharing)
    if not found.waits:
        raise Refused("This offer no longer waits for an answer: look at the list again.")
    return found


@transaction.atomic
def accept(*, by: Any, sharing: Sharing, readers: Collection[Any] = ()) -> Sharing:
    """Accept an offer for the board that it was made to; of a review, with who of that board reads it. It is shared from now on."""
    found = writable(by, sharing)
    answered = {"accepted": True, "answered_by": by, "answered_on": timezone.localdate()}
    found, _ = changed(found, answered, by=by)
    read_by(found, readers)
    named = sorted(each.pk for each in readers)
    record(by, "sharing.accepted", found, facts={"with": found.to_board_id, "readers": named})
    across(by, "accepted", found, readers=named)
    return found


@transaction.atomic
def decline(*, by: Any, sharing: Sharing, why: str) -> Sharing:
    """Decline an offer, with the reason."""
    found = writable(by, sharing)
    answered = {"accepted": False, "answered_by": by, "answered_on": timezone.localdate(), "declined_why": why}
    found, _ = changed(found, answered, by=by)
    record(by, "sharing.declined", found, why=why, facts={"with": found.to_board_id})
    across(by, "declined", found, why=why)
    return found


@transaction.atomic
def name_readers(*, by: Any, sharing: Sharing, readers: Collection[Any], seen_version: int | None = None) -> Sharing:
    """Say anew who of the other board reads a review that was given to it.

    Raises Refused where none is shared, or no longer, and Stale where somebody else named them since the form was opened.
    """
    check(by, "sharing.keep", sharing.to_board)
    found = locked(sharing)
    if not (found.stands and found.review):
        raise Refused("No review is shared by this, so nobody can be named: look at the list again.")
    if seen_version not in {None, found.version}:
        raise Stale(found)
    found.version += 1
    found.save()
    read_by(found, readers)
    named = sorted(each.pk for each in readers)
    record(by, "sharing.readers_named", found, facts={"with": found.to_board_id, "readers": named})
    across(by, "readers_named", found, readers=named)
    return found


def candidates(board: Board) -> Any:
    """Who of a board may read another board's review for it."""
    held = board.memberships.active().filter(role__in=READING)
    return get_user_model().objects.filter(pk__in=held.values("user")).select_related("agency").order_by("name")


def read_by(sharing: Sharing, readers: Collection[Any]) -> None:
    """Name the readers, and store their rights. Raises Refused for who may not be one, and for a review without any."""
    if sharing.review is None:
        return
    if not readers:
        raise Refused("Choose who of your board reads it: nobody else of your board will.")
    known = {each.pk for each in candidates(sharing.to_board)}
    if strange := [str(each) for each in readers if each.pk not in known]:
        raise Refused(f"{strange[0]} does not govern reviews of your board: choose somebody else.")
    for reader in readers:
        kept_apart(sharing.board, reader, Role.GUEST)
    sharing.readers.set(readers)
    regrant(sharing.review)


@transaction.atomic
def end(*, by: Any, sharing: Sharing, why: str) -> Sharing:
    """End what is shared, or take an offer back; either board may, at any time, with the reason. It opens nothing from now on."""
    ours = allowed(by, "sharing.keep", sharing.board)
    check(by, "sharing.keep", sharing.board if ours else sharing.to_board)
    found = locked(sharing)
    if found.past or not (found.stands or (found.waits and ours)):
        raise Refused("This is not shared: look at the list again.")
    found, _ = changed(found, {"ended_by": by, "ended_on": timezone.localdate(), "ended_why": why}, by=by)
    if found.review:
        regrant(found.review)
    record(by, "sharing.ended", found, why=why, facts={"with": found.to_board_id})
    across(by, "ended", found, why=why)
    return found
