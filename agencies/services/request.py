"""Asking agencies, and the return's way from the author to the senior person's sign-off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from agencies.lifecycle import REQUEST_LIFECYCLE
from agencies.models import Agency, Question, Request, User
from agencies.services.reminder import about, answering, write
from reviews.access import check, regrant
from reviews.models import Review
from reviews.policy import Role
from reviews.services import message
from reviews.services.events import record
from reviews.services.reminder import KIND, officers, spoken
from reviews.stages import ASKING
from scr_portal.lib.later import later
from scr_portal.lib.records import Refused, as_seen, changed, locked


@transaction.atomic
def read(*, by: Any, request: Request, part: str) -> None:
    """Keep on record that somebody outside the agency read a return in the agency's own words, with real names."""
    check(by, "request.see", request)
    if by.agency_id != request.agency_id:
        record(by, "request.read", request, facts={"part": part})


@transaction.atomic
def ask(
    *,
    by: Any,
    review: Review,
    agencies: Sequence[Agency],
    wanted: str,
    due_on: date,
    note: str = "",
    period_from: date | None = None,
    period_to: date | None = None,
    secure: str = "",
    questions: Sequence[str] = (),
) -> list[Request]:
    """Ask agencies for a return, under the power that the rule set names; their leads are told by e-mail.

    An agency whose last return is settled is asked in a further round. Raises Refused when the review is not at a stage
    in which agencies are asked, when a return of theirs is still awaited, or when only answers are wanted to no question.
    """
    check(by, "review.request", review)
    if review.stage not in ASKING:
        raise Refused("Agencies are asked while information or returns are collected; this review is not there.")
    if wanted == Request.Wanted.ANSWERS and not questions:
        raise Refused("Write at least one question, or ask for another kind of return.")
    rounds = rounds_so_far(review, agencies)
    values = {
        "wanted": wanted, "note": note, "period_from": period_from, "period_to": period_to, "secure": secure,
        "sent_on": timezone.localdate(), "due_on": due_on,
    }  # fmt: skip
    made = [
        send(Request(review=review, agency=agency, round=rounds.get(agency.pk, 0) + 1, **values), questions)
        for agency in agencies
    ]
    facts = {"requests": [each.pk for each in made], "agencies": [each.agency_id for each in made], "due": due_on}
    record(by, "request.sent", review, facts={**facts, "questions": len(questions)})
    return made


def send(request: Request, questions: Sequence[str]) -> Request:
    """Keep a new request with its questions and grants, and queue its letters."""
    request.save()
    for number, text in enumerate(questions, start=1):
        Question.objects.create(request=request, number=number, text=text)
    regrant(request)
    tell(request)
    return request


def rounds_so_far(review: Review, agencies: Sequence[Agency]) -> dict[int, int]:
    """The last round of each agency that was asked before. Raises Refused where one cannot be asked now."""
    if any(agency.board_id != review.board_id for agency in agencies):
        raise Refused("That agency belongs to another board.")
    awaited = set(review.requests.awaited().values_list("agency_id", flat=True))
    if again := [agency.label for agency in agencies if agency.pk in awaited]:
        raise Refused(
            f"{', '.join(again)} has been asked in this review already, and its return is awaited: change the date of that "
            "request, or withdraw it first."
        )
    return dict(review.requests.order_by("round").values_list("agency_id", "round"))


def tell(request: Request) -> None:
    """Queue the letters that say that a return is asked for."""
    said = (
        f"Your agency is asked for a return in {{ref}}, by {spoken(request.due_on)}.\n\nSign in to see what is asked: "
    )
    write(request, answering(request), "asked", said)


@transaction.atomic
def assign(*, by: Any, request: Request, author: User, seen: str | None = None) -> Request:
    """Appoint the author of the agency's return, one of its own people.

    Raises Stale where somebody else was appointed since a form with the stamp `seen` was opened.
    """
    check(by, "request.assign", request)
    if author.agency_id != request.agency_id:
        raise Refused("The author has to work for your agency.")
    if (
        not author.memberships.active()
        .filter(board=request.board, role__in=(Role.AGENCY_AUTHOR, Role.AGENCY_LEAD))
        .exists()
    ):
        raise Refused("That person is not known to the board as an author: ask the business manager to add them.")
    as_seen(locked(request).appointed(), seen)
    found, _ = changed(request, {"author": author})
    record(by, "request.assigned", found, facts={"author": author.pk})
    return found


@transaction.atomic
def extend(*, by: Any, request: Request, due_on: date, why: str) -> Request:
    """Move the due date, with the reason."""
    check(by, "request.extend", request)
    if not request.awaited:
        raise Refused("This return is no longer awaited, so its date does not matter. Send it back first if it is in.")
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
    later("findings.tasks.recognise", found.review_id)
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


@transaction.atomic
def refuse(*, by: Any, request: Request, reason: str) -> Request:
    """The agency says that it will not answer, and why; the chair is told at once."""
    found = REQUEST_LIFECYCLE.advance(request, "refuse", by=by)
    found, _ = changed(found, {"closed_on": timezone.localdate(), "closed_reason": reason})
    message.call_off(about=about(found))
    said = "An agency refuses to answer a request in {ref}. Its reason, and the power under which it was asked: "
    write(found, officers(found.board, "chair"), "refused", said, of_review=True)
    record(by, "request.refused", found, why=reason)
    return found


@transaction.atomic
def withdraw(*, by: Any, request: Request, reason: str) -> Request:
    """The board asks no more; what was written stays with the agency."""
    found = REQUEST_LIFECYCLE.advance(request, "withdraw", by=by)
    found, _ = changed(found, {"closed_on": timezone.localdate(), "closed_reason": reason})
    message.call_off(about=about(found))
    write(found, answering(found), "withdrawn", "Your agency need not answer the request in {ref} any more: ")
    record(by, "request.withdrawn", found, why=reason)
    return found
