"""Privileged legal advice: for the chair, the business manager, and the legal adviser of the review."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from reviews.access import allowed
from reviews.forms.record import AdviceForm
from reviews.models import Review
from reviews.services import advice as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """The advice so far; that it was read is recorded."""
    review = visible(request, ref, "review.legal")
    found = review.legal_advice.select_related("recorded_by")
    if found:
        verbs.opened(by=request.user, review=review)
    return page(request, "reviews/advice/list.html", review=review, here="decision", advice=found)


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Record advice as it was given."""
    review = visible(request, ref, "review.legal")
    form = AdviceForm(request.POST or None, initial=given_by(request, review))
    if request.method == "POST" and attempt(
        form, lambda: verbs.add(by=request.user, review=review, values=form.cleaned_data)
    ):
        return done(
            request,
            "Recorded. It is read by the chair, the business manager and the legal adviser only.",
            "reviews.advice.list",
            ref,
        )
    return page(request, "reviews/advice/new.html", review=review, here="decision", form=form)


def given_by(request: HttpRequest, review: Review) -> dict[str, str]:
    """The name to begin with: the legal adviser records their own advice."""
    return {} if allowed(request.user, "review.see", review) else {"given_by": str(request.user)}
