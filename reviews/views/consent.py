"""What may be done with somebody's words."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from reviews.forms.contribution import ConsentForm
from reviews.services import consent as verbs
from reviews.views.contribution import of_review
from scr_portal.lib.pages import attempt, done, once, page


@login_required
@once
def new(request: HttpRequest, ref: str, contribution: int) -> HttpResponse:
    """Record what somebody agrees to from now on, or that they withdraw it."""
    review, found = of_review(request, ref, contribution, "contribution.record")
    now = found.consent
    begun = {"given_on": timezone.localdate(), "in_confidence": now.in_confidence if now else False}
    form = ConsentForm(request.POST or None, contribution=found, initial=begun)
    if request.method == "POST" and attempt(
        form, lambda: verbs.give(by=request.user, contribution=found, values=form.cleaned_data)
    ):
        sentence = "Recorded. Every finding that rests on these words shows it."
        return done(request, sentence, "reviews.family.show", ref, found.person_id)
    context = {"person": found.person, "contribution": found, "now": now}
    return page(request, "reviews/consent/new.html", review=review, here="family", form=form, **context)
