"""What an agency answers to the advice about its return."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from agencies.forms.advice import SilenceForm, StandingForm
from agencies.models import Silence, Standing
from agencies.services import advice as verbs
from agencies.views.request import visible
from scr_portal.lib.pages import attempt, done, once, page, refused
from scr_portal.lib.records import Refused


@login_required
@once
def declare(request: HttpRequest, pk: int) -> HttpResponse:
    """Explain a silence: there was no contact, from when to when, and why."""
    found = visible(request, pk, "request.write")
    asked = {name: request.GET[name] for name in ("first", "last") if name in request.GET}
    form = SilenceForm(request.POST or None, initial=asked)
    if request.method == "POST" and attempt(
        form, lambda: verbs.declare(by=request.user, request=found, **form.cleaned_data)
    ):
        return done(request, "The silence is explained.", "agencies.request.quality", pk)
    return page(request, "agencies/advice/declare.html", req=found, form=form)


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a declared period back."""
    silence = get_object_or_404(Silence.objects.visible_to(request.user).select_related("request__review"), pk=pk)
    visible(request, silence.request_id, "request.write")
    try:
        verbs.withdraw(by=request.user, silence=silence)
    except Refused as refusal:
        return refused(request, str(refusal), "agencies.request.quality", silence.request_id)
    return done(request, "Taken back.", "agencies.request.quality", silence.request_id)


@login_required
@require_POST
def let_stand(request: HttpRequest, pk: int) -> HttpResponse:
    """Let one point of the advice stand."""
    found, form = visible(request, pk, "request.write"), StandingForm(request.POST)
    try:
        if not form.is_valid():
            raise Refused("Nothing was changed: give the reason in 300 letters at most.")
        verbs.let_stand(by=request.user, request=found, **form.cleaned_data)
    except Refused as refusal:
        return refused(request, str(refusal), "agencies.request.quality", pk)
    return done(request, "It stands; whoever signs off sees that you looked at it.", "agencies.request.quality", pk)


@login_required
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an answer back, so that the point is open again."""
    standing = get_object_or_404(Standing.objects.visible_to(request.user).select_related("request__review"), pk=pk)
    visible(request, standing.request_id, "request.write")
    try:
        verbs.reopen(by=request.user, standing=standing)
    except Refused as refusal:
        return refused(request, str(refusal), "agencies.request.quality", standing.request_id)
    return done(request, "Open again.", "agencies.request.quality", standing.request_id)
