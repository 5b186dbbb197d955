"""Inviting somebody without an account to make a referral: making, renewing and withdrawing the link."""

from __future__ import annotations

import secrets
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from reviews.access import check
from reviews.models import Board, Invitation
from reviews.services.calendar import sha256
from reviews.services.events import record
from reviews.services.message import call_off, queue
from scr_portal.lib.records import Refused, changed, locked


def address_of(key: str) -> str:
    """The link that a key is carried by."""
    return f"{settings.SITE_URL}{reverse('reviews.invited.open')}?key={key}"


def tell(invitation: Invitation, key: str) -> None:
    """Queue the link to the invited person's address, if there is one; its words are blanked when it was sent."""
    until = f"{invitation.expires_on.day} {invitation.expires_on:%B %Y}"
    if invitation.address:
        queue(
            key=f"invitation-{invitation.pk}-{invitation.version}", kind="invitation", address=invitation.address,
            board=invitation.board, about=f"invitation-{invitation.pk}", forget=True,
            subject=f"{invitation.board}: a link to make a referral",
            text=f"{invitation.board.name} invites you to make a referral. You need no account. You can save it half-finished and come "
            f"back by the same link until {until}; an incomplete referral is better than a late one.\n\n{address_of(key)}\n\n"
            "The link is yours alone: do not pass it on.",
        )  # fmt: skip


@transaction.atomic
def make(*, by: Any, board: Board, invited: str, address: str, expires_on: date) -> tuple[Invitation, str]:
    """Invite somebody. Gives the invitation and its key, which is not kept and cannot be shown again."""
    check(by, "referral.invite", board)
    if expires_on < timezone.localdate():
        raise Refused("That day has passed: choose the last day on which the link opens.")
    key = secrets.token_urlsafe(32)
    made = Invitation.objects.create(
        board=board, invited=invited, address=address, expires_on=expires_on, key_sha256=sha256(key), made_by=by
    )
    tell(made, key)
    record(by, "invitation.made", made, facts={"expires": expires_on, "by_mail": bool(address)})
    return made, key


@transaction.atomic
def renew(*, by: Any, invitation: Invitation, expires_on: date) -> tuple[Invitation, str]:
    """A new key in place of the one before; what was written so far stays. Raises Refused for one that is used or withdrawn."""
    check(by, "referral.invite", invitation.board)
    found = locked(invitation)
    if found.spent_at or found.withdrawn_at:
        raise Refused("This invitation is used or withdrawn: invite them again.")
    if expires_on < timezone.localdate():
        raise Refused("That day has passed: choose the last day on which the link opens.")
    key = secrets.token_urlsafe(32)
    call_off(about=f"invitation-{found.pk}")
    found, _ = changed(found, {"key_sha256": sha256(key), "expires_on": expires_on})
    tell(found, key)
    record(by, "invitation.renewed", found, facts={"expires": expires_on, "by_mail": bool(found.address)})
    return found, key


@transaction.atomic
def withdraw(*, by: Any, invitation: Invitation) -> Invitation:
    """From now on its link opens nothing. Raises Refused for one that is used or withdrawn already."""
    check(by, "referral.invite", invitation.board)
    found = locked(invitation)
    if found.spent_at or found.withdrawn_at:
        raise Refused("This invitation is used or withdrawn already.")
    call_off(about=f"invitation-{found.pk}")
    found, _ = changed(found, {"withdrawn_at": timezone.now()})
    record(by, "invitation.withdrawn", found)
    return found
