"""Who may be affected by a review."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from agencies.forms.support import ProfessionalForm
from agencies.models import Professional
from agencies.services import support as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Record somebody."""
    review = visible(request, ref, "support.keep")
    form = ProfessionalForm(request.POST or None, review=review, lead=request.user)
    if request.method == "POST" and form.is_valid():
        values = form.values
        agency: Any = values.pop("agency", None) or request.user.agency  # type: ignore[union-attr]
        if attempt(form, lambda: verbs.add(by=request.user, review=review, agency=agency, values=values)):
            return done(request, "Recorded.", "agencies.support.list", ref)
    return page(request, "agencies/professional/new.html", review=review, form=form)


@login_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a role code, a contact, or that somebody wants no more offers."""
    rows = Professional.objects.visible_to(request.user).select_related("review__board", "agency")
    found = get_object_or_404(rows, pk=pk)
    form = ProfessionalForm(request.POST or None, record=found, review=found.review, lead=request.user)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write(
            by=request.user, professional=found, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Saved.", "agencies.support.list", found.review.ref)
    return page(request, "agencies/professional/edit.html", review=found.review, professional=found, form=form)
