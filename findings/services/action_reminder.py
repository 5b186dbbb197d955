"""Letters about actions: before and on the target and each week after it, up by steps while late, and when a test is due.

Each is sent once for one date, holds a link and a reference, and leaves one event.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Max, Q
from django.urls import reverse
from django.utils import timezone

from findings.chasing import Steps, Wanted, wanted
from findings.lifecycle import ActionStatus
from findings.models import Action
from reviews.models import Board
from reviews.policy import Role
from reviews.services import message
from reviews.services.events import record
from reviews.services.reminder import officers, spoken
from reviews.stages import Stage
from scr_portal.lib.records import locked

# Reminders, which are called off when an action is done or its target moves; what is said once to an owner is not.
KIND, OWNER = "action", "action-owner"
RETEST = Wanted("retest", "manager")


def about(action: Action) -> str:
    """What letters about an action say that they are about."""
    return f"action-{action.pk}"


def steps_of(board: Any) -> Steps:
    """The board's own days."""
    return Steps(board.remind_before, board.late_to_lead, board.late_to_sponsor, board.late_to_chair)


def of_agency(record: Any, role: Role) -> list[Any]:
    """Those who hold a role in the agency of a record, today; the business manager where there is nobody."""
    held = record.board.memberships.active().filter(role=role, user__agency=record.agency_id)
    people = list(get_user_model().objects.filter(pk__in=held.values("user"), is_active=True).order_by("pk"))
    return people or officers(record.board, "manager")


def told(action: Action, to: str) -> list[Any]:
    """Whom a reminder is for. The sponsor is named in words, so the agency's senior people stand for them."""
    if to == "owner" and action.owner is not None and action.owner.is_active:
        return [action.owner]
    if to in {"owner", "lead"}:
        return of_agency(action, Role.AGENCY_LEAD)
    if to == "sponsor":
        both = [*of_agency(action, Role.AGENCY_SENIOR), *officers(action.board, "manager")]
        return list({person.pk: person for person in both}.values())
    return officers(action.board, to)


def due_now(action: Action, today: date) -> list[Wanted]:
    """What ought to have been sent about an action by `today`."""
    if action.status in ActionStatus.unfinished():
        return wanted(action.target_on, today, steps_of(action.board), action.last_word_on)
    finished = action.status in {ActionStatus.ASSURED, ActionStatus.CLOSED}
    return [RETEST] if finished and action.retest_on and action.retest_on <= today else []


def key(action: Action, reminder: Wanted) -> str:
    """What the keys of a reminder's letters begin with: it is sent once for one date of an action."""
    day = action.retest_on if reminder is RETEST else action.target_on
    return f"action:{action.pk}:{day}:{reminder.key}:"


def unsent(action: Action, today: date) -> list[Wanted]:
    """What ought to have been sent by `today` and was never queued, whoever held the roles then."""
    return [reminder for reminder in due_now(action, today) if not message.queued(key(action, reminder))]


@transaction.atomic
def remind(*, action: Action, today: date) -> int:
    """Queue what is wanted about one action by `today`; gives how many letters are new."""
    queued = 0
    if not unsent(action, today):
        return 0
    found = locked(action)
    for reminder in unsent(found, today):
        new = sum(letter(found, reminder, person, today) for person in told(found, reminder.to))
        if new:
            facts = {"reminder": reminder.key, "to": reminder.to, "target": found.target_on, "letters": new}
            escalates = reminder.escalates and reminder is not RETEST
            record(None, "action.escalated" if escalates else "action.reminded", found, facts=facts)
        queued += new
    return queued


def letter(action: Action, reminder: Wanted, person: Any, today: date) -> bool:
    """Queue one letter; gives whether it is new."""
    name = f"{action.review.ref}, action {action.recommendation.number}.{action.number}"
    due = f"{'was' if action.target_on < today else 'is'} due on {spoken(action.target_on)}"
    if reminder is RETEST:
        said, page = "the impact of an action is to be tested", "findings.action.impact"
        text = f"The impact of {name} was to be tested by {spoken(action.retest_on or today)}. Record the result here: "
    elif reminder.escalates:
        said, page = f"an action {due}", "findings.action.show"
        text = f"{name} {due}, and its agency has not reported it done. You are told because it is late by the number of days that the board has set. What was said about it: "
    else:
        said, page = f"an action {due}", "findings.action.progress"
        text = f"{name} {due}. Three questions, two minutes: say how it is going here: "
    return post(action, f"{key(action, reminder)}{person.pk}", person, said, text, page)


def post(action: Action, key: str, person: Any, said: str, text: str, page: str, kind: str = KIND) -> bool:
    """Queue a letter about an action: `said` goes into its subject, the address of `page` after its text."""
    review, link = action.review, settings.SITE_URL + reverse(page, args=[action.pk])
    return message.queue(
        key=key, kind=kind, about=about(action), to=person, board=review.board,
        subject=f"{review.board}: {said}, {review.ref}", text=text + link + message.FOOT,
    )  # fmt: skip


def handed_to_owner(action: Action, *, but: Any) -> None:
    """Tell a new owner that an action is theirs, once; not one who has taken it on themselves (`but`)."""
    owner = action.owner
    if owner is None or owner.pk == but.pk or not owner.is_active:
        return
    name = f"Action {action.recommendation.number}.{action.number} of {action.review.ref}"
    text = f"{name} is yours to answer for. What is to be done, and by when: "
    key, page = f"action:{action.pk}:yours:{owner.pk}", "findings.action.show"
    post(action, key, owner, "an action is yours", text, page, kind=OWNER)


def remind_all() -> int:
    """Remind of every action that is near its target, late, or to be tested; safe to run twice, at once, or days late."""
    today = timezone.localdate()
    earliest = Board.objects.aggregate(days=Max("remind_before"))["days"] or 0
    near = Q(status__in=ActionStatus.unfinished(), target_on__lte=today + timedelta(days=earliest))
    rows = Action.objects.filter(near | Q(pk__in=Action.objects.retest_due(today).values("pk")))
    rows = rows.exclude(recommendation__review__stage=Stage.CLOSED).order_by("pk")
    return sum(remind(action=row, today=today) for row in rows.select_related("recommendation__review__board", "owner"))
