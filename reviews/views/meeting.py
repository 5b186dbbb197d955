"""Meetings about a case."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from reviews import conflicts, restrictions
from reviews.decision_content import labelled, partners
from reviews.forms.meeting import MeetingForm, MinutesForm
from reviews.models import Meeting, Review
from reviews.services import meeting as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page, refused
from scr_portal.lib.records import Refused


def of_review(request: HttpRequest, ref: str, pk: int, action: str | None = None) -> tuple[Review, Meeting]:
    """The review of the address and one of its meetings, with who came and the votes."""
    review = visible(request, ref, action)
    meetings = review.meetings.prefetch_related("attendance__agency", "attendance__user", "votes")
    found: Meeting = get_object_or_404(meetings, pk=pk)
    found.review = review
    return review, found


def open_to_all(request: HttpRequest, ref: str, pk: int) -> tuple[Review, Meeting]:
    """The same for who keeps the minutes, unless they declared a conflict of interest at that meeting."""
    review, meeting = of_review(request, ref, pk, "review.convene")
    conflicts.open_to(request.user, review)
    return review, meeting


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """Every meeting about the case, newest first."""
    review = visible(request, ref)
    return page(request, "reviews/meeting/list.html", review=review, here="meetings", meetings=review.meetings.all())


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Call a meeting."""
    review = visible(request, ref, "review.convene")
    form = MeetingForm(request.POST or None, initial={"agenda": usual_agenda(review)})
    if request.method == "POST" and (
        made := attempt(form, lambda: verbs.call(by=request.user, review=review, values=form.values))
    ):
        return done(
            request,
            "Meeting set up. Record who came and what was said when it has been held.",
            "reviews.meeting.show",
            ref,
            made.pk,
        )
    stops = restrictions.said(review, "practitioners.meet")
    return page(request, "reviews/meeting/new.html", review=review, here="meetings", form=form, stops=stops)


def usual_agenda(review: Review) -> str:
    """What a meeting about a case goes through under its rule set."""
    groups = [group.label for group in review.rules.groups]
    lines = ["Apologies and deputies", "Conflicts of interest", "The case and the agencies’ returns"]
    lines += [f"Criteria: {group}" for group in groups]
    lines += [
        "Race, culture and protected characteristics",
        "Safety of others now",
        "Recommendation and votes",
        "What the family is told, by whom",
    ]
    return "\n".join(lines)


@login_required
def show(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """One meeting; what was said and voted is kept from a member with a conflict, where the rule set says so."""
    review, meeting = of_review(request, ref, pk)
    votes = {vote.partner: vote for vote in meeting.votes.all()}
    context: dict[str, Any] = {
        "meeting": meeting,
        "closed": meeting.closed_to(request.user),
        "partners": partners(review),
        "votes": [(voter, votes.get(voter.key)) for voter in review.rules.voters],
        "standing": meeting.standing(),
        "recommended": labelled(review, meeting.recommended_outcome),
        "rule": review.rules.quorum,
    }
    return page(request, "reviews/meeting/show.html", review=review, here="meetings", **context)


@login_required
def edit(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Change when, where and what about."""
    review, meeting = of_review(request, ref, pk, "review.convene")
    form = MeetingForm(request.POST or None, record=meeting)
    if request.method == "POST" and attempt(form, lambda: written(request, meeting, form)):
        return done(request, "Saved.", "reviews.meeting.show", ref, pk)
    return page(request, "reviews/meeting/edit.html", review=review, here="meetings", form=form, meeting=meeting)


@login_required
def minutes(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Write what was said and recommended."""
    review, meeting = open_to_all(request, ref, pk)
    form = MinutesForm(request.POST or None, record=meeting, review=review)
    if request.method == "POST" and attempt(form, lambda: written(request, meeting, form)):
        return done(request, "Minutes saved.", "reviews.meeting.show", ref, pk)
    return page(request, "reviews/meeting/minutes.html", review=review, here="meetings", form=form, meeting=meeting)


def written(request: HttpRequest, meeting: Meeting, form: Any) -> Meeting:
    """Save what the form says over the version that was opened."""
    return verbs.write(
        by=request.user, meeting=meeting, values=form.values, seen_version=form.cleaned_data["seen_version"]
    )


@login_required
@require_POST
def finish(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Close the minutes."""
    _, meeting = of_review(request, ref, pk, "review.convene")
    try:
        verbs.finish(by=request.user, meeting=meeting)
    except Refused as refusal:
        return refused(request, str(refusal), "reviews.meeting.show", ref, pk)
    return done(request, "The minutes are closed. They do not change any more.", "reviews.meeting.show", ref, pk)
