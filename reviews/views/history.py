"""What was done to one record: its events, and its versions with what differs."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from reviews import history
from reviews.access import allowed
from reviews.forms.event import kind_of
from reviews.models import Event, Review
from reviews.services import events as verbs
from reviews.views.event import withheld
from reviews.views.review import visible
from scr_portal.lib.pages import page, paged


@login_required
def show(request: HttpRequest, ref: str, kind: str, pk: int) -> HttpResponse:
    """The events and versions of one record of a review; that its versions were read is recorded."""
    review = visible(request, ref, "review.audit")
    known = history.kind_of(kind)
    events = Event.objects.visible_to(request.user).filter(review=review)
    events = events.filter(subject_type=known.label if known else "", subject_id=pk)
    rows = versions_of(request, review, known, pk)
    if known is None or not (events.exists() or rows):
        raise Http404
    context: dict[str, Any] = {"events": events.select_related("actor")[:100], "withheld": withheld(request, review)}
    if rows:
        found = paged(request, rows, 20)
        shown = [*found]
        before = rows.filter(history_id__lt=shown[-1].history_id).first()
        context |= {"rows": found, "versions": [*history.versions(shown, before)]}
        verbs.history_read(
            by=request.user, review=review, kind=known.label, pk=pk, sealed=known.words == "chronology.held"
        )
    return page(
        request, "reviews/history/show.html", review=review, here="events", kind=kind_of(known.label), pk=pk, **context
    )


def versions_of(request: HttpRequest, review: Review, known: Any, pk: int) -> Any:
    """The versions of a record of the review, newest first; none where it has none, or the reader's rights do not open them."""
    if known is None or not known.words or not allowed(request.user, known.words, review):
        return ()
    record = history.of_review(review, known, pk)
    return () if record is None else record.history.select_related("history_user").order_by("-history_id")
