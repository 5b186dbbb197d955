"""How the partners voted."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from reviews.decision_content import labelled
from reviews.forms.meeting import VoteForm
from reviews.models import Meeting, Vote
from reviews.services import vote as verbs
from reviews.views.meeting import open_to_all
from scr_portal.lib.pages import attempt, done, page


@login_required
def cast(request: HttpRequest, ref: str, meeting: int, key: str) -> HttpResponse:
    """Record one partner's vote."""
    review, found = open_to_all(request, ref, meeting)
    voter = next((known for known in review.rules.voters if known.key == key), None)
    if voter is None:
        raise Http404
    form = VoteForm(request.POST or None, record=found.votes.filter(partner=key).first())
    if request.method == "POST" and attempt(form, lambda: saved(request, found, key, form)):
        return done(request, "Vote recorded.", "reviews.meeting.show", ref, meeting)
    context = {"meeting": found, "voter": voter, "recommended": labelled(review, found.recommended_outcome)}
    return page(request, "reviews/vote/cast.html", review=review, here="meetings", form=form, **context)


def saved(request: HttpRequest, meeting: Meeting, key: str, form: VoteForm) -> Vote:
    """Write the vote over the version that was opened."""
    return verbs.cast(
        by=request.user,
        meeting=meeting,
        partner=key,
        values=form.values,
        seen_version=form.cleaned_data["seen_version"],
    )
