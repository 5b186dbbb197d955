"""The moves of a review that are a button by themselves."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from reviews.services import stage as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import done, refused
from scr_portal.lib.records import Refused


@login_required
@require_POST
def move(request: HttpRequest, ref: str, verb: str) -> HttpResponse:
    """Make one move, or say what stands in the way."""
    review = visible(request, ref)
    if verb not in verbs.BUTTONS:
        raise Http404
    try:
        moved = verbs.move(by=request.user, review=review, verb=verb)
    except Refused as refusal:
        return refused(request, str(refusal), "overview", ref)
    return done(request, f"The review is now at: {moved.get_stage_display()}.", "overview", ref)
