"""Question, conclusion, evidence: the analysis by key line of enquiry, and what is missing in it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from findings import analysis
from findings.services import anonymity
from reviews.views.review import visible
from scr_portal.lib.pages import page, paged


@login_required
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Every question with the conclusions that answer it and what these rest on; then what nobody has answered or used."""
    review = visible(request, ref, "finding.see")
    found = analysis.of_review(review, request.user)
    marked = paged(request, found.marked, 25)
    context = {"found": found, "marked": marked, "texts": anonymity.shown(review, marked, named=False)}
    return page(request, "findings/enquiry/show.html", review=review, here="findings", **context)
