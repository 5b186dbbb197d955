"""Fills an empty portal with the demonstration; where there is a board already, nothing is touched."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django.db import transaction

from reviews.models import Board
from scr_portal.demo import board, leaders, shelf, yearly
from scr_portal.demo.cases import adult, child, published, rapid, referral
from scr_portal.demo.timetable import ago, on


def fill() -> bool:
    """Tell the five stories, oldest first, all or nothing; says whether there was anything to do."""
    if Board.objects.exists():
        return False
    with transaction.atomic(), tempfile.TemporaryDirectory() as folder:
        with on(ago(1000)):
            cast = board.begin()
        for case in (published, adult, child, rapid, referral):
            case.tell(cast, Path(folder))
        with on(ago(300)):
            board.meets(cast)
        shelf.fill(cast)
        leaders.lead(cast)
        yearly.reports(cast)
        board.let_in(cast)
    return True
