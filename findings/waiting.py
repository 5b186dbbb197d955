"""What waits for a person about actions: to report, to assure, to test again, to lift; each with its page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Min, Q
from django.urls import reverse

from findings.lifecycle import ActionStatus
from findings.models import Action, Barrier
from reviews.access import boards_where, for_holders, roles_on
from reviews.models import Review
from reviews.policy import Role
from reviews.stages import RELEASED
from scr_portal.lib.items import SHOWN, Item

Step = Barrier.Step


def number(action: Action) -> str:
    """The number of an action as people say it: 3.1."""
    return f"{action.recommendation.number}.{action.number}"


def of_person(user: Any, today: date) -> Iterator[Item]:
    """Everything about actions that waits for this person."""
    for source in (to_report, of_agency, to_assure, to_test, to_lift):
        yield from source(user, today)


def to_report(user: Any, today: date) -> Iterator[Item]:
    """Actions that one owns."""
    own = Action.objects.unfinished().filter(owner=user, recommendation__review__stage__in=RELEASED)
    for action in own.select_related("recommendation__review").order_by("target_on")[:SHOWN]:
        href = reverse("findings.action.progress", args=[action.pk])
        what = f"Update action {number(action)}"
        yield Item(what, action.review.ref, href, action.target_on, action.overdue(today))


def of_agency(user: Any, today: date) -> Iterator[Item]:
    """The open actions of one's agency that somebody else owns, or nobody: all on one page."""
    reporting = boards_where(user, "action.update", own=True)
    boards = [board for board in reporting if Role.AGENCY_LEAD in roles_on(user, board)]
    if not boards:
        return
    rows = Action.objects.unfinished().filter(
        agency=user.agency_id or 0, recommendation__review__board__in=boards, recommendation__review__stage__in=RELEASED
    )
    others = rows.filter(~Q(owner=user) | Q(owner__isnull=True)).order_by()
    found = others.aggregate(open=Count("pk"), late=Count("pk", filter=Q(target_on__lt=today)), due=Min("target_on"))
    if found["open"]:
        late = f", {found['late']} overdue" if found["late"] else ""
        what = f"Update your agency’s actions: {found['open']} open{late}"
        yield Item(what, "All on one page", reverse("findings.update.list"), found["due"], bool(found["late"]))


@for_holders("action.assure")
def to_assure(user: Any, today: date) -> Iterator[Item]:
    """Actions reported done, for whoever assures them: never one's own or one's agency's."""
    boards = boards_where(user, "action.assure")
    rows = Action.objects.filter(recommendation__review__board__in=boards, status=ActionStatus.CLAIMED_DONE)
    others = rows.exclude(owner=user).exclude(agency=user.agency_id or 0).select_related("recommendation__review")
    for action in others.order_by("target_on")[:SHOWN]:
        href = reverse("findings.action.show", args=[action.pk])
        yield Item(f"Assure action {number(action)}", str(action.review), href)


@for_holders("impact.record")
def to_test(user: Any, today: date) -> Iterator[Item]:
    """Actions whose impact is to be tested by now, for whoever records it."""
    recording = Review.objects.visible_to(user, "impact.record")
    rows = Action.objects.retest_due(today).filter(recommendation__review__in=recording)
    for action in rows.select_related("recommendation__review").order_by("retest_on")[:SHOWN]:
        href, due = reverse("findings.action.impact", args=[action.pk]), action.retest_on
        what = f"Test the impact of action {number(action)}"
        yield Item(what, str(action.review), href, due, due is not None and due < today)


# At which step of a barrier somebody is asked to lift it, by the role that they hold.
LIFTED_BY = {Step.CHAIR: Role.BOARD_CHAIR, Step.BOARD: Role.BUSINESS_MANAGER}
LIFTED_IN_AGENCY = {Step.LEAD: Role.AGENCY_LEAD, Step.SPONSOR: Role.AGENCY_SENIOR}


@for_holders("plan.see")
def to_lift(user: Any, today: date) -> Iterator[Item]:
    """Barriers that have come to this person, by the role that they hold."""
    known = {*boards_where(user, "plan.see"), *boards_where(user, "plan.see", own=True)}
    held = [(board, role) for board in known for role in roles_on(user, board)]
    asked = Q()
    for step, role in (LIFTED_BY | LIFTED_IN_AGENCY).items():
        if boards := [board for board, each in held if each == role]:
            own = Q(action__agency=user.agency_id or 0) if step in LIFTED_IN_AGENCY else Q()
            asked |= own & Q(step=step, action__recommendation__review__board__in=boards)
    if not asked:
        return
    rows = Barrier.objects.standing().filter(asked, action__status__in=ActionStatus.unfinished())
    for barrier in rows.select_related("action__recommendation__review").order_by("since")[:SHOWN]:
        href = reverse("findings.action.show", args=[barrier.action_id])
        what = f"Lift what stands in the way of action {number(barrier.action)}"
        yield Item(what, barrier.review.ref, href)
