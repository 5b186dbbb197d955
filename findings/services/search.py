"""Searches of the library that people keep for themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from findings.models import SavedSearch
from reviews.access import check
from reviews.models import Board
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed, locked


@transaction.atomic
def add(*, by: Any, board: Board, name: str, asked: Mapping[str, Sequence[str]]) -> SavedSearch:
    """Keep a search. Raises Refused where nothing is asked for, and for a name that another search of the person has."""
    check(by, "search.keep", board)
    if not asked:
        raise Refused("Ask the library for something first: a search keeps what you asked for.")
    locked(board)
    if SavedSearch.objects.visible_to(by).filter(name__iexact=name).exists():
        raise Refused(f"You keep a search “{name}” already: choose another name.")
    made = SavedSearch.objects.create(board=board, made_by=by, name=name, asked=dict(asked))
    record(by, "search.kept", made, facts={"fields": sorted(asked)})
    return made


@transaction.atomic
def remove(*, by: Any, search: SavedSearch) -> SavedSearch:
    """Delete a search; it stays on record as removed."""
    check(by, "search.keep", search.board)
    found, _ = changed(search, {"removed": True})
    record(by, "search.removed", found)
    return found
