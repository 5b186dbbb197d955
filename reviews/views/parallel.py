"""Processes that run beside the review."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from reviews.forms.review import ParallelForm
from reviews.services import parallel as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Record a parallel process."""
    review = visible(request, ref, "review.hold")
    form = ParallelForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda: verbs.add(by=request.user, review=review, values=form.values)
    ):
        return done(
            request,
            "Recorded. If it asks the review to wait with something, add that here.",
            "reviews.restriction.list",
            ref,
        )
    return page(request, "reviews/parallel/new.html", review=review, here="terms", form=form)


@login_required
def edit(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Change it, or record its end."""
    review = visible(request, ref, "review.hold")
    process = get_object_or_404(review.parallel_processes, pk=pk)
    form = ParallelForm(request.POST or None, record=process)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write(
            by=request.user, process=process, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Saved.", "reviews.restriction.list", ref)
    return page(request, "reviews/parallel/edit.html", review=review, here="terms", form=form, process=process)
