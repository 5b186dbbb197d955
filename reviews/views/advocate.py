"""Advocates of the person and the family."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from reviews.forms.family import AdvocateForm
from reviews.models import Advocate
from reviews.services import advocate as verbs
from reviews.views.family import of_review
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page


@login_required
@once
def new(request: HttpRequest, ref: str, person: int) -> HttpResponse:
    """Record that an advocate was offered."""
    review, found = of_review(request, ref, person, "family.record")
    form = AdvocateForm(request.POST or None, person=found)
    if request.method == "POST" and attempt(
        form, lambda: verbs.offer(by=request.user, person=found, values=form.values)
    ):
        return done(request, "Recorded.", "reviews.family.show", ref, person)
    return page(request, "reviews/advocate/new.html", review=review, here="family", form=form, person=found)


@login_required
def edit(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Record the answer or the end, or correct it."""
    review = visible(request, ref, "family.record")
    found = get_object_or_404(Advocate.objects.select_related("person"), pk=pk, person__review=review)
    found.person.review = review
    form = AdvocateForm(request.POST or None, record=found, person=found.person)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write(
            by=request.user, advocate=found, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Saved.", "reviews.family.show", ref, found.person_id)
    return page(request, "reviews/advocate/edit.html", review=review, here="family", form=form, person=found.person)
