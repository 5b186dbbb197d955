"""Inviting people without an account to make a referral."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from reviews.forms.invitation import InvitationForm, RenewForm
from reviews.models import Invitation
from reviews.services import invitation as verbs
from reviews.views.review import board_for
from scr_portal.lib.pages import attempt, done, once, page, paged, refused
from scr_portal.lib.records import Refused

KEPT = "invitation_key"
OPENS_FOR = timedelta(days=14)


@login_required
def list(request: HttpRequest) -> HttpResponse:
    """Every invitation of the board; the link of the one made last is shown once."""
    board = board_for(request, "referral.invite")
    key = request.session.pop(KEPT, "")
    context = {"address": verbs.address_of(key) if key else "", "board": board}
    rows = paged(request, board.invitations.select_related("made_by", "referral"))
    return page(request, "reviews/invitation/list.html", invitations=rows, **context)


@login_required
@once
def new(request: HttpRequest) -> HttpResponse:
    """Invite somebody."""
    board = board_for(request, "referral.invite")
    form = InvitationForm(request.POST or None, initial={"expires_on": timezone.localdate() + OPENS_FOR})
    if request.method == "POST" and (
        made := attempt(form, lambda: verbs.make(by=request.user, board=board, **form.cleaned_data))
    ):
        return shown(request, made)
    return page(request, "reviews/invitation/new.html", form=form, board=board)


def shown(request: HttpRequest, made: tuple[Invitation, str]) -> HttpResponse:
    """Say where the link is: on its way, or on the next page, once."""
    invitation, key = made
    if invitation.address:
        return done(request, f"The link is on its way to {invitation.address}.", "reviews.invitation.list")
    request.session[KEPT] = key
    return done(request, "The link is made. Copy it now: it is shown only this once.", "reviews.invitation.list")


@login_required
@once
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """A new link in place of the one before."""
    board = board_for(request, "referral.invite")
    invitation = get_object_or_404(board.invitations, pk=pk)
    form = RenewForm(request.POST or None, initial={"expires_on": timezone.localdate() + OPENS_FOR})
    if request.method == "POST" and (
        made := attempt(form, lambda: verbs.renew(by=request.user, invitation=invitation, **form.cleaned_data))
    ):
        return shown(request, made)
    return page(request, "reviews/invitation/renew.html", form=form, invitation=invitation)


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """End the link."""
    board = board_for(request, "referral.invite")
    invitation = get_object_or_404(board.invitations, pk=pk)
    try:
        verbs.withdraw(by=request.user, invitation=invitation)
    except Refused as refusal:
        return refused(request, str(refusal), "reviews.invitation.list")
    return done(request, "Withdrawn. That link opens nothing any more.", "reviews.invitation.list")
