"""Asking for an entry of one's own agency to be held."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from agencies.forms.hold import HoldForm
from agencies.models import Entry, Hold
from agencies.services import hold as verbs
from agencies.views.request import visible as visible_request
from scr_portal.lib.pages import attempt, done, once, page, refused
from scr_portal.lib.records import Refused


@login_required
@once
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Say why one entry should not be read by the panel."""
    entry = get_object_or_404(Entry.objects.visible_to(request.user), pk=pk)
    found = visible_request(request, entry.request_id, "request.write")
    form = HoldForm(request.POST or None)
    if request.method == "POST" and attempt(form, lambda: verbs.ask(by=request.user, entry=entry, **form.cleaned_data)):
        return done(request, "On hold until the review chair has decided.", "agencies.entry.list", found.pk)
    return page(request, "agencies/hold/new.html", req=found, form=form, entry=entry)


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what was asked for."""
    hold = get_object_or_404(Hold.objects.visible_to(request.user).select_related("entry__request__review"), pk=pk)
    visible_request(request, hold.entry.request_id, "request.write")
    try:
        verbs.withdraw(by=request.user, hold=hold)
    except Refused as refusal:
        return refused(request, str(refusal), "agencies.entry.list", hold.entry.request_id)
    return done(request, "Taken back: the entry is not on hold any more.", "agencies.entry.list", hold.entry.request_id)
