"""Offers of support, and what became of them."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from agencies.forms.support import OfferForm
from agencies.models import Professional, SupportOffer
from agencies.services import support as verbs
from scr_portal.lib.pages import attempt, done, once, page


@login_required
@once
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that support was offered."""
    rows = Professional.objects.visible_to(request.user).select_related("review__board", "agency")
    found = get_object_or_404(rows, pk=pk)
    form = OfferForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda: verbs.offer(by=request.user, professional=found, values=form.values)
    ):
        return done(request, "Recorded.", "agencies.support.list", found.review.ref)
    return page(request, "agencies/offer/new.html", review=found.review, professional=found, form=form)


@login_required
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what somebody answered, the last contact, or a correction."""
    rows = SupportOffer.objects.visible_to(request.user).select_related(
        "professional__review__board", "professional__agency"
    )
    found = get_object_or_404(rows, pk=pk)
    form = OfferForm(request.POST or None, record=found)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.answer(
            by=request.user, offer=found, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Saved.", "agencies.support.list", found.review.ref)
    return page(request, "agencies/offer/answer.html", review=found.review, professional=found.professional, form=form)
