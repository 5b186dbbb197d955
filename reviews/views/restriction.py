"""What parallel processes ask the review to wait with."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from reviews import restrictions
from reviews.forms.reason import ReasonForm
from reviews.forms.restriction import RestrictionForm
from reviews.models import Restriction
from reviews.services import restriction as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """Every parallel process with what it asks for, and what is stopped today."""
    review, today = visible(request, ref, "restriction.see"), timezone.localdate()
    processes = review.parallel_processes.prefetch_related("restrictions__lifted_by", "restrictions__process")
    stopped = restrictions.stopped(review.restrictions_standing, today)
    context = {"processes": processes, "stopped": stopped}
    return page(request, "reviews/restriction/list.html", review=review, here="terms", **context)


@login_required
@once
def new(request: HttpRequest, ref: str, process: int) -> HttpResponse:
    """Record what a process asks for."""
    review = visible(request, ref, "review.hold")
    beside = get_object_or_404(review.parallel_processes, pk=process)
    form = RestrictionForm(request.POST or None, initial={"since": timezone.localdate()})
    if request.method == "POST" and attempt(
        form, lambda: verbs.add(by=request.user, process=beside, values=form.cleaned_data)
    ):
        return done(request, "Recorded. It stops what it names from its first day on.", "reviews.restriction.list", ref)
    return page(request, "reviews/restriction/new.html", review=review, here="terms", form=form, process=beside)


@login_required
@once
def lift(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Lift a restriction, with the reason."""
    review = visible(request, ref, "review.hold")
    found = get_object_or_404(Restriction.objects.select_related("process__review"), pk=pk, process__review=review)
    form = ReasonForm(request.POST or None, label="Why can it be lifted, and who agreed?")
    if request.method == "POST" and attempt(
        form, lambda: verbs.lift(by=request.user, restriction=found, why=form.cleaned_data["reason"])
    ):
        return done(request, "Lifted. What it stopped can be done from now on.", "reviews.restriction.list", ref)
    return page(request, "reviews/restriction/lift.html", review=review, here="terms", form=form, restriction=found)
