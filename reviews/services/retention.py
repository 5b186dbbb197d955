"""The board's own periods, and what is decided about a case whose time has come."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from reviews.access import check
from reviews.models import Board, RetentionDecision, RetentionPeriod, Review
from reviews.regimes.retention import schedule
from reviews.retention import keeping
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed, locked

SHORTEST_NAME = 3  # letters; initials would be found in every sentence


@transaction.atomic
def set_period(*, by: Any, board: Board, line: str, years: int | None, reason: str) -> RetentionPeriod:
    """Record the board's own period of a line, longer or shorter than the schedule's; None: for good.

    Raises Refused for less than the law asks for, and for what is kept as long as its case. LookupError for no line.
    """
    check(by, "retention.keep", board)
    rule = schedule().line(line)
    if rule is None:
        raise LookupError(f"{line!r} is not a line of the schedule.")
    if rule.scope == "within":
        raise Refused("This is kept as long as its case, so it has no period of its own.")
    if years is not None and years < rule.least:
        raise Refused(
            f"This is kept for at least {rule.least} year{'' if rule.least == 1 else 's'}: enter that or more."
        )
    made = RetentionPeriod.objects.create(board=locked(board), line=line, years=years, reason=reason, set_by=by)
    record(by, "retention.period_set", made, why=reason, facts={"line": line, "years": years})
    return made


def names_in(review: Review, text: str) -> list[str]:
    """The names of the case that stand in a text, as the register of people and the referral have them."""
    known: set[str] = set()
    for person in review.people.all():
        known |= {person.given, person.middle, person.surname, person.former_surname, person.name}
    known |= set(review.referral.subject_name.split()) if hasattr(review, "referral") else set()
    return said_in(known, text)


def said_in(known: set[str], text: str) -> list[str]:
    """Those of the names that stand in a text."""
    words = set(re.findall(r"[\w’'-]+", text.casefold()))
    return sorted(name for name in known if len(name) >= SHORTEST_NAME and set(name.casefold().split()) <= words)


@transaction.atomic
def keep(*, by: Any, review: Review, until: date, reason: str) -> RetentionDecision:
    """Keep a case longer, until a day. It takes the place of a proposal to destroy it."""
    check(by, "kept.decide", review)
    held = locked(review)
    if until <= timezone.localdate():
        raise Refused("That day is not to come: say until when it is kept.")
    made = RetentionDecision.objects.create(review=held, choice="keep", until=until, reason=reason, decided_by=by)
    record(by, "retention.kept_longer", made, why=reason, facts={"until": until})
    return made


@transaction.atomic
def propose(*, by: Any, review: Review, reason: str, keep_library: bool) -> RetentionDecision:
    """Propose that a case is destroyed; nothing is destroyed before somebody else confirms it.

    Raises Refused with what stands in the way, and for a reason that names somebody: it stays on the certificate.
    """
    check(by, "kept.decide", review)
    held = locked(review)
    found = keeping(held)
    if sentence := next(found.obstacles(timezone.localdate()), ""):
        raise Refused(f"It cannot be destroyed. {sentence}")
    if found.proposal:
        raise Refused("It is proposed already, and waits for the second person.")
    if names := names_in(held, reason):
        raise Refused(
            f"The reason names somebody of the case ({', '.join(names)}), and it stays on the certificate: say it without names."
        )
    made = RetentionDecision.objects.create(
        review=held, choice="destroy", reason=reason, keep_library=keep_library, decided_by=by
    )
    record(by, "retention.destruction_proposed", made, why=reason, facts={"keep_library": keep_library})
    return made


@transaction.atomic
def send_back(*, by: Any, decision: RetentionDecision, why: str) -> RetentionDecision:
    """Send a proposal to destroy back, with the reason. Raises Refused where it no longer waits."""
    check(by, "kept.destroy", decision.review)
    locked(decision.review)
    if not locked(decision).waits:
        raise Refused("This proposal no longer waits: look at the page of the case again.")
    values = {"sent_back_by": by, "sent_back_on": timezone.localdate(), "sent_back_why": why}
    found, _ = changed(decision, values, by=by)
    record(by, "retention.sent_back", found, why=why)
    return found
