"""Terms of reference, with the lines of enquiry and the people appointed."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from reviews.comparison import parts
from reviews.forms.reason import ReasonForm
from reviews.forms.review import TermsForm
from reviews.forms.terms import SignForm
from reviews.models import TermsVersion
from reviews.services import terms as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page


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
        "agencies": review.participations.filter(removed=False).select_related("agency"),
        "versions": review.terms_versions.select_related("issued_by").prefetch_related("signatures"),
        "guests": [guest for guest in review.sharings.guests() if guest.active],
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


def version_of(request: HttpRequest, ref: str, number: int, action: str | None = None) -> TermsVersion:
    """A version of the terms of the review in the address, if the person may know of it and do `action`."""
    versions = visible(request, ref, action).terms_versions.select_related("review__board", "issued_by")
    found: TermsVersion = get_object_or_404(versions, number=number)
    return found


@login_required
@once
def issue(request: HttpRequest, ref: str) -> HttpResponse:
    """Issue the terms as they stand as the next version."""
    review = visible(request, ref, "review.scope")
    form = ReasonForm(request.POST or None, label="What is new in this version?")
    if request.method == "POST" and attempt(
        form, lambda: verbs.issue(by=request.user, review=review, why=form.cleaned_data["reason"])
    ):
        return done(request, "Issued. The chair and the panel can sign it now.", "reviews.terms.show", ref)
    context = {"form": form, "content": verbs.content(review)}
    return page(request, "reviews/terms/issue.html", review=review, here="terms", **context)


@login_required
def version(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """One version as it was issued, who signed it, and how it differs from the one before."""
    review = visible(request, ref)
    shown = version_of(request, ref, number)
    before = review.terms_versions.filter(number__lt=number).first()
    context = {
        "shown": shown,
        "before": before,
        "parts": parts(before.content if before else shown.content, shown.content),
        "signatures": shown.signatures.select_related("signed_by"),
        "latest": not review.terms_versions.filter(number__gt=number).exists(),
    }
    return page(request, "reviews/terms/version.html", review=review, here="terms", **context)


@login_required
def compare(request: HttpRequest, ref: str) -> HttpResponse:
    """Any two versions side by side: what was taken out and what was put in."""
    review = visible(request, ref)
    versions = {str(each.number): each for each in review.terms_versions.all()}
    first, then = (versions.get(request.GET.get(name, "")) for name in ("first", "then"))
    found = [*parts(first.content, then.content)] if first and then else []
    context = {"versions": versions.values(), "first": first, "then": then, "parts": found}
    return page(request, "reviews/terms/compare.html", review=review, here="terms", **context)


@login_required
@once
def sign(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """Agree with a version, or say what would have to change."""
    review = visible(request, ref, "terms.sign")
    shown = version_of(request, ref, number)
    form = SignForm(
        request.POST or None, initial={"on_behalf_of": str(getattr(request.user, "agency", None) or review.board)}
    )
    if request.method == "POST" and attempt(
        form, lambda: verbs.sign(by=request.user, issue=shown, **form.cleaned_data)
    ):
        return done(request, "Signed.", "reviews.terms.version", ref, number)
    return page(request, "reviews/terms/sign.html", review=review, here="terms", form=form, shown=shown)
