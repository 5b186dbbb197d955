"""The making of a board's pack, off the request: asked for, kept or stopped, and taken."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from findings.models import BoardMeeting, BoardPack
from findings.models.board_pack import PaperBuild
from findings.services import report_build as progress
from reviews.access import check
from reviews.models import Board
from reviews.services.events import record
from scr_portal.lib.later import later
from scr_portal.lib.records import Refused, locked


@transaction.atomic
def ask(*, by: Any, board: Board, worded: bool = True) -> BoardPack:
    """Have the pack made once this stands. Raises Refused while one is being made already."""
    check(by, "board_pack.make", board)
    last = locked(board).packs.first()
    if last is not None and last.running:
        raise Refused("The pack is being made already. This page shows how far it is.")
    met = BoardMeeting.objects.filter(board=board).last_before(timezone.localdate())
    made = BoardPack.objects.create(board=board, asked_by=by, worded=worded, since=met.held_on if met else None)
    record(by, "board_pack.asked", made, facts={"worded": worded, "since": made.since})
    later("findings.tasks.make_board_pack", made.pk)
    return made


@transaction.atomic
def keep(*, by: Any, pack: BoardPack, files: Mapping[str, bytes], suspicions: Sequence[dict[str, str]]) -> BoardPack:
    """Keep the files of a pack in which the scan found nothing; of another only what was found, and no file.

    One that had ended before stays as it is.
    """
    check(by, "board_pack.make", pack.board)
    ended = progress.end(pack.pk, BoardPack)
    found = BoardPack.objects.select_for_update().get(pk=pack.pk)
    if not ended:
        return found
    put_in(found, files, suspicions)
    facts = {kind: getattr(found, f"{kind}_sha256") for kind in files} | {"found": len(suspicions)}
    record(by, "board_pack.stopped" if suspicions else "board_pack.made", found, facts=facts)
    return found


def put_in(found: PaperBuild, files: Mapping[str, bytes], suspicions: Sequence[dict[str, str]]) -> None:
    """Keep files and what their scan found, within the verb that calls this; where it found anything, no file."""
    found.suspicions = [*suspicions]
    for kind, content in () if suspicions else files.items():
        digest = hashlib.sha256(content).hexdigest()
        setattr(found, f"{kind}_sha256", digest)
        getattr(found, kind).save(f"{digest}.{kind}", ContentFile(content), save=False)
    found.save()


@transaction.atomic
def taken(*, by: Any, pack: BoardPack, kind: str) -> BoardPack:
    """Keep on record that `by` takes a file of a pack; whoever asked for it need not be told of it any more."""
    check(by, "whole_plan.see", pack.board)
    found = BoardPack.objects.select_for_update().get(pk=pack.pk)
    if found.asked_by_id == by.pk and found.taken_at is None:
        found.taken_at = timezone.now()
        found.save()
    record(by, "board_pack.taken", found, facts={"format": kind, "sha256": getattr(found, f"{kind}_sha256")})
    return found
