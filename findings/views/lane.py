"""A few days of the merged chronology, agencies side by side."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from findings import contact, merged
from findings.accounts import events_of
from findings.annotated import ages
from findings.forms.lane import LaneForm
from findings.glossary import explained
from findings.lanes import laid_out
from findings.views.chronology import readable
from findings.views.pattern import names_asked, waiting
from reviews.views.review import visible
from scr_portal.lib.pages import page

AT_MOST = 300


@login_required
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """The chosen days as lanes, and as the list that says the same."""
    review = visible(request, ref)
    if not readable(request, review):
        return waiting(request, review)
    form = LaneForm(request.GET or None)
    context: dict[str, Any] = {"form": form}
    if form.window:
        asked = merged.Filters(first=form.window[0], last=form.window[1])
        found = merged.entries(review, request.user, asked)
        rows = [*found[:AT_MOST]]
        events = events_of(review, request.user, rows)
        named = names_asked(request, review)
        context |= {"rows": rows, "events": events, "named": named, "ages": ages(review, rows), "at_most": AT_MOST}
        context["lanes"] = laid_out(rows, contact.taking_part(review), *form.window, events)
        context["texts"] = explained(review, rows, named=named)
    return page(request, "findings/lane/show.html", review=review, here="chronology", **context)
