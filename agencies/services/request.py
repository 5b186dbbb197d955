"""Asking agencies, and the return's way from the author to the senior person's sign-off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from agencies.lifecycle import REQUEST_LIFECYCLE, RequestStatus
from agencies.models import Agency, Request, User
from agencies.services.reminder import about, answering
from reviews.access import check, regrant
from reviews.models import Review
from reviews.policy import Role
from reviews.services import message
from reviews.services.events import record
from reviews.services.reminder import KIND, spoken
from reviews.stages import ASKING
from scr_portal.lib.records import Refused, changed, locked


@transaction.atomic
def ask(
    *, by: Any, review: Review, agencies: Sequence[Agency], wanted: str, due_on: date, note: str = ""
) -> list[Request]:
    """Ask agencies for a return; each is asked once in a review, and its leads are told by e-mail.

    Raises Refused when the review is not at a stage in which agencies are asked, or an agency was asked already.
    """
    check(by, "review.request", review)
    if review.stage not in ASKING:
        raise Refused("Agencies are asked while information or returns are collected; this review is not there.")
    asked = set(review.requests.values_list("agency_id", flat=True))
    if again := [agency.label for agency in agencies if agency.pk in asked]:
        raise Refused(
            f"{', '.join(again)} has been asked in this review already: change the date of that request instead."
        )
    if any(agency.board_id != review.board_id for agency in agencies):
        raise Refused("That agency belongs to another board.")
    made = [
        Request.objects.create(
            review=review, agency=agency, wanted=wanted, note=note, sent_on=timezone.localdate(), due_on=due_on
        )
        for agency in agencies
    ]
    for request in made:
        regrant(request)
        tell(request)
    facts = {
        "requests": [request.pk for request in made],
        "agencies": [request.agency_id for request in made],
        "due": due_on,
    }
    record(by, "request.sent", review, facts=facts)
    return made


def tell(request: Request) -> None:
    """Queue the letters that say that a return is asked for."""
    review, link = request.review, settings.SITE_URL + reverse("agencies.request.show", args=[request.pk])
    text = f"Your agency is asked for a return in {review.ref}, by {spoken(request.due_on)}.\n\nSign in to see what is asked: {link}"
    for person in answering(request):
        message.queue(
            key=f"request:{request.pk}:asked:{person.pk}", kind="request", about=about(request), to=person, board=review.board,
            subject=f"{review.board}: a return is asked for, {review.ref}", text=text + message.FOOT,
        )  # fmt: skip


@transaction.atomic
def assign(*, by: Any, request: Request, author: User) -> Request:
    """Appoint the author of the agency's return, one of its own people."""
    check(by, "request.assign", request)
    if author.agency_id != request.agency_id:
        raise Refused("The author has to work for your agency.")
    if (
        not author.memberships.active()
        .filter(board=request.board, role__in=(Role.AGENCY_AUTHOR, Role.AGENCY_LEAD))
        .exists()
    ):
        raise Refused("That person is not known to the board as an author: ask the business manager to add them.")
    found, _ = changed(request, {"author": author})
    record(by, "request.assigned", found, facts={"author": author.pk})
    return found


@transaction.atomic
def extend(*, by: Any, request: Request, due_on: date, why: str) -> Request:
    """Move the due date, with the reason."""
    check(by, "request.extend", request)
    if request.status == RequestStatus.RETURNED:
        raise Refused("This return is in, so its date no longer matters. Send it back first if it has to be changed.")
    found, _ = changed(request, {"due_on": due_on})
    message.call_off(about=about(found), kind=KIND)
    record(by, "request.extended", found, why=why, facts={"due": due_on})
    return found


@transaction.atomic
def make_nil_return(*, by: Any, request: Request, reason: str) -> Request:
    """Say that the agency has nothing to return, and why; it still has to be signed off."""
    writable(by, request)
    if request.entries.exists():
        raise Refused("This return has entries in it: undo the import first if the agency really has nothing.")
    found, _ = changed(request, {"nil_return": True, "nil_return_reason": reason})
    record(by, "request.nil_return_made", found, why=reason)
    return found


@transaction.atomic
def withdraw_nil_return(*, by: Any, request: Request) -> Request:
    """Take a nil return back: there is something after all."""
    writable(by, request)
    if not locked(request).nil_return:
        raise Refused("This is no nil return any more: it was taken back already.")
    found, _ = changed(request, {"nil_return": False, "nil_return_reason": ""})
    record(by, "request.nil_return_withdrawn", found)
    return found


def writable(by: Any, request: Request) -> None:
    """Pass while the agency may write in its return, or raise Refused with why not."""
    check(by, "request.write", request)
    if not request.open:
        raise Refused(f"This return is at “{request.get_status_display()}”, so nothing in it can be changed now.")


def begun(request: Request, by: Any) -> None:
    """Something was written: the return is in progress from now on, whoever of its authors was first."""
    if locked(request).status in REQUEST_LIFECYCLE.move("start").sources:
        REQUEST_LIFECYCLE.advance(request, "start", by=by)


@transaction.atomic
def submit(*, by: Any, request: Request) -> Request:
    """Pass the return on to the agency's senior person."""
    found = REQUEST_LIFECYCLE.advance(request, "submit", by=by)
    found, _ = changed(found, {"submitted_on": timezone.localdate()})
    record(by, "request.submitted", found, facts={"entries": found.entries.standing().count()})
    return found


@transaction.atomic
def take_back(*, by: Any, request: Request) -> Request:
    """Take a return back from the senior person to change it."""
    found = REQUEST_LIFECYCLE.advance(request, "take_back", by=by)
    record(by, "request.taken_back", found)
    return found


@transaction.atomic
def sign_off(*, by: Any, request: Request, note: str = "") -> Request:
    """The senior person vouches for the return; from now on it is part of the merged chronology."""
    if request.author_id == by.pk:
        raise Refused("The author of the report cannot sign it off: ask another senior person in your agency.")
    found = REQUEST_LIFECYCLE.advance(request, "sign_off", by=by)
    found, _ = changed(found, {"signed_off_by": by, "signed_off_on": timezone.localdate()})
    message.call_off(about=about(found))
    record(
        by,
        "request.signed_off",
        found,
        why=note,
        facts={"entries": found.entries.standing().count(), "nil": found.nil_return},
    )
    return found


@transaction.atomic
def decline(*, by: Any, request: Request, why: str) -> Request:
    """The senior person gives the return back to its author."""
    found = REQUEST_LIFECYCLE.advance(request, "decline", by=by)
    record(by, "request.declined", found, why=why)
    return found


@transaction.atomic
def send_back(*, by: Any, request: Request, why: str) -> Request:
    """The board gives a return back to the agency; its entries leave the merged chronology until it is signed off again."""
    found = REQUEST_LIFECYCLE.advance(request, "send_back", by=by)
    found, _ = changed(found, {"signed_off_by": None, "signed_off_on": None, "submitted_on": None})
    record(by, "request.sent_back", found, why=why)
    return found
