"""Views of the merged chronology that a reader keeps: a person's own, and those that the panel shares."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from findings.forms.chronology import FilterForm
from findings.forms.saved_view import SavedViewForm, kept
from findings.models import SavedView
from findings.services import saved_view as verbs
from findings.views.chronology import in_words, readable
from findings.views.pattern import waiting
from reviews.models import Review
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page, paged


def views_of(request: HttpRequest, review: Review) -> Any:
    """The views of a review that the person may open."""
    return SavedView.objects.visible_to(request.user).filter(review=review).select_related("made_by", "review")


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """A person's own views, and those that are shared."""
    review = visible(request, ref)
    if not readable(request, review):
        return waiting(request, review)
    rows = paged(request, views_of(request, review), 50)
    return page(request, "findings/saved_view/list.html", review=review, here="chronology", rows=rows)


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Keep what the address asks for under a name."""
    review = visible(request, ref, "chronology.mark")
    asked = FilterForm(request.GET, review=review)
    form, words = SavedViewForm(request.POST or None), in_words(asked) if asked.is_valid() else []
    if request.method == "POST" and (
        made := attempt(form, lambda: verbs.add(by=request.user, review=review, values=form.values, asked=kept(asked)))
    ):
        return done(
            request, f"“{made.name}” is kept: open it from this list at any time.", "findings.saved_view.list", ref
        )
    return page(request, "findings/saved_view/new.html", review=review, here="chronology", form=form, words=words)


@login_required
def edit(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Give a view another name, share it or stop sharing it."""
    review = visible(request, ref, "chronology.mark")
    view = get_object_or_404(views_of(request, review), pk=pk)
    form = SavedViewForm(request.POST or None, record=view)
    seen = "seen_version"
    if request.method == "POST" and attempt(
        form, lambda: verbs.write(by=request.user, view=view, values=form.values, seen_version=form.cleaned_data[seen])
    ):
        return done(request, "Saved.", "findings.saved_view.list", ref)
    return page(request, "findings/saved_view/edit.html", review=review, here="chronology", form=form, view=view)


@login_required
@require_POST
def remove(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Delete a view."""
    review = visible(request, ref, "chronology.mark")
    view = verbs.remove(by=request.user, view=get_object_or_404(views_of(request, review), pk=pk))
    return done(request, f"“{view.name}” is deleted.", "findings.saved_view.list", ref)
