"""Key lines of enquiry."""

from __future__ import annotations

import re

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from reviews.forms.reason import ReasonForm
from reviews.forms.review import LineForm
from reviews.services import terms as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Add a line of enquiry."""
    review = visible(request, ref, "review.scope")
    form = LineForm(request.POST or None, initial={"question": about(request.GET.get("recommendation", ""))})
    if request.method == "POST" and attempt(
        form, lambda: verbs.add_line(by=request.user, review=review, question=form.cleaned_data["question"])
    ):
        return done(request, "Line of enquiry added.", "reviews.terms.show", ref)
    return page(request, "reviews/line/new.html", review=review, here="terms", form=form)


def about(recommendation: str) -> str:
    """A question to begin with about an earlier recommendation, such as "SCR-2026-004.2"; nothing for what is none."""
    if not re.fullmatch(r"[A-Z]{2,8}-\d{4}-\d{3,6}\.\d{1,3}", recommendation):
        return ""
    ref, number = recommendation.split(".")
    return f"Was recommendation {number} of {ref} carried out, and did it make a difference in this case?"


@login_required
def edit(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """Change a question."""
    review = visible(request, ref, "review.scope")
    line = get_object_or_404(review.lines_of_enquiry, number=number)
    form = LineForm(request.POST or None, record=line)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write_line(
            by=request.user, line=line, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Line of enquiry saved.", "reviews.terms.show", ref)
    return page(request, "reviews/line/edit.html", review=review, here="terms", form=form, line=line)


@login_required
def remove(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """Take a line of enquiry out; its number is never used again."""
    review = visible(request, ref, "review.scope")
    line = get_object_or_404(review.lines_of_enquiry, number=number, removed=False)
    form = ReasonForm(request.POST or None, label="Why is it taken out?")
    if request.method == "POST" and attempt(
        form, lambda: verbs.write_line(by=request.user, line=line, values={"removed": True})
    ):
        return done(request, "Line of enquiry taken out.", "reviews.terms.show", ref)
    return page(request, "reviews/line/remove.html", review=review, here="terms", form=form, line=line)
