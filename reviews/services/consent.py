"""What may be done with somebody's words: each answer stands beside the earlier ones, and the last one rules."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from reviews.access import check
from reviews.models import Consent, Contribution
from reviews.services.events import record
from scr_portal.lib.records import Refused


@transaction.atomic
def give(*, by: Any, contribution: Contribution, values: dict[str, Any]) -> Consent:
    """Record what somebody agrees to from now on, or that they withdraw it.

    Raises Refused for what stands already, and where there is nothing to withdraw. Whatever rests on the words shows the
    answer; nothing is taken away from a finding.
    """
    check(by, "contribution.record", contribution.review)
    now = contribution.consent
    if now is not None and (now.choice, now.in_confidence) == (values["choice"], values["in_confidence"]):
        raise Refused(f"That is what stands already, since {now.given_on.day} {now.given_on:%B %Y}.")
    if values["choice"] == Consent.Choice.WITHDRAWN and not contribution.usable:
        raise Refused("Nothing was agreed to that could be withdrawn: choose “May not be used”.")
    made = Consent.objects.create(contribution=contribution.head, recorded_by=by, **values)
    facts = {"consent": made.choice, "before": now.choice if now else "", "in_confidence": made.in_confidence}
    record(by, "contribution.consented", contribution, facts=facts)
    return made
