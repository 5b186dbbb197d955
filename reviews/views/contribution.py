"""The family's own words: taken down, revised beside, and read by few."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from reviews import restrictions, words
from reviews.family import spoken
from reviews.forms.contribution import ContributionForm, RevisedForm
from reviews.models import Contribution, Person, Review
from reviews.services import contribution as verbs
from reviews.views import family
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page


def of_review(request: HttpRequest, ref: str, pk: int, action: str) -> tuple[Review, Contribution]:
    """The review of the address and one contribution to it, which the person may read."""
    review = visible(request, ref, action)
    readable = Contribution.objects.visible_to(request.user).select_related("person", "first", "recorded_by")
    found: Contribution = get_object_or_404(readable, pk=pk, person__review=review)
    found.person.review = review
    return review, found


@login_required
def show(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Their words, every version and every answer on what may be done with them; that they were read is recorded."""
    review, found = of_review(request, ref, pk, "contribution.read")
    verbs.opened(by=request.user, contribution=found)
    context = {
        "person": found.person,
        "contribution": found,
        "versions": [found.head, *found.head.later.order_by("number")],
        "consents": found.head.consents.select_related("recorded_by").order_by("-pk"),
        "places": words.places(found),
        "evidence": found.evidence_for.filter(removed=False).select_related("finding"),
    }
    return page(request, "reviews/contribution/show.html", review=review, here="family", **context)


@login_required
@once
def new(request: HttpRequest, ref: str, person: int) -> HttpResponse:
    """Take down what somebody said."""
    review, found = family.of_review(request, ref, person, "contribution.record")
    form = ContributionForm(request.POST or None, initial=begun(found))
    if request.method == "POST" and attempt(
        form, lambda: verbs.add(by=request.user, person=found, values=form.cleaned_data)
    ):
        return done(request, "Taken down as they said it.", "reviews.family.show", ref, person)
    stops = restrictions.said(review, "family.meet", materials=())
    return page(
        request, "reviews/contribution/new.html", review=review, here="family", form=form, person=found, stops=stops
    )


@login_required
@once
def revise(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Take down a later version beside the earlier ones."""
    review, found = of_review(request, ref, pk, "contribution.record")
    form = RevisedForm(request.POST or None, initial={**begun(found.person), "words": found.words})
    if request.method == "POST" and (
        made := attempt(form, lambda: verbs.revise(by=request.user, contribution=found, values=form.cleaned_data))
    ):
        return done(request, "The later version stands beside the earlier one.", "reviews.contribution.show", ref, made.pk)  # fmt: skip
    verbs.opened(by=request.user, contribution=found)
    context = {"person": found.person, "stops": restrictions.said(review, "family.meet", materials=())}
    return page(request, "reviews/contribution/revise.html", review=review, here="family", form=form, contribution=found, **context)  # fmt: skip


def begun(person: Person) -> dict[str, Any]:
    """What the form begins with: today, and the person's language."""
    return {"given_on": timezone.localdate(), **spoken(person)}
