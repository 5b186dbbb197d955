"""One review at a glance: where it stands, what stands in the way, and what is late."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from reviews import family
from reviews.lifecycle import REVIEW_LIFECYCLE
from reviews.models import Review
from reviews.services.milestone import running_clocks
from reviews.services.stage import BUTTONS
from reviews.stage_picture import awaited, places
from scr_portal.lib.pages import page

# Moves that have a page of their own: where it is.
PAGES = {
    "refer_for_decision": "reviews.decision.recommend",
    "ask_again": "reviews.decision.defer",
    "decide_to_review": "reviews.decision.decide",
    "withdraw_release": "reviews.release.withdraw",
    "draft": "findings.report.show",
    "submit": "findings.report.show",
    "sign_off": "findings.report.sign_off",
    "send_back": "findings.report.send_back",
    "publish": "findings.publication.show",
    "withhold": "findings.publication.withhold",
}
MET = ("met", "met-late")


@dataclass(frozen=True, slots=True)
class Step:
    """A move that is open to the person: a button or a link, and the sentence of what stands in the way."""

    label: str
    href: str
    button: bool
    obstacle: str


@login_required
def review(request: HttpRequest, ref: str) -> HttpResponse:
    """Where the review stands, what waits, and the way to each of its parts."""
    found = get_object_or_404(Review.objects.visible_to(request.user).select_related("board"), ref=ref)
    today = timezone.localdate()
    requests = list(found.requests.select_related("agency"))
    states = Counter(asked.get_status_display() for asked in requests)
    context = {
        "places": places(found),
        "awaited": awaited(found),
        "steps": steps(found, request.user),
        "clocks": [clock for clock in running_clocks(found, today) if clock.state.status not in MET][:6],
        "asked": len(requests),
        "states": sorted(states.items()),
        "late": [asked for asked in requests if asked.overdue(today)],
        "holds": found.restrictions_standing,
        "findings": found.findings.count(),
        "recommendations": found.recommendations.count(),
        "people": found.people.count(),
        "family": family.told_of(found),
    }
    return page(request, "overview.html", review=found, here="overview", **context)


def steps(review: Review, user: Any) -> list[Step]:
    """The moves that the person may make from here."""
    found = []
    for move in REVIEW_LIFECYCLE.open_to(review, user):
        name = PAGES.get(move.verb)
        if name is None and move.verb not in BUTTONS:
            continue
        href = reverse(name, args=[review.ref]) if name else reverse("reviews.stage.move", args=[review.ref, move.verb])
        label = "Decide" if move.verb == "decide_to_review" else move.label
        found.append(Step(label, href, name is None, move.obstacle(review) or ""))
    return found
