"""The own words of the family and of practitioners: taken down, revised beside, and read by few."""

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
        "here": place(found.person),
    }
    return page(request, "reviews/contribution/show.html", review=review, **context)


@login_required
@once
def new(request: HttpRequest, ref: str, person: int) -> HttpResponse:
    """Take down what somebody said."""
    review = visible(request, ref, "contribution.record")
    found = get_object_or_404(review.people.select_related("review", "involvement"), pk=person, kind=Person.Kind.PERSON)
    form = ContributionForm(request.POST or None, initial=begun(found), person=found)
    if request.method == "POST" and attempt(
        form, lambda: verbs.add(by=request.user, person=found, values=form.cleaned_data)
    ):
        return done(request, "Taken down as they said it.", *home(found))
    context = {
        "person": found,
        "stops": restrictions.said(review, verbs.meeting(found), materials=()),
        "here": place(found),
    }
    return page(request, "reviews/contribution/new.html", review=review, form=form, **context)


@login_required
@once
def revise(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Take down a later version beside the earlier ones."""
    review, found = of_review(request, ref, pk, "contribution.record")
    begins = {**begun(found.person), "words": found.words}
    form = RevisedForm(request.POST or None, initial=begins, person=found.person)
    if request.method == "POST" and (
        made := attempt(form, lambda: verbs.revise(by=request.user, contribution=found, values=form.cleaned_data))
    ):
        return done(request, "The later version stands beside the earlier one.", "reviews.contribution.show", ref, made.pk)  # fmt: skip
    verbs.opened(by=request.user, contribution=found)
    stops = restrictions.said(review, verbs.meeting(found.person), materials=())
    context = {"person": found.person, "contribution": found, "stops": stops, "here": place(found.person)}
    return page(request, "reviews/contribution/revise.html", review=review, form=form, **context)


def place(person: Person) -> str:
    """The tab under which somebody's words stand."""
    return "people" if person.professional else "family"


def home(person: Person) -> tuple[Any, ...]:
    """The page on which what somebody said is listed."""
    ref = person.review.ref
    return ("reviews.practitioner.list", ref) if person.professional else ("reviews.family.show", ref, person.pk)


def begun(person: Person) -> dict[str, Any]:
    """What the form begins with: today, and the person's language."""
    return {"given_on": timezone.localdate(), **spoken(person)}
