"""What stands beside a recommendation: the answers of its agencies as a reader may see them, and what advice looks at."""

from __future__ import annotations

from datetime import date
from typing import Any

from agencies.models import Agency
from findings.models import AgencyResponse, Recommendation
from findings.recommending import Draft
from reviews.access import allowed


def answered(recommendation: Recommendation, user: Any, today: date) -> list[tuple[Agency, AgencyResponse | None]]:
    """Each agency that it is addressed to with its answer, or None before it was asked; an agency reads its own alone."""
    rows = AgencyResponse.objects.visible_to(user).filter(recommendation=recommendation).standing_on(today)
    chain = rows.select_related("agency", "responded_by", "recommendation__review__board")
    known = {each.agency_id: each for each in chain.prefetch_related("judgements__judged_by")}
    all_of_them = allowed(user, "finding.see", recommendation.review) or allowed(user, "response.judge", recommendation)
    shown = [each for each in recommendation.agencies.all() if all_of_them or each.pk == user.agency_id]
    return [(agency, known.get(agency.pk)) for agency in shown]


def drafted(recommendation: Recommendation) -> Draft:
    """A recommendation that is kept, as advice looks at it."""
    review = recommendation.review
    return Draft(
        text=recommendation.text, findings=len(recommendation.findings.all()), agencies=len(recommendation.agencies.all()),
        changes=recommendation.changes, scope=recommendation.scope, beyond_gift=recommendation.beyond_gift,
        measure=recommendation.measure, baseline=recommendation.baseline, number=review.recommendations.count(),
        advised=review.board.recommendations_advised,
    )  # fmt: skip
