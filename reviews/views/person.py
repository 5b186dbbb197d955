"""The people register."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from reviews import referred
from reviews.access import allowed
from reviews.forms.person import PersonForm
from reviews.models import Person, Review
from reviews.services import person as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """Who is who; real names only for those with the right, and only when they ask for them."""
    review = visible(request, ref)
    named = allowed(request.user, "review.names", review) and request.GET.get("names") == "real"
    if named:
        verbs.names_read(by=request.user, review=review)
    # The subject first, then the family: the order of the parts as they are declared.
    people = sorted(review.people.select_related("agency"), key=lambda person: Person.Part.values.index(person.part))
    context = {"people": people, "named": named}
    if allowed(request.user, "review.people", review):
        context["waiting"] = referred.waiting(review)
    return page(request, "reviews/person/list.html", review=review, here="people", **context)


def reading(request: HttpRequest, review: Review, named: bool = True) -> None:
    """Keep on record that a form with a real name in it was opened."""
    if named and request.method == "GET":
        verbs.names_read(by=request.user, review=review)


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Add somebody or something to the register; ?referred= begins with somebody whom the referral names."""
    review = visible(request, ref, "review.people")
    form = PersonForm(request.POST or None, review=review, initial=referred.proposed(review, request.GET.get("referred", "")))  # fmt: skip
    reading(request, review, bool(form.initial.get("given")))
    if request.method == "POST" and attempt(
        form, lambda: verbs.add(by=request.user, review=review, values=form.values)
    ):
        return done(request, "Added to the register.", "reviews.person.list", ref)
    return page(request, "reviews/person/new.html", review=review, here="people", form=form)


@login_required
def edit(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Change an entry of the register."""
    review = visible(request, ref, "review.people")
    person = get_object_or_404(review.people, pk=pk)
    form = PersonForm(request.POST or None, review=review, record=person)
    reading(request, review)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write(
            by=request.user, person=person, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Saved.", "reviews.person.list", ref)
    return page(request, "reviews/person/edit.html", review=review, here="people", form=form, person=person)
