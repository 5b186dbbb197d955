"""What somebody is called in everything that leaves the review, as they or their family wish."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from reviews.forms.family import NamingForm
from reviews.services import person as verbs
from reviews.views.family import of_review
from scr_portal.lib.pages import attempt, done, page


@login_required
def edit(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Record the wish, and the published name with who chose it and when: in the people register itself."""
    review, person = of_review(request, ref, pk, "review.people")
    form = NamingForm(request.POST or None, record=person)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write(
            by=request.user, person=person, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(
            request,
            "Saved in the people register: the report and everything that leaves the review use the name.",
            "reviews.family.show",
            ref,
            pk,
        )
    return page(request, "reviews/naming/edit.html", review=review, here="family", form=form, person=person)
