"""Places for further study that a board adds."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from findings.models import Study
from reviews.access import check
from reviews.models import Board
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed


@transaction.atomic
def add(*, by: Any, board: Board, values: dict[str, Any]) -> Study:
    """Add a place. Raises Refused where the board has it already."""
    check(by, "library.keep", board)
    new_here(board, values["link"])
    made = Study.objects.create(board=board, **values)
    record(by, "study.added", made)
    return made


@transaction.atomic
def write(*, by: Any, study: Study, values: dict[str, Any], seen_version: int | None = None) -> Study:
    """Change a place, or show it no longer."""
    check(by, "library.keep", study.board)
    new_here(study.board, values["link"], besides=study)
    found, differing = changed(study, values, seen_version=seen_version)
    record(by, "study.written", found, facts={"fields": differing})
    return found


def new_here(board: Board, link: str, besides: Study | None = None) -> None:
    """Pass when no other place of the board has that address."""
    if board.studies.filter(link=link).exclude(pk=besides.pk if besides and besides.pk else 0).exists():
        raise Refused("That address is on the list already.")
