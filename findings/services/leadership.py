"""Leaders' commitments: made, corrected, judged kept or not; and who came to the board's meetings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from findings.models import BoardAttendance, BoardMeeting, Commitment
from reviews.access import check
from reviews.models import Board
from reviews.services.events import record
from scr_portal.lib.records import Refused, as_seen, changed, locked


@transaction.atomic
def commit(*, by: Any, board: Board, values: dict[str, Any]) -> Commitment:
    """Record what a leader promised. Raises Refused where it was due before it was made."""
    check(by, "leadership.record", board)
    in_order(values["made_on"], values["due_on"])
    made = Commitment.objects.create(board=board, recorded_by=by, **values)
    record(by, "commitment.made", made, facts={"agency": made.agency_id, "due": made.due_on})
    return made


def in_order(made_on: date, due_on: date) -> None:
    """Pass for days that can be, or raise Refused."""
    if due_on < made_on:
        raise Refused("It cannot be due before it was promised: check both days.")


@transaction.atomic
def correct(*, by: Any, commitment: Commitment, values: dict[str, Any], seen_version: int | None = None) -> Commitment:
    """Correct what was recorded of a commitment; what stood before stays in its history."""
    check(by, "leadership.record", commitment)
    in_order(values["made_on"], values["due_on"])
    found, differing = changed(commitment, values, seen_version=seen_version, by=by)
    record(by, "commitment.corrected", found, facts={"fields": differing})
    return found


@transaction.atomic
def judge(
    *, by: Any, commitment: Commitment, kept: str, evidence: str, on: date, seen_version: int | None = None
) -> Commitment:
    """Say whether a commitment was kept, and what shows it. Raises Stale where it changed since the form was opened."""
    check(by, "leadership.record", commitment)
    if on < commitment.made_on:
        raise Refused("That day was before the commitment: check it.")
    found, _ = changed(
        commitment, {"kept": kept, "evidence": evidence, "judged_on": on}, seen_version=seen_version, by=by
    )
    record(by, "commitment.judged", found, why=evidence, facts={"kept": kept, "agency": found.agency_id})
    return found


@transaction.atomic
def attend(
    *, by: Any, meeting: BoardMeeting, said: Mapping[Any, tuple[str, bool]], seen: str | None = None
) -> BoardMeeting:
    """Set down who came to a meeting of the board: agency → (a Way, whether it signed off), or ("", False) for no member.

    Raises Stale where somebody else set it down since a form with the stamp `seen` was opened.
    """
    check(by, "board_meeting.record", meeting)
    found = locked(meeting)
    as_seen(found.came(), seen)
    known = {each.agency_id: each for each in found.attendance.all()}
    for agency, (way, signed) in said.items():
        held = known.get(agency.pk)
        if held and way:
            changed(held, {"way": way, "signed_off": signed}, by=by)
        elif held:
            held.delete()
        elif way:
            BoardAttendance.objects.create(meeting=found, agency=agency, way=way, signed_off=signed)
    record(
        by,
        "board_meeting.attended",
        found,
        facts={"there": sum(way in {"there", "deputy"} for way, _ in said.values())},
    )
    return found
