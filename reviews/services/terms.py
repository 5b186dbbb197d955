"""Terms of reference and lines of enquiry."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Max

from reviews.access import check
from reviews.models import LineOfEnquiry, Review, Terms
from reviews.services.events import record
from reviews.stages import Stage
from scr_portal.lib.records import Refused, Stale, changed

ENDED = (Stage.SIGN_OFF, Stage.PUBLICATION, Stage.MONITORING, Stage.CLOSED)


def writable(by: Any, review: Review) -> None:
    """Pass while terms can change, or raise Refused with why not."""
    check(by, "review.scope", review)
    if review.stage in ENDED:
        raise Refused("The report is with the board, so the terms of reference stay as they are.")


@transaction.atomic
def write(*, by: Any, review: Review, values: dict[str, Any], seen_version: int | None = None) -> Terms:
    """Set the purpose, period and method."""
    writable(by, review)
    found = Terms.objects.filter(review=review).first()
    if found is None:
        found = Terms.objects.create(review=review, **values)
    elif seen_version is None:
        raise Stale(found)
    else:
        found, _ = changed(found, values, seen_version=seen_version)
    record(by, "terms.written", found)
    return found


@transaction.atomic
def add_line(*, by: Any, review: Review, question: str) -> LineOfEnquiry:
    """Add a line of enquiry under the next number; numbers are never used again."""
    writable(by, review)
    last = review.lines_of_enquiry.aggregate(last=Max("number"))["last"] or 0
    made = LineOfEnquiry.objects.create(review=review, number=last + 1, question=question)
    record(by, "line_of_enquiry.added", made, facts={"number": made.number})
    return made


@transaction.atomic
def write_line(
    *, by: Any, line: LineOfEnquiry, values: dict[str, Any], seen_version: int | None = None
) -> LineOfEnquiry:
    """Change a question, or mark it as removed."""
    writable(by, line.review)
    found, differing = changed(line, values, seen_version=seen_version)
    record(by, "line_of_enquiry.written", found, facts={"number": found.number, "fields": differing})
    return found
