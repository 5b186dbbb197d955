"""The merged chronology."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from findings import merged
from findings.forms.chronology import FilterForm
from findings.services import anonymity, mark
from reviews.access import allowed, check
from reviews.models import Review
from reviews.stages import RELEASED
from reviews.views.review import visible
from scr_portal.lib.pages import page, paged


def readable(request: HttpRequest, review: Review) -> bool:
    """Whether the person may read the merged chronology now; who never may gets 403."""
    if allowed(request.user, "chronology.prepare", review):
        return True
    check(request.user, "chronology.see", review)
    return review.stage in RELEASED


@login_required
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """The entries of all returns in one order, narrowed by filters, named or anonymised."""
    review = visible(request, ref)
    if not readable(request, review):
        return page(request, "findings/chronology/not_released.html", review=review, here="chronology")
    form = FilterForm(request.GET or None, review=review)
    rows = paged(request, merged.entries(review, request.user, form.filters), 50)
    named = request.GET.get("names") == "real" and allowed(request.user, "review.names", review)
    if named:
        mark.names_shown(by=request.user, review=review)
    texts = anonymity.shown(review, rows.object_list, named=named)
    months, strip = merged.strip(review, request.user, form.filters)
    context: dict[str, Any] = {
        "form": form,
        "rows": rows,
        "texts": texts,
        "named": named,
        "months": months,
        "strip": strip,
    }
    return page(request, "findings/chronology/show.html", review=review, here="chronology", **context)
