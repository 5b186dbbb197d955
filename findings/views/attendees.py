"""Who came to a session, counted by hand."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from findings.forms.training import AttendeesForm
from findings.models import Attendees
from findings.services import attendees as verbs
from findings.views.product import tried
from findings.views.session import SHOW, visible
from reviews.access import check
from scr_portal.lib.pages import attempt, done, once, page


@login_required
@once
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Count people of one agency, level and role."""
    session = visible(request, pk, "training.keep")
    form = AttendeesForm(request.POST or None, session=session)
    if request.method == "POST" and attempt(
        form, lambda: verbs.count(by=request.user, session=session, values=form.cleaned_data)
    ):
        return done(request, "Counted.", SHOW, pk)
    return page(request, "findings/attendees/new.html", form=form, session=session)


@login_required
@require_POST
@once
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take off a count that was wrong."""
    rows = Attendees.objects.visible_to(request.user).select_related("session__course__board", "agency")
    found = get_object_or_404(rows, pk=pk)
    check(request.user, "training.keep", found)
    return tried(
        request, lambda: verbs.take_off(by=request.user, attendees=found), "Taken off.", (SHOW, found.session_id)
    )
