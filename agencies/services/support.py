"""Recording who may be affected and what they were offered; asking for support, and taking that up.

Every event of these verbs is in a chain that the agency's support lead alone reads, and letters about them belong to no
board, so that they stand in nobody's outbox.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from agencies.models import Agency, Professional, SupportAsk, SupportOffer
from agencies.supporting import due
from reviews.access import check
from reviews.models import Board, Membership, Review
from reviews.policy import Role
from reviews.services import message
from reviews.services.events import record
from reviews.stages import Stage
from scr_portal.lib.records import Refused, changed, locked

KIND = "support"


def writable(by: Any, review: Review, agency: Agency) -> None:
    """Pass for the support lead of an agency in a review. Raises as check does, PermissionDenied for another agency's."""
    check(by, "support.keep", review)
    if by.agency_id not in {None, agency.pk} or agency.board_id != review.board_id:
        raise PermissionDenied("You look after the staff of your own agency.")


@transaction.atomic
def add(*, by: Any, review: Review, agency: Agency, values: dict[str, Any]) -> Professional:
    """Record somebody who may be affected. Raises Refused for a role code that is there already."""
    writable(by, review, agency)
    locked(review)
    if Professional.objects.filter(review=review, agency=agency, role_code__iexact=values["role_code"]).exists():
        raise Refused("That role code is recorded already: choose another, such as the same one with the next number.")
    made = Professional.objects.create(review=review, agency=agency, recorded_by=by, **values)
    record(by, "professional.added", made, support=agency.pk)
    return made


@transaction.atomic
def write(
    *, by: Any, professional: Professional, values: dict[str, Any], seen_version: int | None = None
) -> Professional:
    """Change a role code, a contact, or that somebody wants no more offers. Raises Refused for a code that is taken, Stale."""
    writable(by, professional.review, professional.agency)
    others = Professional.objects.filter(review=professional.review_id, agency=professional.agency_id)
    if others.exclude(pk=professional.pk).filter(role_code__iexact=values["role_code"]).exists():
        raise Refused("That role code is recorded already: choose another, such as the same one with the next number.")
    found, differing = changed(professional, values, seen_version=seen_version)
    record(by, "professional.written", found, facts={"fields": differing}, support=found.agency_id)
    return found


@transaction.atomic
def offer(*, by: Any, professional: Professional, values: dict[str, Any]) -> SupportOffer:
    """Record that support was offered."""
    writable(by, professional.review, professional.agency)
    made = SupportOffer.objects.create(professional=professional, recorded_by=by, **values)
    record(by, "support.offered", made, facts={"kind": made.kind}, support=professional.agency_id)
    return made


@transaction.atomic
def answer(*, by: Any, offer: SupportOffer, values: dict[str, Any], seen_version: int | None = None) -> SupportOffer:
    """Record what became of an offer. Raises Stale."""
    writable(by, offer.review, offer.professional.agency)
    found, differing = changed(offer, values, seen_version=seen_version)
    facts = {"kind": found.kind, "answer": found.answer, "fields": differing}
    record(by, "support.answered", found, facts=facts, support=found.professional.agency_id)
    return found


def leads(board: Board, agency: Agency | None) -> list[Any]:
    """Who answers when somebody of an agency asks: its own support leads in the board's reviews, else those of no agency."""
    held = Membership.objects.active().filter(board=board, role=Role.SUPPORT_LEAD)
    people = get_user_model().objects.filter(pk__in=held.values("user")).order_by("pk")
    own = list(people.filter(agency=agency)) if agency else []
    return own or list(people.filter(agency__isnull=True))


@transaction.atomic
def ask(*, by: Any, board: Board, reach: str) -> SupportAsk:
    """Ask to be called about support; the support leads of one's agency are told, in a letter that does not say what of.

    Raises Refused where nobody would read it. Asked again before it is taken up, it stays one.
    """
    if by.agency_id is None or by.agency.board_id != board.pk:
        check(by, "support.ask", board)
    agency = by.agency if by.agency_id and by.agency.board_id == board.pk else None
    people = leads(board, agency)
    if not people:
        raise Refused(
            "No support lead is named for you yet: the numbers on this page answer, and so does your supervisor."
        )
    get_user_model().objects.select_for_update().get(pk=by.pk)  # Two clicks wait for one another.
    waiting = SupportAsk.objects.filter(board=board, asked_by=by, taken_up_on__isnull=True).first()
    if waiting is not None:
        return waiting
    made = SupportAsk.objects.create(board=board, agency=agency, asked_by=by, reach=reach)
    record(by, "support.asked", made, board=board, support=agency.pk if agency else 0)
    for person in people:
        write_to(person, f"support:asked:{made.pk}", "Support", reverse("agencies.support.show"))
    return made


@transaction.atomic
def take_up(*, by: Any, ask: SupportAsk) -> SupportAsk:
    """Note that somebody who asked was reached. Raises Refused when that was noted already."""
    check(by, "support.answer", ask.board)
    if by.agency_id not in {None, ask.agency_id}:
        raise PermissionDenied("You look after the staff of your own agency.")
    if locked(ask).taken_up_on:
        raise Refused("That was noted already.")
    found, _ = changed(ask, {"taken_up_on": timezone.localdate(), "taken_up_by": by})
    record(by, "support.taken_up", found, board=found.board, support=found.agency_id or 0)
    return found


@transaction.atomic
def write_words(*, by: Any, agency: Agency, text: str, seen_version: int | None = None) -> Agency:
    """Write where the staff of an agency find support. Raises Stale."""
    check(by, "support.words", agency)
    found, differing = changed(agency, {"support_text": text}, seen_version=seen_version)
    record(by, "agency.written", found, facts={"fields": differing})
    return found


@transaction.atomic
def write_board_words(*, by: Any, board: Board, text: str, seen_version: int | None = None) -> Board:
    """Write where everybody finds support. Raises Stale."""
    check(by, "board.administer", board)
    found, differing = changed(board, {"support_text": text}, seen_version=seen_version)
    record(by, "board.support_written", found, board=found, facts={"fields": differing})
    return found


@transaction.atomic
def remind(*, review: Review, lead: Any, today: date) -> int:
    """Tell a support lead that somebody is to be offered support at a point of a review; once for each point and day."""
    queued = 0
    for each in due(lead, today, review):
        key = f"support:{review.pk}:{each.point.key}:{each.point.on}"
        address = reverse("agencies.support.list", args=[review.ref])
        if write_to(lead, key, f"Support, {review.ref}", address):
            facts = {"point": each.point.key, "on": each.point.on}
            record(None, "support.reminded", review, facts=facts, support=lead.agency_id or 0)
            queued += 1
    return queued


def write_to(person: Any, key: str, subject: str, path: str) -> bool:
    """Queue a letter to a support lead: a link, and nothing of what it is about. It belongs to no board. Gives whether it is new."""
    text = f"Something waits for you in the portal: {settings.SITE_URL}{path}{message.FOOT}"
    return message.queue(key=f"{key}:{person.pk}", kind=KIND, subject=subject, text=text, to=person)


def remind_all() -> int:
    """Remind every support lead of every review that runs; safe to run twice, at once, or days late."""
    today = timezone.localdate()
    held = Membership.objects.active().filter(role=Role.SUPPORT_LEAD, review__isnull=False)
    rows = held.exclude(review__stage=Stage.CLOSED).select_related("user", "review__board").order_by("pk")
    return sum(int(remind(review=each.review, lead=each.user, today=today)) for each in rows if each.review)
