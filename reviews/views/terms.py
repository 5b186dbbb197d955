"""Terms of reference, with the lines of enquiry and the people appointed."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from reviews.forms.review import TermsForm
from reviews.services import terms as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, page


@login_required
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """What the review is to find out, and who runs it."""
    review = visible(request, ref)
    terms = getattr(review, "terms", None)
    methods = {method.key: method.label for method in review.rules.methods}
    context = {
        "terms": terms,
        "method": methods.get(terms.method, terms.method) if terms else "",
        "lines": review.lines_of_enquiry.all(),
        "appointed": review.memberships.active().select_related("user__agency"),
        "processes": review.parallel_processes.all(),
    }
    return page(request, "reviews/terms/show.html", review=review, here="terms", **context)


@login_required
def edit(request: HttpRequest, ref: str) -> HttpResponse:
    """Write the terms."""
    review = visible(request, ref, "review.scope")
    form = TermsForm(request.POST or None, review=review)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write(
            by=request.user, review=review, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Terms of reference saved.", "reviews.terms.show", ref)
    return page(request, "reviews/terms/edit.html", review=review, here="terms", form=form)
