"""Learning from earlier reviews, for who commissions the next one."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from findings import earlier
from reviews.views.review import visible
from scr_portal.lib.pages import page, paged
from scr_portal.lib.refs import keys


@login_required
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """What was recommended before about the themes of this case, and what became of it."""
    review = visible(request, ref, "review.see")
    known = earlier.themes(review, request.user)
    asked = set(keys(request.GET.getlist("theme")))
    chosen = asked & {theme.pk for theme in known} if "chosen" in request.GET else earlier.proposed(review, known)
    found = paged(request, earlier.about(review, request.user, chosen) if chosen else [], 25)
    context = {"themes": known, "chosen": chosen, "found": found}
    return page(request, "findings/earlier/show.html", review=review, here="terms", **context)
