"""Milestones of an action: set, changed, reached, taken away again."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from findings.lifecycle import ActionStatus
from findings.models import Action, Milestone
from reviews.access import check
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed, locked


def writable(by: Any, action: Action) -> None:
    """Pass while the action waits for its agency, or raise Refused with why not."""
    check(by, "action.update", action)
    if action.status not in ActionStatus.unfinished():
        raise Refused("This action has been reported done: its milestones stay as they are.")


@transaction.atomic
def add(*, by: Any, action: Action, values: dict[str, Any]) -> Milestone:
    """Set a step on the way, with its day."""
    writable(by, locked(action))
    made = Milestone.objects.create(action=action, **values)
    record(by, "milestone.added", made, facts={"action": action.pk, "due": made.due_on})
    return made


@transaction.atomic
def edit(*, by: Any, milestone: Milestone, values: dict[str, Any], seen_version: int | None = None) -> Milestone:
    """Change a step, its day, or the day on which it was reached."""
    writable(by, milestone.action)
    found, differing = changed(milestone, values, seen_version=seen_version)
    record(by, "milestone.changed", found, facts={"action": found.action_id, "fields": differing})
    return found


@transaction.atomic
def reach(*, by: Any, milestone: Milestone, on: date) -> Milestone:
    """Say that a step was reached on a day."""
    writable(by, milestone.action)
    if locked(milestone).done_on is not None:
        raise Refused("This milestone was marked as reached already.")
    found, _ = changed(milestone, {"done_on": on})
    record(by, "milestone.reached", found, facts={"action": found.action_id, "on": on})
    return found


@transaction.atomic
def remove(*, by: Any, milestone: Milestone, why: str) -> Action:
    """Take away a step that is not needed any more; what it was stays in its history. Gives its action."""
    writable(by, milestone.action)
    facts = {"action": milestone.action_id, "due": milestone.due_on}
    record(by, "milestone.removed", milestone, why=why, facts=facts)
    milestone.delete()
    return milestone.action
