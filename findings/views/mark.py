"""Marks on an entry."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from agencies.models import Entry
from findings.models import Mark
from findings.services import mark as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import done


@login_required
@require_POST
def remove(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Take a mark off an entry."""
    review = visible(request, ref, "chronology.mark")
    readable = Entry.objects.visible_to(request.user).of_review(review, reader=request.user)
    found = get_object_or_404(Mark, review=review, entry__in=readable, pk=pk, removed=False)
    verbs.remove(by=request.user, mark=found)
    return done(request, "Mark taken off.", redirect("findings.entry.show", ref, found.entry_id).url)
