"""What a parallel process asks the review to wait with: recorded, and lifted."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from reviews.access import check
from reviews.models import ParallelProcess, Restriction
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed, locked


@transaction.atomic
def add(*, by: Any, process: ParallelProcess, values: dict[str, Any]) -> Restriction:
    """Record what is asked for; from its first day on it stops what it names. Raises Refused once the process has ended."""
    check(by, "review.hold", process.review)
    if locked(process).ended:
        raise Refused(
            "This process has ended, so it asks for nothing any more: correct its end first if that is wrong."
        )
    made = Restriction.objects.create(process=process, recorded_by=by, **values)
    record(by, "restriction.added", made, facts={"limit": made.limit, "material": made.material, "since": made.since})
    return made


@transaction.atomic
def lift(*, by: Any, restriction: Restriction, why: str) -> Restriction:
    """Lift it before its day; what it stopped can be done from now on. Raises Refused where it has ended already."""
    check(by, "review.hold", restriction.review)
    if locked(restriction).ended_on:
        raise Refused("This restriction has ended already, so there is nothing to lift.")
    values = {"lifted_on": timezone.localdate(), "lifted_by": by, "lifted_why": why}
    found, _ = changed(restriction, values)
    record(by, "restriction.lifted", found, why=why, facts={"limit": found.limit, "material": found.material})
    return found
