"""Who can see one entry, and why."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from agencies.explain import reads
from agencies.models import Entry, Hold
from reviews.forms.reader import ReaderForm
from reviews.views.reader import known, told
from reviews.views.review import visible
from scr_portal.lib.pages import page


@login_required
def list(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Who reads an entry, and for one person the reason why or why not."""
    review = visible(request, ref, "chronology.see")
    rows = Entry.objects.visible_to(request.user).of_review(review, reader=request.user)
    entry = get_object_or_404(rows.select_related("agency", "request__review", "review"), pk=pk)
    hold, today, people = Hold.objects.standing().filter(entry=entry).first(), timezone.localdate(), known(review)
    form = ReaderForm(request.GET or None, people=people)
    answers = {who: reads(who, held, entry, hold, today) for who, held in people.items()}
    context = told(request, form, people, answers) | {"entry": entry}
    return page(request, "findings/reader/list.html", review=review, here="chronology", **context)
