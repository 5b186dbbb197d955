"""The record of the serious incident notification."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from reviews.forms.plan import NotificationForm
from reviews.models import Review
from reviews.services import plan as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page


@login_required
@once
def edit(request: HttpRequest, ref: str) -> HttpResponse:
    """Record when it was sent and by whom, or correct that."""
    review = visible(request, ref, "review.screen")
    dates = dict(review.milestones.values_list("event", "happened_on"))
    initial = {"aware_on": dates.get("became_aware"), "notified_on": dates.get("notified")}
    form = NotificationForm(request.POST or None, record=getattr(review, "notification", None), initial=initial)
    if request.method == "POST" and attempt(form, lambda: written(request, review, form)):
        return done(request, "Recorded; the clock and the plan count from it.", "reviews.plan.show", ref)
    return page(request, "reviews/notification/edit.html", review=review, here="overview", form=form)


def written(request: HttpRequest, review: Review, form: NotificationForm) -> Any:
    """Write what the form says."""
    said = form.cleaned_data
    return verbs.notify(
        by=request.user, review=review, aware_on=said["aware_on"], notified_on=said["notified_on"], values=form.words,
        seen_version=said["seen_version"],
    )  # fmt: skip
