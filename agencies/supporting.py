"""What waits for a support lead, and what the board may know of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, OuterRef, Subquery
from django.urls import reverse

from agencies.models import Professional, Request, SupportAsk, SupportOffer
from agencies.support_points import Point, newest, to_offer
from reviews.access import boards_where
from reviews.models import Meeting, Milestone, PlannedStage, Referral, Review
from reviews.stages import Stage
from reviews.suppression import Shown, suppressed
from scr_portal.lib.items import SHOWN, Item

# The day by which this stage is planned is the day on which the report is planned to be published.
PUBLISHED_BY = Stage.MONITORING
# Into one of these everybody falls who may be affected; they are disjoint, as reviews/suppression.py asks.
PARTS = {
    "accepted": "Accepted support",
    "declined": "Declined, or not now",
    "waiting": "Offered, no answer yet",
    "unoffered": "Not offered yet",
}


@dataclass(frozen=True, slots=True)
class Due:
    """Professionals of one review who are to be offered support, and the point for which."""

    review: Review
    point: Point
    professionals: tuple[Professional, ...]


def day(model: Any, field: str, **which: Any) -> Subquery:
    """The first day of `field` among the rows of `model` that belong to the review of a professional."""
    rows = model.objects.filter(review=OuterRef("review"), **{f"{field}__isnull": False}, **which)
    return Subquery(rows.order_by(field).values(field)[:1])


def days() -> dict[str, Any]:
    """The days of a review that support hangs on, for each professional, so that they are asked for at once."""
    return {
        "on_start": day(Milestone, "happened_on", event="commissioned"),
        "on_asked": day(Request, "sent_on"),
        "on_met": day(Meeting, "held_on", kind=Meeting.Kind.PRACTITIONERS),
        "on_draft": day(Milestone, "happened_on", event="draft_shared"),
        "on_published": day(Milestone, "happened_on", event="published"),
        "on_planned": day(PlannedStage, "planned_on", stage_key=PUBLISHED_BY),
        "on_happened": day(Referral, "happened_on"),
        "last_offer": Max("offers__offered_on"),
    }


def point_for(one: Any, today: date) -> Point | None:
    """The newest point of the review of a professional, who carries its `days`."""
    known = {
        "start": one.on_start,
        "interviews": min(filter(None, (one.on_asked, one.on_met)), default=None),
        "draft": one.on_draft,
        "publication": one.on_published or one.on_planned,
        "happened": one.on_happened,
    }
    return newest({key: on for key, on in known.items() if on}, today)


def due(user: Any, today: date, review: Review | None = None) -> list[Due]:
    """Whom the support lead is to offer support now, by review; in one review, or in all that run. Asks once."""
    rows = Professional.objects.visible_to(user).filter(wants_no_more=False)
    rows = rows.filter(review=review) if review else rows.exclude(review__stage=Stage.CLOSED)
    found: dict[int, tuple[Point, list[Professional]]] = {}
    for one in rows.select_related("review__board").annotate(**days()).order_by("review__ref", "role_code", "pk"):
        point = point_for(one, today)
        if point is not None and to_offer(point, filter(None, (one.last_offer,))):
            found.setdefault(one.review_id, (point, []))[1].append(one)
    return [Due(people[0].review, point, tuple(people)) for point, people in found.values()]


def waiting(user: Any, today: date) -> Iterator[Item]:
    """What waits for a support lead; for anybody else nothing, unasked."""
    if not boards_where(user, "support.answer"):
        return
    for each in due(user, today):
        href = reverse("agencies.support.list", args=[each.review.ref])
        yield Item(f"Offer support: {each.point.label}", each.review.ref, href, each.point.on, each.point.on < today)
    for asked in SupportAsk.objects.visible_to(user).filter(taken_up_on__isnull=True)[:SHOWN]:
        href = f"{reverse('agencies.support.show')}#asked-{asked.pk}"
        yield Item("Somebody waits to be contacted", "Support", href)


def part_of(offers: Iterable[SupportOffer]) -> str:
    """The one of PARTS that somebody with these offers, the newest first, falls into."""
    answers = [offer.answer for offer in offers]
    if SupportOffer.Answer.ACCEPTED in answers:
        return "accepted"
    if not answers:
        return "unoffered"
    return "declined" if answers[0] else "waiting"


def counts(review: Review) -> list[tuple[str, Shown[str]]]:
    """What the board may know: for each agency that the review asked, how many fall into each of PARTS.

    Every agency that was asked has its line, whether or not anybody is recorded there; whoever belongs to another agency is
    counted in the last one. Small numbers, 0 among them, are left out and the others rounded, so that neither a line nor
    two readings of it tell of anybody.
    """
    labels = {each.agency_id: str(each.agency) for each in review.requests.select_related("agency")}
    found = {name: dict.fromkeys(PARTS, 0) for name in [*sorted(set(labels.values())), "Other agencies"]}
    for each in Professional.objects.filter(review=review).prefetch_related("offers"):
        found[labels.get(each.agency_id, "Other agencies")][part_of(each.offers.all())] += 1
    return [(name, suppressed(parts, nought=False, rounded=True)) for name, parts in found.items()]
