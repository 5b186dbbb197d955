"""Pages of the referral."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from reviews.access import allowed, check
from reviews.forms.referral import ReferralForm, ScreeningForm
from reviews.known_cases import known_cases
from reviews.models import Referral
from reviews.questions import answered, missing
from reviews.services import referral as verbs
from reviews.views.review import board_for
from scr_portal.lib.pages import attempt, done, once, page, refused
from scr_portal.lib.records import Refused


def visible(request: HttpRequest, ref: str) -> Referral:
    """The referral of the address, if the person may know of it."""
    found: Referral = get_object_or_404(Referral.objects.visible_to(request.user), ref=ref)
    return found


@login_required
@once
def new(request: HttpRequest) -> HttpResponse:
    """Begin a referral; it is saved as a draft."""
    board = board_for(request, "referral.make")
    form = ReferralForm(request.POST or None, board=board)
    if request.method == "POST" and (
        made := attempt(form, lambda: verbs.begin(by=request.user, board=board, values=form.values))
    ):
        return done(
            request,
            "Saved as a draft. Send it when you are ready; an incomplete referral is better than a late one.",
            "reviews.referral.show",
            made.ref,
        )
    return page(request, "reviews/referral/new.html", form=form, board=board)


@login_required
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Read a referral, and what can be done with it."""
    referral = visible(request, ref)
    screens = allowed(request.user, "referral.screen", referral)
    context = {
        "answered": answered(referral.rule_set, referral.answers),
        "missing": missing(referral.rule_set, referral.answers),
        "known": known_cases(referral, request.user) if screens else [],
    }
    return page(request, "reviews/referral/show.html", referral=referral, **context)


@login_required
def edit(request: HttpRequest, ref: str) -> HttpResponse:
    """Change a draft."""
    referral = visible(request, ref)
    check(request.user, "referral.change", referral)
    form = ReferralForm(request.POST or None, board=referral.board, record=referral)
    if request.method == "POST" and attempt(form, lambda: save(request, referral, form)):
        return done(request, "Saved.", "reviews.referral.show", ref)
    return page(request, "reviews/referral/edit.html", form=form, referral=referral)


def save(request: HttpRequest, referral: Referral, form: ReferralForm) -> Any:
    """Write the form's values over the version that was opened."""
    return verbs.write(
        by=request.user, referral=referral, values=form.values, seen_version=form.cleaned_data["seen_version"]
    )


@login_required
@require_POST
def send(request: HttpRequest, ref: str) -> HttpResponse:
    """Send a draft to the board."""
    referral = visible(request, ref)
    try:
        verbs.send(by=request.user, referral=referral)
    except Refused as refusal:
        return refused(request, str(refusal), "reviews.referral.show", ref)
    return done(request, "Sent. The business manager has it now and will answer you.", "reviews.referral.show", ref)


@login_required
@once
def screen(request: HttpRequest, ref: str) -> HttpResponse:
    """Acknowledge a referral, take it forward, or not."""
    referral = visible(request, ref)
    check(request.user, "referral.screen", referral)
    form = ScreeningForm(request.POST or None)
    if request.method == "POST" and (outcome := attempt(form, lambda: screened(request, referral, form.cleaned_data))):
        if isinstance(outcome, Referral):
            return done(request, "Recorded.", "reviews.referral.show", ref)
        return redirect("overview", outcome.ref)
    known = known_cases(referral, request.user)
    return page(request, "reviews/referral/screen.html", form=form, referral=referral, known=known)


def screened(request: HttpRequest, referral: Referral, said: dict[str, Any]) -> Any:
    """Do what the screening form says; gives the review that begins, or the referral."""
    if said["verdict"] == "take_forward":
        return verbs.take_forward(by=request.user, referral=referral, title=said["title"], note=said["note"])
    if said["verdict"] == "decline":
        return verbs.decline(by=request.user, referral=referral, note=said["note"])
    return verbs.acknowledge(by=request.user, referral=referral)
