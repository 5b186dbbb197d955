"""Writing, sending and screening a referral."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from reviews import regimes
from reviews.access import check, regrant
from reviews.lifecycle import REFERRAL_LIFECYCLE
from reviews.models import Board, DestructionCertificate, Milestone, Referral, Review
from reviews.models.referral import ReferralStatus
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed
from scr_portal.lib.refs import following

# What must be known before a referral can be sent; all else can follow ("send it incomplete rather than late").
NEEDED_TO_SEND = {
    "subject_name": "who it is about",
    "outcome": "what has happened to them",
    "circumstances": "what happened",
}


def next_ref(model: type[Referral] | type[Review], series: str, today: date) -> str:
    """The next free reference of a series in this year. That of a destroyed case is never given again."""
    last = (
        model._default_manager.filter(ref__startswith=f"{series}-{today.year}-")
        .order_by("-ref")
        .values_list("ref", flat=True)
    )
    name = "review_ref" if model is Review else "referral_ref"
    destroyed = DestructionCertificate.objects.filter(**{f"{name}__startswith": f"{series}-{today.year}-"})
    gone = destroyed.order_by(f"-{name}").values_list(name, flat=True).first()
    return following(series, today.year, max(filter(None, (last.first(), gone)), default=None))


@transaction.atomic
def begin(*, by: Any, board: Board, values: dict[str, Any]) -> Referral:
    """Save a new draft. `values` are the form's fields, all of them optional but the rule set."""
    check(by, "referral.make", board)
    ref = next_ref(Referral, "REF", timezone.localdate())
    referral = Referral.objects.create(board=board, ref=ref, referrer=by, agency=by.agency, **values)
    record(by, "referral.begun", referral)
    return referral


@transaction.atomic
def write(*, by: Any, referral: Referral, values: dict[str, Any], seen_version: int | None = None) -> Referral:
    """Change a draft. Raises Stale when somebody else changed it; Refused once it was sent."""
    check(by, "referral.change", referral)
    if referral.status != ReferralStatus.DRAFT:
        raise Refused(
            "This referral was sent, so its words stay as they are. Add what is new by contacting the business manager."
        )
    found, differing = changed(referral, values, seen_version=seen_version)
    record(by, "referral.written", found, facts={"fields": differing})
    return found


@transaction.atomic
def send(*, by: Any, referral: Referral) -> Referral:
    """Send a draft to the board. Raises Refused with what is still missing."""
    missing = [words for name, words in NEEDED_TO_SEND.items() if not getattr(referral, name)]
    if missing:
        raise Refused(f"Before you send it, say {', '.join(missing)}.")
    sent = REFERRAL_LIFECYCLE.advance(referral, "send", by=by)
    sent.sent_at = timezone.now()
    sent.save(update_fields=["sent_at"])
    record(by, "referral.sent", sent)
    return sent


@transaction.atomic
def acknowledge(*, by: Any, referral: Referral) -> Referral:
    """Tell the referrer that the board has it."""
    found = REFERRAL_LIFECYCLE.advance(referral, "acknowledge", by=by)
    record(by, "referral.acknowledged", found)
    return found


@transaction.atomic
def take_forward(*, by: Any, referral: Referral, title: str, note: str) -> Review:
    """Screen a referral in: a review begins under the latest version of its rule set, and its clocks start."""
    found = REFERRAL_LIFECYCLE.advance(referral, "take_forward", by=by)
    today = timezone.localdate()
    rules = regimes.get(found.rule_set)
    review = Review.objects.create(
        board=found.board, ref=next_ref(Review, rules.series, today), title=title, rule_set=rules.stamp
    )
    found.review, found.screening_note = review, note
    found.save(update_fields=["review", "screening_note"])
    received = timezone.localdate(found.sent_at) if found.sent_at else today
    dates = {"became_aware": found.aware_on, "referral_received": received, "acknowledged": today, "screened": today}
    for event, on in dates.items():
        if on:
            Milestone.objects.create(review=review, event=event, happened_on=on, recorded_by=by)
    regrant(review)
    record(by, "referral.taken_forward", found, why=note, review=review)
    return review


@transaction.atomic
def decline(*, by: Any, referral: Referral, note: str) -> Referral:
    """Screen a referral out, with the reason."""
    found = REFERRAL_LIFECYCLE.advance(referral, "do_not_take_forward", by=by)
    found.screening_note = note
    found.save(update_fields=["screening_note"])
    record(by, "referral.not_taken_forward", found, why=note)
    return found
