"""What is done to one row of an action plan before it is imported: put right, left out, put back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from findings.models import PlanFile
from findings.plan import cells
from findings.plan.days import of_words
from findings.services.plan_file import writable
from findings.services.plan_reading import in_preview, names
from reviews.services.events import record
from scr_portal.lib.records import Refused, as_seen

PLACE = ("sheet", "row", "sub")


def changeable(plan: PlanFile, index: int) -> tuple[PlanFile, dict[str, Any]]:
    """The file, locked, and the row of it that is to be changed. Raises Refused once the file was imported."""
    found = in_preview(plan)
    if not 0 <= index < len(found.parsed["rows"]):
        raise Refused("This row can no longer be changed here.")
    return found, found.parsed["rows"][index]


def where(plan: PlanFile, row: Mapping[str, Any]) -> dict[str, Any]:
    """Which row of which file, for the record."""
    return {"file": plan.pk, "sheet": row["sheet"], "row": row["row"], "sub": row["sub"]}


def as_it_stands(row: Mapping[str, Any]) -> dict[str, Any]:
    """What a row says now, with what was put right in it; where it stands in its file; and why it is left out."""
    said = {**row, **(row.get("fix") or {})}
    found = {
        name: said.get(name) for name in ("action", "recommendation_number", "target_text", "lead", *PLACE, "left_out")
    }
    return {**found, "agencies": "; ".join(said["agencies"])}


@transaction.atomic
def fix(
    *, by: Any, plan: PlanFile, index: int, action: str, agencies: str, target_text: str, lead: str = "",
    recommendation_number: int | None = None, seen: str | None = None,
) -> PlanFile:  # fmt: skip
    """Put a row right; its first words stay beside it. Raises Refused without words or with a target that gives no day.

    Raises Stale where somebody else changed the row, or had the file read anew, since a form with the stamp `seen` was opened.
    """
    writable(by, plan.review)
    found, row = changeable(plan, index)
    as_seen(as_it_stands(row), seen)
    if not action.strip():
        raise Refused("An action needs words that say what will be done.")
    target = of_words(target_text)
    if target_text and target_text != row["target_text"] and target.problems:
        raise Refused(target.problems[0].message)
    own = recommendation_number is None or recommendation_number == row["recommendation_number"]
    row["fix"] = {
        "action": action, "agencies": cells.agencies(agencies, names(found)), "lead": lead,
        "recommendation_number": row["recommendation_number"] if own else recommendation_number,
        "recommendation": row["recommendation"] if own else "",
        "state": "ok", "by": by.pk,
    }  # fmt: skip
    if target_text != row["target_text"]:
        on = target.on.isoformat() if target.on else None
        row["fix"] |= {"target_text": target.text, "target_on": on, "after": target.after}
        row["fix"] |= {"revised_text": "", "revised_on": None}
    row.pop("left_out", None)
    found.save()
    record(by, "plan_file.row_fixed", found.review, facts=where(found, row))
    return found


@transaction.atomic
def leave_out(*, by: Any, plan: PlanFile, index: int, reason: str) -> PlanFile:
    """Leave a row out of the import; it stays in sight in the preview, with the reason."""
    writable(by, plan.review)
    found, row = changeable(plan, index)
    row["left_out"] = {"reason": reason, "by": by.pk}
    found.save()
    record(by, "plan_file.row_left_out", found.review, why=reason, facts=where(found, row))
    return found


@transaction.atomic
def put_back(*, by: Any, plan: PlanFile, index: int) -> PlanFile:
    """Take a row in again that was left out."""
    writable(by, plan.review)
    found, row = changeable(plan, index)
    if not row.pop("left_out", None):
        raise Refused("This row was not left out.")
    found.save()
    record(by, "plan_file.row_put_back", found.review, facts=where(found, row))
    return found
