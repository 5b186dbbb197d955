"""One entry of the merged chronology: where it came from, its marks, and the findings that rest on it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from agencies.models import Entry, Hold
from agencies.services import hold as held
from findings.annotated import beside
from findings.forms.chronology import MarkForm
from findings.forms.naming import NamingForm
from findings.glossary import explained
from findings.merged import scope
from findings.naming import named_on_page
from findings.services import mark as verbs
from findings.views.pattern import names_asked
from reviews.access import allowed, check
from reviews.models import Review
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page


def holds_on(request: HttpRequest, review: Review, entry: Entry) -> list[Hold]:
    """The holds on an entry that the person may know of; that the review's own people read it is recorded."""
    found = [*Hold.objects.visible_to(request.user).standing().filter(entry=entry)]
    if found and allowed(request.user, "chronology.held", review):
        held.read(by=request.user, review=review)
    return found


@login_required
@once
def show(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Read an entry and mark it."""
    review = visible(request, ref)
    entry = get_object_or_404(scope(review, request.user).select_related("agency", "upload"), pk=pk)
    prefetch_related_objects([review], "people")  # Ages and covers of names ask for them.
    form = MarkForm(request.POST or None, review=review)
    if request.method == "POST":
        check(request.user, "chronology.mark", review)
        if attempt(form, lambda: verbs.add(by=request.user, entry=entry, values=form.cleaned_data)):
            return done(request, "Marked.", "findings.entry.show", ref, pk)
    named = names_asked(request, review)
    context = beside(review, request.user, entry) | {
        "entry": entry,
        "text": explained(review, [entry], named=named)[entry.pk],
        "marks": entry.marks.filter(removed=False).select_related("theme", "made_by"),
        "holds": holds_on(request, review, entry),
        "named": named,
        "people": named_on_page(review, entry, named=named),
        "naming": NamingForm(review=review),
    }
    return page(request, "findings/entry/show.html", review=review, here="chronology", form=form, **context)
