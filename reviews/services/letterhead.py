"""The board's letterhead."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from reviews.access import check
from reviews.models import Board, Letterhead
from reviews.regimes.shapes import MERGE_FIELDS
from reviews.services.events import record
from scr_portal.lib import merging
from scr_portal.lib.records import Refused, changed, locked


@transaction.atomic
def add(*, by: Any, board: Board, content: bytes, filename: str, letter: str = "") -> Letterhead:
    """Take in a Word document with merge fields, for the letters of one key or for all; they are written on it from now on.

    Raises Refused as `examine` does.
    """
    check(by, "board.administer", board)
    merging.examine(content, MERGE_FIELDS)
    sha256 = hashlib.sha256(content).hexdigest()
    made = Letterhead(board=board, filename=filename[:200], letter=letter, sha256=sha256, added_by=by)
    made.file.save("letterhead.docx", ContentFile(content), save=True)
    record(by, "letterhead.added", made, facts={"sha256": sha256, "letter": letter})
    return made


@transaction.atomic
def retire(*, by: Any, letterhead: Letterhead) -> Letterhead:
    """Use a letterhead no longer; letters that were sent keep theirs."""
    check(by, "board.administer", letterhead.board)
    if locked(letterhead).retired_on is not None:
        raise Refused("This letterhead is not used any more already.")
    found, _ = changed(letterhead, {"retired_on": timezone.localdate()})
    record(by, "letterhead.retired", found)
    return found
