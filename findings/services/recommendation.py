"""Recommendations and the board's response."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from findings.models import Finding, Recommendation, Response
from reviews.access import check
from reviews.models import Review
from reviews.services.events import record
from reviews.stages import Stage
from scr_portal.lib.records import Refused, changed, locked

MANY = ("findings", "agencies")


def writable(by: Any, review: Review) -> None:
    """Pass while recommendations can change, or raise Refused with why not."""
    check(by, "recommendation.write", review)
    if review.stage not in {Stage.ANALYSIS, Stage.DRAFTING}:
        raise Refused(
            "Recommendations are written while findings are analysed and the report is drafted; this review is not there."
        )


def rests_on_something(findings: Sequence[Finding], review: Review) -> None:
    """Pass when there is at least one finding, and all of them are this review's."""
    if not findings:
        raise Refused("Choose at least one finding that this recommendation rests on.")
    if any(finding.review_id != review.pk for finding in findings):
        raise Refused("A recommendation rests on findings of its own review.")


@transaction.atomic
def add(*, by: Any, review: Review, values: dict[str, Any]) -> Recommendation:
    """Write a recommendation under the next number; `values` holds its findings and the agencies it addresses."""
    writable(by, review)
    rests_on_something(values["findings"], review)
    number = (review.recommendations.aggregate(last=Max("number"))["last"] or 0) + 1
    plain = {name: value for name, value in values.items() if name not in MANY}
    made = Recommendation.objects.create(review=review, number=number, written_by=by, **plain)
    for name in MANY:
        getattr(made, name).set(values[name])
    record(
        by,
        "recommendation.written",
        made,
        facts={"number": number, "findings": [finding.pk for finding in values["findings"]]},
    )
    return made


@transaction.atomic
def write(
    *, by: Any, recommendation: Recommendation, values: dict[str, Any], seen_version: int | None = None
) -> Recommendation:
    """Change a recommendation."""
    writable(by, recommendation.review)
    rests_on_something(values["findings"], recommendation.review)
    plain = {name: value for name, value in values.items() if name not in MANY}
    found, differing = changed(recommendation, plain, seen_version=seen_version)
    for name in MANY:
        getattr(found, name).set(values[name])
    record(by, "recommendation.changed", found, facts={"number": found.number, "fields": differing})
    return found


@transaction.atomic
def respond(
    *, by: Any, recommendation: Recommendation, answer: str, reason: str, seen_version: int | None = None
) -> Response:
    """The board's response; refusing one, whole or in part, wants the reason (Care Act 2014, Schedule 2, paragraph 4).

    Raises Stale where the board has responded since the form was opened (`seen_version` 0: there was no response then).
    """
    check(by, "recommendation.respond", recommendation.review)
    if recommendation.review.stage not in {Stage.PUBLICATION, Stage.MONITORING}:
        raise Refused("The board responds once the report has been signed off.")
    if answer != Response.Answer.ACCEPTED and not reason.strip():
        raise Refused("Say why it is not accepted in full: the law asks for the reason.")
    values = {"answer": answer, "reason": reason, "responded_by": by, "responded_on": timezone.localdate()}
    found = Response.objects.filter(recommendation=locked(recommendation)).first()
    if found is None:
        found = Response.objects.create(recommendation=recommendation, **values)
    else:
        found, _ = changed(found, values, seen_version=seen_version)
    record(by, "recommendation.responded", recommendation, why=reason, facts={"answer": answer})
    return found
