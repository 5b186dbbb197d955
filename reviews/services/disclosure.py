"""Keeping the log of disclosures: a part of each verb that gives something out, and a verb of its own for the rest."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from reviews.access import check, roles_on
from reviews.models import Disclosure, Review
from reviews.policy import Role
from reviews.services.events import record

# Who takes a file out as the board itself; whoever else takes one has been given it.
OFFICERS = frozenset({Role.BOARD_CHAIR, Role.BUSINESS_MANAGER, Role.AUDITOR, Role.ADMINISTRATOR})


def power_of(review: Review) -> str:
    """What the review itself rests on, by its rule set."""
    return review.rules.basis[0][:300]


def log(
    by: Any,
    review: Review,
    kind: str,
    *,
    what: str,
    to: str,
    why: str,
    edition: str = "",
    sha256: str = "",
    on: date | None = None,
    power: str = "",
) -> Disclosure:
    """Write one line, within the verb that gives something out."""
    return Disclosure.objects.create(
        review=review, kind=kind, what=what[:200], edition=edition[:80], sha256=sha256, to=to[:200], why=why[:300],
        power=power or power_of(review), given_on=on or timezone.localdate(), given_by=by,
    )  # fmt: skip


def taken(by: Any, review: Review, kind: str, *, what: str, sha256: str = "", edition: str = "") -> None:
    """Write a line where somebody outside the board takes a file out of the portal; the board's own officers leave none."""
    if not roles_on(by, review.board_id) & OFFICERS:
        log(
            by,
            review,
            kind,
            what=what,
            to=str(by),
            why="Taken out of the portal as a file",
            sha256=sha256,
            edition=edition,
        )


@transaction.atomic
def add(*, by: Any, review: Review, values: dict[str, Any]) -> Disclosure:
    """Put on record what was given outside the portal, or correct an earlier line, which stays as it is."""
    check(by, "disclosure.record", review)
    made = Disclosure.objects.create(review=review, given_by=by, by_hand=True, **values)
    record(by, "disclosure.added", made, facts={"kind": made.kind, "on": made.given_on, "corrects": made.corrects_id})
    return made


@transaction.atomic
def exported(*, by: Any, review: Review, kind: str) -> None:
    """Keep on record that the log itself left the portal as a file."""
    check(by, "disclosure.see", review)
    record(by, "disclosure.exported", review, facts={"format": kind})
