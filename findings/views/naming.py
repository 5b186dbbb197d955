"""Who is named in one entry, as a person decides it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from agencies.models import Entry
from findings.forms.naming import NamingForm
from findings.services import naming as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import done, refused
from scr_portal.lib.records import Refused


@login_required
@require_POST
def decide(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Say that an entry names somebody, or that it does not."""
    review = visible(request, ref, "chronology.mark")
    entry = get_object_or_404(Entry.objects.visible_to(request.user).of_review(review, reader=request.user), pk=pk)
    form = NamingForm(request.POST, review=review)
    page = "findings.entry.show"
    if not form.is_valid():
        return refused(request, form.error_items[0]["text"], page, ref, pk)
    person, names = form.cleaned_data["person"], form.cleaned_data["answer"] == "named"
    try:
        verbs.decide(by=request.user, entry=entry, person=person, names=names)
    except Refused as refusal:
        return refused(request, str(refusal), page, ref, pk)
    return done(
        request,
        f"{person} is named in this entry." if names else f"{person} is not named in this entry.",
        page,
        ref,
        pk,
    )
