"""Gaps in training: which level of which agency has nobody trained for which finding."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from findings.gaps import of_review
from reviews.access import allowed
from reviews.views.review import visible
from scr_portal.lib.pages import page


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """The findings of a review, who was trained for each, and where nobody was."""
    review = visible(request, ref, "finding.see")
    gaps = of_review(review, timezone.localdate())
    can_keep = allowed(request.user, "training.keep", review)
    return page(request, "findings/gap/list.html", review=review, here="learning", gaps=gaps, can_keep=can_keep)
