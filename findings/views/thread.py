"""The golden thread: from entry to impact and back, and where it is broken."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from findings.broken import BREAKS, broken, told
from findings.thread import strands
from findings.thread_picture import drawn
from reviews.models import Review
from reviews.views.review import visible
from scr_portal.lib.pages import page, paged


@login_required
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """The thread of a review; `at` in the address narrows it to what runs through one record."""
    review = visible(request, ref, "finding.see")
    at = request.GET.get("at", "")[:40]
    missing = broken([review])
    found = strands(review, request.user, missing, at)
    here = next((node for each in found for node in each.nodes() if node.key == at), None)
    context = {"strands": [(each, drawn(each, at)) for each in found], "missing": missing, "at": at, "node": here}
    return page(request, "findings/thread/show.html", review=review, here="recommendations", **context)


@login_required
def list(request: HttpRequest) -> HttpResponse:
    """The broken links of every review whose findings the person may read, one kind at a time."""
    reviews = Review.objects.visible_to(request.user, "finding.see")
    counts = [(kind, kind.rows(reviews).count()) for kind in BREAKS]
    first = next((kind for kind, number in counts if number), BREAKS[0])
    kind = next((each for each in BREAKS if each.key == request.GET.get("kind")), first)
    rows = paged(request, kind.rows(reviews).order_by("-pk"), 50)
    context = {"counts": counts, "kind": kind, "rows": rows, "broken": [told(row, kind) for row in rows]}
    return page(request, "findings/thread/list.html", **context)
