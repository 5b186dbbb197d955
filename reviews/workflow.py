"""The engine of every life cycle: which verb leads from where to where, who may, and what stands in the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reviews import restrictions
from reviews.access import allowed, check
from scr_portal.lib.records import R, Refused, locked

Guard = Callable[[Any], str | None]


class MoveRefused(Refused):
    """A move that cannot be made now."""


@dataclass(frozen=True, slots=True)
class Move:
    """`verb` leads from any of `sources` to `target` for whoever holds `action`, unless a guard gives a sentence.

    `deed`: what a parallel process may have asked the review to wait with.
    """

    verb: str
    sources: tuple[str, ...]
    target: str
    action: str
    label: str
    guards: tuple[Guard, ...] = ()
    deed: str = ""

    def obstacle(self, record: Any) -> str | None:
        """The first sentence that stands in the way of `record`, of a restriction or a guard, or None."""
        if self.deed and (sentence := restrictions.obstacle(record, self.deed)):
            return sentence
        return next((sentence for guard in self.guards if (sentence := guard(record))), None)


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """The moves of one kind of record; `field` is where its state is kept."""

    field: str
    moves: tuple[Move, ...]

    def move(self, verb: str) -> Move:
        """The move named `verb`. Raises LookupError for a verb that the table does not have."""
        for move in self.moves:
            if move.verb == verb:
                return move
        raise LookupError(f"{verb!r} is not a move of this life cycle.")

    def open_to(self, record: Any, user: Any) -> list[Move]:
        """The moves that `user` may make from where `record` stands, whether or not a guard stands in the way."""
        state = getattr(record, self.field)
        return [move for move in self.moves if state in move.sources and allowed(user, move.action, record)]

    def advance(self, record: R, verb: str, *, by: Any) -> R:
        """Make a move on the locked record and save it; the caller is a verb in services/, which records the event.

        Raises MoveRefused when the record has moved on meanwhile or a guard stands in the way; Http404 or
        PermissionDenied when `by` may not.
        """
        move = self.move(verb)
        found = locked(record)
        check(by, move.action, found)
        if getattr(found, self.field) not in move.sources:
            now = getattr(found, f"get_{self.field}_display")()
            raise MoveRefused(f"This is now at “{now}”, so “{move.label}” no longer applies. Nothing was changed.")
        if sentence := move.obstacle(found):
            raise MoveRefused(sentence)
        setattr(found, self.field, move.target)
        found.version += 1
        found.save(update_fields=[self.field, "version", "changed_at"])
        return found
