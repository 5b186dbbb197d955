"""Who can see this, and why: one part of a review, answered for one person or for everybody."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from reviews.explain import Answer, on_review, released
from reviews.forms.reader import PartForm
from reviews.models import Membership, Review
from reviews.views.review import visible
from scr_portal.lib.pages import page


def known(review: Review) -> dict[Any, Any]:
    """Everybody who holds or held a role on the board, with all of their memberships; by name."""
    rows = Membership.objects.filter(board=review.board_id).select_related("user__agency").order_by("user__name", "pk")
    found: dict[Any, Any] = {}
    for held in rows:
        found.setdefault(held.user, []).append(held)
    return found


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """Choose a part of the review, and a person: whether they can see it, and why."""
    review = visible(request, ref, "review.audit")
    people = known(review)
    form = PartForm(request.GET or None, people=people)
    answers = {who: about(review, form.part, who, held) for who, held in people.items()}
    context = {"form": form, "readers": [(who, said) for who, said in answers.items() if said.may]}
    context["person"], context["answer"] = form.person, answers.get(form.person)
    return page(request, "reviews/reader/list.html", review=review, here="people", **context)


def about(review: Review, action: str, person: Any, held: Any) -> Answer:
    """Why somebody may do what a part of the review asks for, its release taken into account."""
    said = on_review(action, person, held, review, timezone.localdate())
    return said & released(review) if action == "chronology.see" else said
