"""Who came to a meeting."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from reviews.forms.meeting import AttendanceForm
from reviews.models import Attendance, Membership, Review
from reviews.services import attendance as verbs
from reviews.views.meeting import of_review
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page


def people_of(review: Review) -> QuerySet[Any]:
    """The accounts that hold a role on the review's board."""
    held = Membership.objects.active().filter(board=review.board)
    found: QuerySet[Any] = get_user_model()._default_manager.filter(pk__in=held.values("user")).order_by("name")
    return found


@login_required
@once
def new(request: HttpRequest, ref: str, meeting: int) -> HttpResponse:
    """Record that somebody came, or sent apologies."""
    review, found = of_review(request, ref, meeting, "review.convene")
    form = AttendanceForm(request.POST or None, review=review, people=people_of(review), initial={"way": "there"})
    if request.method == "POST" and attempt(
        form, lambda: verbs.add(by=request.user, meeting=found, values=form.values)
    ):
        return done(request, "Recorded.", "reviews.meeting.show", ref, meeting)
    return page(request, "reviews/attendance/new.html", review=review, here="meetings", form=form, meeting=found)


@login_required
def edit(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Change it, or record a conflict of interest that was declared."""
    review = visible(request, ref, "review.convene")
    found = get_object_or_404(Attendance.objects.select_related("meeting__review"), meeting__review=review, pk=pk)
    form = AttendanceForm(request.POST or None, record=found, review=review, people=people_of(review))
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write(
            by=request.user, attendance=found, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Saved.", "reviews.meeting.show", ref, found.meeting_id)
    return page(
        request, "reviews/attendance/edit.html", review=review, here="meetings", form=form, meeting=found.meeting
    )
