"""Giving people roles, and ending them; whatever a membership bears on is regranted at once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from reviews.access import check, regrant
from reviews.models import Board, Membership, Review, Sharing
from reviews.policy import ENDING_WITH_REVIEW, REVIEW_ROLES, Role
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed


def regrant_all(board: Board, review: Review | None = None) -> None:
    """Project the memberships of a board (or of one of its reviews) anew; those of a board on what was given to it too."""
    given = Q(sharings__in=Sharing.objects.filter(to_board=board))
    regranted(Review.objects.filter(Q(pk=review.pk) if review else Q(board=board) | given).distinct())


def regranted(reviews: Any, *, dry_run: bool = False) -> tuple[int, int]:
    """Project what people hold on reviews and on the requests of these; gives (added, removed), as `regrant` does."""
    found = [*reviews.prefetch_related("requests")]
    kinds = (found, [asked for each in found for asked in each.requests.all()])
    done = [regrant(*records, dry_run=dry_run) for records in kinds]
    return sum(added for added, _ in done), sum(removed for _, removed in done)


# What somebody may hold beside the support of professionals: neither runs a review, writes in it or reads it whole.
BESIDE_SUPPORT = frozenset({Role.SUPPORT_LEAD, Role.ACTION_OWNER, Role.REFERRER})


def kept_apart(board: Board, user: Any, role: str) -> None:
    """Pass unless one person would both support professionals and have a part in reviews of the board. Raises Refused.

    What a practitioner tells the support lead must be of no use in the review, and nobody reads it by a second role.
    """
    held = {*user.memberships.active().filter(board=board).values_list("role", flat=True)}
    if role == Role.SUPPORT_LEAD and held - BESIDE_SUPPORT:
        raise Refused(
            "A support lead has no other part in the board’s reviews: choose somebody who holds no other role here."
        )
    if role and role not in BESIDE_SUPPORT and Role.SUPPORT_LEAD in held:
        raise Refused("This person is a support lead of the board: end that first, or choose somebody else.")


@transaction.atomic
def grant(
    *,
    by: Any,
    board: Board,
    user: Any,
    role: str,
    review: Review | None = None,
    until: date | None = None,
    independence: str = "",
) -> Membership:
    """Give `user` a role, on the whole board or in one review; an ended membership of the same kind begins again."""
    check(by, "review.commission" if review else "board.administer", review or board)
    if role == Role.GUEST:
        raise Refused("A guest is named by their own board, when it accepts what yours offers: offer it the review.")
    if (role in REVIEW_ROLES) != (review is not None):
        raise Refused(
            "That role is held in one review: appoint the person there."
            if review is None
            else "That role is held on the whole board."
        )
    if by == user and Role.ADMINISTRATOR in by.memberships.active().values_list("role", flat=True):
        raise Refused("You cannot give yourself a role: ask another administrator or the business manager.")
    kept_apart(board, user, role)
    found = Membership.objects.filter(board=board, user=user, role=role, review=review).first()
    values = {"until": until, "independence": independence}
    if found is None:
        found = Membership.objects.create(board=board, user=user, role=role, review=review, **values)
    else:
        found, _ = changed(found, values)
    regrant_all(board, review)
    record(by, "membership.granted", found, facts={"user": user.pk, "role": role, "until": until})
    return found


def writable(by: Any, membership: Membership) -> None:
    """Pass when `by` may end it: who commissions a review ends its roles, who keeps the directory the others."""
    check(
        by, "review.commission" if membership.review_id else "board.administer", membership.review or membership.board
    )


@transaction.atomic
def end(*, by: Any, membership: Membership, why: str) -> Membership:
    """End a membership today: from now on it opens nothing."""
    writable(by, membership)
    yesterday = timezone.localdate() - timedelta(days=1)
    found, _ = changed(membership, {"until": yesterday})
    regrant_all(found.board, found.review)
    record(by, "membership.ended", found, why=why, facts={"user": found.user_id, "role": found.role})
    return found


def end_with_review(review: Review) -> list[int]:
    """End with today what outsiders and panel hold in a review that closes; part of the verb that closes it.

    A day that was set for somebody stands: the board gave it to them on purpose. Gives the keys of those that end.
    """
    held = review.memberships.active().filter(role__in=ENDING_WITH_REVIEW, until__isnull=True)
    ended = [changed(each, {"until": timezone.localdate()})[0].pk for each in held]
    regrant_all(review.board, review)
    return ended
