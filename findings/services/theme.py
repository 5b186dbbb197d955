"""The board's lists of themes: taken in from what is shipped, and kept by the board from then on."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from findings.models import Theme
from reviews import regimes
from reviews.access import check
from reviews.models import Board
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed


@transaction.atomic
def begin_lists(*, by: Any, board: Board) -> list[Theme]:
    """Take in the theme lists that the board's rule sets name; a theme that the board has already stays as it is."""
    check(by, "board.administer", board)
    known = set(Theme.objects.filter(board=board).values_list("name", flat=True))
    lists = {listed.stamp: listed for stamp in board.regimes for listed in regimes.themes(regimes.get(stamp))}
    made = []
    for listed in lists.values():
        for item in listed.items:
            if item.label not in known:
                known.add(item.label)
                made.append(Theme.objects.create(board=board, name=item.label, source=listed.label))
    if not made:
        raise Refused("The lists that come with the portal have been taken in already.")
    record(by, "theme.lists_begun", board, board=board, facts={"lists": sorted(lists), "themes": len(made)})
    return made


@transaction.atomic
def add(*, by: Any, board: Board, values: dict[str, Any]) -> Theme:
    """Add a theme of the board's own."""
    check(by, "board.administer", board)
    free(board, values["name"])
    made = Theme.objects.create(board=board, **values)
    record(by, "theme.added", made)
    return made


@transaction.atomic
def write(*, by: Any, theme: Theme, values: dict[str, Any], seen_version: int | None = None) -> Theme:
    """Change a theme's words, or leave it out of the lists; marks that were made with it stand."""
    check(by, "board.administer", theme.board)
    free(theme.board, values["name"], besides=theme)
    found, differing = changed(theme, values, seen_version=seen_version)
    record(by, "theme.written", found, facts={"fields": differing})
    return found


def free(board: Board, name: str, besides: Theme | None = None) -> None:
    """Pass when no other theme of the board is called that."""
    same = Theme.objects.filter(board=board, name__iexact=name)
    if besides is not None:
        same = same.exclude(pk=besides.pk)
    if same.exists():
        raise Refused("There is a theme of that name already.")
