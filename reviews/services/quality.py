"""Judging a review against the quality markers."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from reviews.access import check
from reviews.models import QualityJudgement, Review
from reviews.regimes import quality
from reviews.services.events import record
from scr_portal.lib.records import Refused, Stale, changed


@transaction.atomic
def judge(
    *, by: Any, review: Review, marker: str, side: str, verdict: str, reason: str, seen_version: int | None = None
) -> QualityJudgement:
    """Say how one side judges one marker, or judge it again. Raises Stale when somebody else did meanwhile."""
    check(by, "quality.judge", review)
    markers = quality.markers()
    if markers.marker(marker) is None or side not in QualityJudgement.Side.values:
        raise Refused("That is not one of the quality markers.")
    values = {"markers": markers.stamp, "verdict": verdict, "reason": reason, "judged_by": by}
    found = QualityJudgement.objects.filter(review=review, marker=marker, side=side).first()
    if found is None:
        found = QualityJudgement.objects.create(review=review, marker=marker, side=side, **values)
    elif seen_version is None:
        raise Stale(found)
    else:
        found, _ = changed(found, values, seen_version=seen_version)
    record(by, "quality.judged", found, why=reason, facts={"marker": marker, "side": side, "verdict": verdict})
    return found


@transaction.atomic
def downloaded(*, by: Any, review: Review, kind: str) -> None:
    """Keep on record that the self-assessment left the portal as a file."""
    check(by, "quality.see", review)
    record(by, "quality.downloaded", review, facts={"format": kind})
