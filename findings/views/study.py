"""Places for further study that a board adds to the page of the library."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from findings.forms.library import StudyForm
from findings.models import Study
from findings.services import study as verbs
from findings.views.library import LIST, keeping
from scr_portal.lib.pages import attempt, done, once, page


@login_required
@once
def new(request: HttpRequest) -> HttpResponse:
    """Add a place."""
    board = keeping(request)
    form = StudyForm(request.POST or None)
    if request.method == "POST" and attempt(form, lambda: verbs.add(by=request.user, board=board, values=form.values)):
        return done(request, "Added to the places for further study.", LIST)
    return page(request, "findings/study/new.html", form=form)


@login_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a place, or show it no longer."""
    found = get_object_or_404(Study, board=keeping(request), pk=pk)
    form = StudyForm(request.POST or None, record=found)
    seen = "seen_version"
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write(by=request.user, study=found, values=form.values, seen_version=form.cleaned_data[seen]),
    ):
        return done(request, "Saved.", LIST)
    return page(request, "findings/study/edit.html", form=form, study=found)
