"""Taking the release of the merged chronology back."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from reviews.forms.reason import ReasonForm
from reviews.services import stage as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page


@login_required
@once
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Close the merged chronology to the panel again, with the reason."""
    review = visible(request, ref, "chronology.release")
    form = ReasonForm(request.POST or None, label="Why is it withdrawn?")
    if request.method == "POST" and attempt(
        form, lambda: verbs.withdraw_release(by=request.user, review=review, why=form.cleaned_data["reason"])
    ):
        return done(request, "Withdrawn: the panel no longer reads the merged chronology.", "overview", ref)
    return page(request, "reviews/release/withdraw.html", review=review, here="overview", form=form)
