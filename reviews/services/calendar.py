"""Making and revoking a person's calendar link, and whom a link's key stands for."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from django.db import transaction
from django.utils import timezone

from reviews.access import check
from reviews.models import Board, CalendarLink
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed


def sha256(key: str) -> str:
    """What is kept of a key."""
    return hashlib.sha256(key.encode()).hexdigest()


def links(user: Any, board: Board) -> Any:
    """The person's links on a board that still open something."""
    return CalendarLink.objects.filter(user=user, board=board, revoked_at__isnull=True)


def opened_by(key: str) -> CalendarLink | None:
    """The link that a key opens: not revoked, and its person may still sign in."""
    live = CalendarLink.objects.filter(revoked_at__isnull=True, user__is_active=True).select_related("user", "board")
    return live.filter(key_sha256=sha256(key)).first()


@transaction.atomic
def make(*, by: Any, board: Board) -> str:
    """A new link, in place of those before it. Gives its key, which is not kept and cannot be shown again."""
    check(by, "calendar.link", board)
    key = secrets.token_urlsafe(32)
    for earlier in links(by, board):
        changed(earlier, {"revoked_at": timezone.now()})
    made = CalendarLink.objects.create(board=board, user=by, key_sha256=sha256(key))
    record(by, "calendar_link.made", made)
    return key


@transaction.atomic
def revoke(*, by: Any, board: Board) -> CalendarLink:
    """From now on the person's link opens nothing. Raises Refused where there is none."""
    check(by, "calendar.link", board)
    found = links(by, board).first()
    if found is None:
        raise Refused("You have no calendar link.")
    found, _ = changed(found, {"revoked_at": timezone.now()})
    record(by, "calendar_link.revoked", found)
    return found
