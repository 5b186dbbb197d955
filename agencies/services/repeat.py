"""Rows of a file that repeat what its return holds, and the one answer that is given for all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from agencies.duplicates import Repeat, Told, repeats
from agencies.models import Upload
from agencies.services.entry import WORKED_ON

# The answers, and what each makes of a row.
KEEP, REPLACE, ADD = "keep", "replace", "add"
LEFT_OUT, REPLACED, BESIDE = "left_out", "replaced", "beside"
# The states of rows that an import takes in.
COMING = ("ok", "needs-attention")
FATES = {KEEP: LEFT_OUT, REPLACE: REPLACED, ADD: BESIDE}


def found_in(upload: Upload) -> dict[int, Repeat]:
    """Index of a row → the entry of its return that it repeats, for the rows that could be imported."""
    names = ("pk", "date_from", "date_to", "time", "event")
    held = [
        Told(key, first, last, at.isoformat("minutes") if at else "", event)
        for key, first, last, at, event in upload.request.entries.standing().order_by("sequence").values_list(*names)
    ]
    rows = [(index, row) for index, row in enumerate(upload.parsed.get("rows", [])) if state(row) in COMING]
    said = ((index, {**row, **(row.get("fix") or {})}) for index, row in rows)
    new = (
        Told(index, day(row["date_from"]), day(row["date_to"]), row["time"] or "", row["event"]) for index, row in said
    )
    return {repeat.row: repeat for repeat in repeats(held, new)} if held else {}


def decide(upload: Upload, answer: str) -> int:
    """Put beside each row that repeats an entry which one, and what becomes of it; gives how many there are.

    An entry that the review has worked on is never replaced: the row comes in beside it. The caller saves the upload.
    """
    found = found_in(upload)
    worked_on = set(upload.request.entries.filter(WORKED_ON).values_list("pk", flat=True)) if found else set()
    for index, repeat in found.items():
        fate = BESIDE if answer == REPLACE and repeat.entry in worked_on else FATES[answer]
        upload.parsed["rows"][index]["repeats"] = {"entry": repeat.entry, "how": repeat.how, "fate": fate}
    return len(found)


def fates(parsed: Mapping[str, Any]) -> dict[str, int]:
    """How many rows that repeat an entry had each fate; empty for a file in which none does."""
    return dict(Counter(row["repeats"]["fate"] for row in parsed.get("rows", []) if row.get("repeats")))


def state(row: Mapping[str, Any]) -> str:
    """Where a row stands, what the agency did to it taken into account."""
    if row.get("left_out"):
        return "left-out"
    return row["fix"]["status"] if row.get("fix") else row["status"]


def day(text: str | None) -> date | None:
    """A day as JSON holds it, as such."""
    return date.fromisoformat(text) if text else None
