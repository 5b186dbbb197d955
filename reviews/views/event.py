"""The record of what was done."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from reviews import conflicts
from reviews.access import allowed
from reviews.models import Event, Review
from reviews.models.events import COUNTING
from reviews.views.review import board_for, visible
from scr_portal.lib.pages import page, paged


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """The events of one review, newest first."""
    review = visible(request, ref, "review.audit")
    events = Event.objects.visible_to(request.user).filter(review=review).select_related("actor")
    verb = request.GET.get("verb", "")
    verbs = events.order_by("verb").values_list("verb", flat=True).distinct()
    shown = paged(request, events.filter(verb=verb) if verb else events, 100)
    context: dict[str, Any] = {"events": shown, "verb": verb, "verbs": verbs}
    context["withheld"] = withheld(request, review)
    return page(request, "reviews/event/list.html", review=review, here="events", **context)


def withheld(request: HttpRequest, review: Review) -> frozenset[str]:
    """The facts that this reader is not shown: what would tell of entries on hold, and of a vote that they left."""
    holding = frozenset() if allowed(request.user, "chronology.held", review) else COUNTING
    return holding | (conflicts.OF_THE_VOTE if conflicts.reading(request.user, review) else frozenset())


@login_required
def of_board(request: HttpRequest) -> HttpResponse:
    """The events of a board that belong to no review, newest first: sign-ins, refusals, directory and settings."""
    board = board_for(request, "board.audit")
    events = Event.objects.visible_to(request.user).filter(review=None, board=board).select_related("actor")
    verb = request.GET.get("verb", "")
    verbs = events.order_by("verb").values_list("verb", flat=True).distinct()
    shown = paged(request, events.filter(verb=verb) if verb else events, 100)
    return page(request, "reviews/event/of_board.html", board=board, events=shown, verb=verb, verbs=verbs)
