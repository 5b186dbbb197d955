"""The plan of whom the learning reaches: written, sent, answered by each team; and the receipts of its readers."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from findings.models import Audience, Edition, TeamAnswer
from reviews.access import check
from reviews.clocks import spoken
from reviews.models import Membership, Review
from reviews.policy import Role
from reviews.services import message
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed, locked

KIND = "learning"


@transaction.atomic
def plan(*, by: Any, review: Review, values: dict[str, Any]) -> Audience:
    """Plan that one product reaches one level of one agency."""
    check(by, "learning.plan", review)
    fitting(review, values)
    made = Audience.objects.create(planned_by=by, **values)
    record(by, "audience.planned", made, facts={"agency": made.agency_id, "level": made.level})
    return made


@transaction.atomic
def write(*, by: Any, audience: Audience, values: dict[str, Any], seen_version: int | None = None) -> Audience:
    """Change a line of the plan. What was sent keeps its product, agency and level."""
    check(by, "learning.plan", audience.review)
    fitting(audience.review, values)
    kept = ("product", "agency", "level") if audience.sent_on else ()
    if any(values[name] != getattr(audience, name) for name in kept):
        raise Refused("It was sent already: take it off the plan and plan another.")
    found, differing = changed(audience, values, seen_version=seen_version, by=by)
    record(by, "audience.changed", found, facts={"fields": differing})
    return found


def fitting(review: Review, values: dict[str, Any]) -> None:
    """Pass for a product of the review, an agency of its board, and days in their order; else Refused."""
    if values["product"].report.review_id != review.pk or values["agency"].board_id != review.board_id:
        raise Refused("Choose a product of this review, and an agency of its board.")
    if values["answer_by"] < values["planned_on"]:
        raise Refused("The team answers after it was reached: enter a later day for its answer.")


@transaction.atomic
def drop(*, by: Any, audience: Audience) -> Audience:
    """Take a line off the plan; one that was answered stays."""
    check(by, "learning.plan", audience.review)
    if TeamAnswer.objects.filter(audience=audience).exists():
        raise Refused("Its team has answered, so it stays on the plan.")
    found, _ = changed(audience, {"dropped": True}, by=by)
    message.call_off(about=about(found))
    record(by, "audience.dropped", found)
    return found


@transaction.atomic
def send(*, by: Any, audience: Audience) -> Audience:
    """Tell the leads of the agency that it is there: by e-mail with a link and the reference, nothing of the case."""
    check(by, "learning.plan", audience.review)
    found = locked(audience)
    if found.sent_on is not None:
        raise Refused(f"It was sent on {spoken(found.sent_on)} already.")
    if not Edition.objects.current().filter(product=found.product).exists():
        raise Refused(f"“{found.product.get_kind_display()}” is not released yet, so it cannot be sent.")
    letters = write_to_leads(found, "sent")
    found, _ = changed(found, {"sent_on": timezone.localdate()}, by=by)
    record(by, "audience.sent", found, facts={"agency": found.agency_id, "letters": letters})
    return found


@transaction.atomic
def remind(*, by: Any, review: Review) -> int:
    """Remind the leads of every agency whose team has not answered; once a day at most. Raises Refused where all have."""
    check(by, "learning.plan", review)
    today = timezone.localdate()
    rows = Audience.objects.unanswered().filter(product__report__review=review)
    waiting = list(rows.select_related("product__report__review__board", "agency"))
    if not waiting:
        raise Refused("Every team that it was sent to has answered.")
    letters = sum(write_to_leads(each, f"reminded:{today}") for each in waiting)
    if not letters:
        raise Refused("They were reminded today already.")
    record(by, "audience.reminded", review, facts={"teams": len(waiting), "letters": letters})
    return letters


def about(audience: Audience) -> str:
    """What the letters of one line are about, by which those that wait are called off."""
    return f"audience-{audience.pk}"


def leads(audience: Audience) -> list[Any]:
    """Those who lead for the agency on the board today."""
    held = Membership.objects.active().filter(board=audience.board, role=Role.AGENCY_LEAD, user__agency=audience.agency)
    return list(get_user_model().objects.filter(pk__in=held.values("user")).order_by("pk"))


def write_to_leads(audience: Audience, occasion: str) -> int:
    """Queue the letters of one line for one occasion; gives how many are new. Raises Refused where nobody leads."""
    people = leads(audience)
    if not people:
        raise Refused(f"Nobody leads for {audience.agency.label} in the directory: give somebody that role first.")
    review, board = audience.review, audience.board
    link = settings.SITE_URL + reverse("findings.audience.answer", args=[audience.pk])
    text = f"Learning is there for your agency to read and use, {review.ref}. Say by {spoken(audience.answer_by)} how your team used it: {link}"
    return sum(
        message.queue(
            key=f"learning:{audience.pk}:{occasion}:{person.pk}", kind=KIND, about=about(audience), to=person, board=board,
            subject=f"{board}: learning to be used, {review.ref}", text=text + message.FOOT,
        )
        for person in people
    )  # fmt: skip


@transaction.atomic
def answer(*, by: Any, audience: Audience, values: dict[str, Any]) -> TeamAnswer:
    """A team says how it used the learning; it may say so again, and the earlier words stay in the history."""
    check(by, "learning.answer", audience)
    found = TeamAnswer.objects.filter(audience=locked(audience)).first()
    said = {**values, "answered_by": by}
    if found is None:
        found = TeamAnswer.objects.create(audience=audience, **said)
    else:
        found, _ = changed(found, said, by=by)
    message.call_off(about=about(audience))
    record(by, "audience.answered", audience, facts={"reached": found.reached, "channel": found.channel})
    return found
