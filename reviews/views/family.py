"""The person and the family: what each was told and offered, what is missing, and the next step."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from reviews import family, restrictions
from reviews.access import allowed
from reviews.forms.family import InvolvementForm
from reviews.models import Contact, Person, Review
from reviews.services import family as verbs
from reviews.services import person as register
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page

# What the page of one person shows beside what is read of everybody.
BESIDE = ("contacts__recorded_by", "contacts__letter")


def of_review(request: HttpRequest, ref: str, pk: int, action: str) -> tuple[Review, Person]:
    """The review of the address and one person of its register, with what is recorded of their part."""
    review = visible(request, ref, action)
    people = review.people.filter(kind=Person.Kind.PERSON).exclude(part=Person.Part.PROFESSIONAL)
    found: Person = get_object_or_404(family.gathered(people).prefetch_related(*BESIDE), pk=pk)
    found.review = review
    return review, found


def with_names(request: HttpRequest, review: Review) -> bool:
    """Whether real names are shown: to those who may see them, when they ask; that is recorded."""
    named = allowed(request.user, "review.names", review) and request.GET.get("names") == "real"
    if named:
        register.names_read(by=request.user, review=review)
    return named


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """Everybody of the family with what was done, what is missing, and what stops it."""
    review = visible(request, ref, "family.see")
    context = {
        "members": family.members(review),
        "others": family.others(review),
        "first_told": family.first_told_on(review),
        "stops": [sentence for key, sentence in family.stopped(review).items() if key == "family.told"],
        "named": with_names(request, review),
    }
    return page(request, "reviews/family/list.html", review=review, here="family", **context)


@login_required
def show(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """One person: every contact, who speaks for them, and what they should be called."""
    review, person = of_review(request, ref, pk, "family.see")
    context = {"member": family.member(review, person), "named": with_names(request, review), "kinds": Contact.Kind}
    return page(request, "reviews/family/show.html", review=review, here="family", person=person, **context)


@login_required
@once
def edit(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """How somebody is to be reached, and why they were not told or not invited."""
    review, person = of_review(request, ref, pk, "family.record")
    form = InvolvementForm(request.POST or None, record=getattr(person, "involvement", None), person=person)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.involve(
            by=request.user, person=person, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Saved.", "reviews.family.show", ref, pk)
    stops = restrictions.said(review, "family.told", materials=())
    return page(
        request, "reviews/family/edit.html", review=review, here="family", form=form, person=person, stops=stops
    )
