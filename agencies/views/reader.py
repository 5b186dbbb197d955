"""Who can see what an agency hands in: its own people by name, everybody else by role."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse

from agencies.models import Request
from agencies.views.request import visible
from reviews.models import Membership
from reviews.policy import AGENCY_ROLES, ROLE_LABELS, rule
from scr_portal.lib.pages import page

# What is told of, in the order in which a return meets it.
RIGHTS = ("request.see", "request.file", "chronology.prepare", "chronology.see", "chronology.held", "accuracy.see")


@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """For each right on a return: the roles of the review that hold it, and who of the agency does."""
    asked = visible(request, pk, "request.see")
    return page(request, "agencies/reader/show.html", req=asked, rights=told(asked))


def told(asked: Request) -> list[tuple[str, list[str], list[Any]]]:
    """(what the right lets somebody do, the review's roles that hold it, the memberships of the agency that do).

    Who holds a role of the review is not said: an agency need not know who looks at its return, only what they may.
    """
    reaching = Q(review__isnull=True) | Q(review=asked.review_id)
    of_agency = Membership.objects.active().filter(reaching, user__agency=asked.agency_id, role__in=AGENCY_ROLES)
    own = [*of_agency.filter(board=asked.review.board_id).select_related("user").order_by("user__name", "role")]
    found = []
    for action in RIGHTS:
        line = rule(action)
        roles = [label for role, label in ROLE_LABELS.items() if role in line.may - AGENCY_ROLES]
        theirs = [held for held in own if held.role in line.may]
        found.append((line.label, roles, theirs))
    return found
