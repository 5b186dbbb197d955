"""What somebody does who holds the link of an invitation: write their one referral, and send it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from reviews.access import check
from reviews.lifecycle import REFERRAL_LIFECYCLE
from reviews.models import Invitation, Referral
from reviews.services.events import record
from reviews.services.referral import NEEDED_TO_SEND, next_ref
from scr_portal.lib.records import Refused, changed, locked

OVER = "This link no longer takes a referral. Ask the board’s business manager for another."


def opened_by(key_sha256: str) -> Invitation | None:
    """The invitation that the key of this hash opens: not withdrawn and not past its day; a used one opens its receipt."""
    live = Invitation.objects.filter(withdrawn_at__isnull=True, expires_on__gte=timezone.localdate())
    return live.select_related("board", "referral").filter(key_sha256=key_sha256).first()


def writable(by: Invitation) -> Invitation:
    """The invitation, locked, while a referral can be written with it; raises Refused when it cannot."""
    found = locked(by)
    if not found.open or found.key_sha256 != by.key_sha256:
        raise Refused(OVER)
    return found


@transaction.atomic
def keep(*, by: Invitation, values: dict[str, Any], seen_version: int | None = None) -> Referral:
    """Save the draft, half-finished or not. Raises Stale as `changed` does, Refused when the link is over."""
    invitation = writable(by)
    if invitation.referral is not None:
        check(invitation, "referral.change", invitation.referral)
        found, differing = changed(invitation.referral, values, seen_version=seen_version)
    else:
        check(invitation, "referral.make", invitation.board)
        ref = next_ref(Referral, "REF", timezone.localdate())
        found, differing = Referral.objects.create(board=invitation.board, ref=ref, **values), []
        changed(invitation, {"referral": found})
    record(invitation, "referral.written" if seen_version else "referral.begun", found, facts={"fields": differing})
    return found


@transaction.atomic
def send(*, by: Invitation) -> Referral:
    """Send the referral to the board; the link is spent. Raises Refused with what is still missing."""
    invitation = writable(by)
    if invitation.referral is None:
        raise Refused("Write the referral and save it first.")
    if missing := [words for name, words in NEEDED_TO_SEND.items() if not getattr(invitation.referral, name)]:
        raise Refused(f"Before you send it, say {', '.join(missing)}.")
    sent = REFERRAL_LIFECYCLE.advance(invitation.referral, "send", by=invitation)
    sent.sent_at = timezone.now()
    sent.save(update_fields=["sent_at"])
    changed(invitation, {"spent_at": sent.sent_at})
    record(invitation, "referral.sent", sent)
    return sent
