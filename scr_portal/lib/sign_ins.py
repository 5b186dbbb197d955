"""Where somebody is signed in. The key of a session begins with whose it is, so that theirs are found without opening any other."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models.functions import Length
from django.utils.http import int_to_base36

# Characters that say whose a session is, before Django's own random ones.
WHOSE, RANDOM = 8, 32


def beginning(user: Any) -> str:
    """How the keys of the sessions of `user` (or of the person with that key) begin: never the same for two people."""
    return int_to_base36(int(getattr(user, "pk", user))).rjust(WHOSE, "0")


class SessionStore(db.SessionStore):
    """Django's sessions in the database; the one of somebody signed in is kept under a key that begins with whose it is.

    The sign-in itself gives a new key before it is known whose: the session moves when it is saved, unless it was ended
    meanwhile (UpdateError, as from any save of a session that is gone).
    """

    def _get_new_session_key(self) -> str:
        whose = getattr(self, "_session_cache", {}).get(SESSION_KEY)
        made: str = super()._get_new_session_key()  # type: ignore[misc]
        return f"{beginning(whose)}{made}" if whose else made

    def save(self, must_create: bool = False) -> None:
        """Save under the key that it has, or under a new one where that does not say whose it is."""
        said = self._get_session(no_load=must_create)  # type: ignore[attr-defined]
        whose, key = said.get(SESSION_KEY), self.session_key
        if not key or not whose or (len(key) == WHOSE + RANDOM and key.startswith(beginning(whose))):
            return super().save(must_create)
        with transaction.atomic():
            if self.model.objects.select_for_update().filter(session_key=key).first() is None:
                raise UpdateError
            self.create()
            self.delete(key)
        return None


def end_all(user: Any) -> int:
    """End every sign-in of `user`, on whatever device; gives how many there were.

    Only sessions whose key says nobody's name are opened: of who is about to sign in, and what an earlier version left.
    """
    theirs = [*Session.objects.filter(session_key__startswith=beginning(user))]
    nobodys = Session.objects.alias(length=Length("session_key")).filter(length__lt=WHOSE + RANDOM)
    theirs += [kept for kept in nobodys.iterator() if kept.get_decoded().get(SESSION_KEY) == str(user.pk)]
    for kept in theirs:
        kept.delete()
    return len(theirs)
