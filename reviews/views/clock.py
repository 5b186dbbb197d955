"""The clocks of a review, their dates and their arithmetic."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from reviews.bank_holidays import CALENDARS
from reviews.forms.review import MilestoneForm, SlipForm
from reviews.regimes.vocabulary import EVENTS
from reviews.services import milestone as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """Every clock that runs, with how its date was worked out; and the dates they start and stop with."""
    review = visible(request, ref)
    clocks = verbs.running_clocks(review, timezone.localdate())
    dates = {milestone.event: milestone for milestone in review.milestones.select_related("recorded_by")}
    was = verbs.corrections(review)
    context = {
        "clocks": clocks,
        "events": [(key, label, dates.get(key), was.get(key, ())) for key, label in EVENTS.items()],
        "calendar": CALENDARS[review.rules.calendar][0],
        "to_check": review.rules.to_check,
    }
    return page(request, "reviews/clock/list.html", review=review, here="overview", **context)


@login_required
@once
def date(request: HttpRequest, ref: str, event: str) -> HttpResponse:
    """Record or correct the date of an event."""
    review = visible(request, ref, "review.screen")
    if event not in EVENTS:
        raise Http404
    known = review.milestones.filter(event=event).first()
    form = MilestoneForm(request.POST or None, initial={"on": known.happened_on} if known else None)
    if request.method == "POST" and attempt(
        form, lambda: verbs.correct(by=request.user, review=review, event=event, **form.cleaned_data)
    ):
        return done(
            request, "Date recorded; the clocks that start with it were worked out anew.", "reviews.clock.list", ref
        )
    return page(request, "reviews/clock/date.html", review=review, here="overview", form=form, event=EVENTS[event])


@login_required
@once
def slip(request: HttpRequest, ref: str, key: str) -> HttpResponse:
    """Move the date of one clock, with the reason."""
    review = visible(request, ref, "review.screen")
    rule = next((known for known in review.rules.clocks if known.key == key), None)
    if rule is None:
        raise Http404
    form = SlipForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda: verbs.slip(by=request.user, review=review, clock=key, **form.cleaned_data)
    ):
        return done(request, "The new date stands, with your reason beside it.", "reviews.clock.list", ref)
    return page(request, "reviews/clock/slip.html", review=review, here="overview", form=form, rule=rule)
