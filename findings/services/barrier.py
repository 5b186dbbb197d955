"""Barriers to actions: raised, taken up step by step to who can lift them, lifted with what lifted them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from findings.lifecycle import ActionStatus
from findings.models import Action, Barrier
from findings.services.action_reminder import of_agency, post
from reviews.access import check
from reviews.policy import Role
from reviews.services.events import record
from reviews.services.reminder import officers
from scr_portal.lib.records import Refused, changed, locked

Step = Barrier.Step


@transaction.atomic
def add(*, by: Any, action: Action, values: dict[str, Any]) -> Barrier:
    """Say what stands in the way of an action, who can lift it, and since when."""
    check(by, "action.update", action)
    if locked(action).status not in ActionStatus.unfinished():
        raise Refused("This action has been reported done: nothing stands in its way any more.")
    made = Barrier.objects.create(action=action, raised_by=by, step_on=timezone.localdate(), **values)
    record(by, "barrier.raised", made, facts={"action": action.pk, "since": made.since, "step": made.step})
    tell(made, by)
    return made


@transaction.atomic
def escalate(*, by: Any, barrier: Barrier, step: str, why: str) -> Barrier:
    """Take a barrier up to a step that is further than where it stands; those who hold it there are told."""
    check(by, "action.update", barrier)
    found = standing(barrier)
    if Step.values.index(step) <= Step.values.index(found.step):
        raise Refused("Choose a step that is further up than where it stands.")
    facts = {"action": found.action_id, "from": found.step, "to": step}
    found, _ = changed(found, {"step": step, "step_on": timezone.localdate()})
    record(by, "barrier.escalated", found, why=why, facts=facts)
    tell(found, by)
    return found


@transaction.atomic
def lift(*, by: Any, barrier: Barrier, what: str, on: date) -> Barrier:
    """Say what lifted a barrier, and when: the next one who meets its like can read it."""
    check(by, "action.update", barrier)
    found = standing(barrier)
    if on < found.since:
        raise Refused("It cannot have been lifted before it stood in the way: check the day.")
    found, _ = changed(found, {"lifted_on": on, "lifted_by": what})
    record(by, "barrier.lifted", found, why=what, facts={"action": found.action_id, "days": found.days(on)})
    return found


def standing(barrier: Barrier) -> Barrier:
    """The barrier, locked, while nobody has lifted it."""
    found = locked(barrier)
    if found.lifted_on is not None:
        raise Refused("This barrier has been lifted already.")
    return found


def holders(barrier: Barrier) -> list[Any]:
    """Who is to do something about a barrier at its step, and is told by e-mail."""
    action = barrier.action
    if barrier.step in {Step.LEAD, Step.SPONSOR}:
        return of_agency(action, Role.AGENCY_LEAD if barrier.step == Step.LEAD else Role.AGENCY_SENIOR)
    if barrier.step == Step.AGENCY:
        return []
    return officers(action.board, "chair" if barrier.step == Step.CHAIR else "manager")


def tell(barrier: Barrier, by: Any) -> None:
    """Write to those at the barrier's step, but to nobody of what they did themselves."""
    action = barrier.action
    name = f"action {action.recommendation.number}.{action.number} of {action.review.ref}"
    text = f"Something stands in the way of {name}, and it has come to you to be lifted: "
    for person in holders(barrier):
        if person.pk != by.pk:
            key = f"barrier:{barrier.pk}:{barrier.step}:{person.pk}"
            post(action, key, person, "a barrier has come to you", text, "findings.action.show", kind="barrier")
