"""Where somebody is signed in."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session


def end_all(user: Any) -> int:
    """End every sign-in of `user`, on whatever device; gives how many there were."""
    theirs = [kept for kept in Session.objects.iterator() if kept.get_decoded().get(SESSION_KEY) == str(user.pk)]
    for kept in theirs:
        kept.delete()
    return len(theirs)
