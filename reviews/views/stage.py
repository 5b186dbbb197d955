"""Where a review is: its stages with their dates, and the moves that are a button by themselves."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from reviews.forms.stage import PlanForm
from reviews.services import stage as verbs
from reviews.stage_picture import awaited, names, picture
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page, refused
from scr_portal.lib.records import Refused


@login_required
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Every stage with its planned and real days, the moves between them, and who is waited for."""
    review = visible(request, ref)
    context = {"picture": picture(review), "awaited": awaited(review)}
    return page(request, "reviews/stage/show.html", review=review, here="overview", **context)


@login_required
@once
def plan(request: HttpRequest, ref: str) -> HttpResponse:
    """Say by which day each stage is to be reached."""
    review = visible(request, ref, "review.commission")
    form = PlanForm(request.POST or None, review=review, names=names(review))
    if request.method == "POST" and attempt(
        form, lambda: verbs.plan(by=request.user, review=review, days=form.values, seen=form.cleaned_data["seen"])
    ):
        return done(request, "The plan is saved.", "reviews.stage.show", ref)
    return page(request, "reviews/stage/plan.html", review=review, here="overview", form=form)


@login_required
@require_POST
def move(request: HttpRequest, ref: str, verb: str) -> HttpResponse:
    """Make one move, or say what stands in the way."""
    review = visible(request, ref)
    if verb not in verbs.BUTTONS:
        raise Http404
    try:
        moved = verbs.move(by=request.user, review=review, verb=verb)
    except Refused as refusal:
        return refused(request, str(refusal), "overview", ref)
    return done(request, f"The review is now at: {moved.get_stage_display()}.", "overview", ref)
