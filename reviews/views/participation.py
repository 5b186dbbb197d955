"""The agencies in the terms of reference, and what each is asked."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from reviews.forms.terms import ParticipationChangeForm, ParticipationForm
from reviews.services import terms as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Name an agency in the terms."""
    review = visible(request, ref, "review.scope")
    form = ParticipationForm(request.POST or None, review=review)
    if request.method == "POST" and attempt(
        form, lambda: verbs.add_agency(by=request.user, review=review, **form.cleaned_data)
    ):
        return done(request, "The agency is in the terms.", "reviews.terms.show", ref)
    return page(request, "reviews/participation/new.html", review=review, here="terms", form=form)


@login_required
def edit(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Change what an agency is asked, or take it out."""
    review = visible(request, ref, "review.scope")
    found = get_object_or_404(review.participations.select_related("agency"), pk=pk)
    form = ParticipationChangeForm(request.POST or None, record=found)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write_agency(
            by=request.user, participation=found, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Saved.", "reviews.terms.show", ref)
    return page(request, "reviews/participation/edit.html", review=review, here="terms", form=form, found=found)
