"""Findings and recommendations of published reviews: confirmed from a file, added, corrected, removed."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from findings.forms.library import LessonForm
from findings.models import Lesson
from findings.services import lesson as verbs
from findings.views.library import SHOW, keeping, kept_one
from scr_portal.lib.pages import attempt, done, once, page, refused
from scr_portal.lib.records import Refused
from scr_portal.lib.refs import keys


def kept_lesson(request: HttpRequest, pk: int) -> Lesson:
    """A finding or recommendation of a review that the person's board keeps."""
    rows = Lesson.objects.filter(published__board=keeping(request)).select_related("published__board")
    found: Lesson = get_object_or_404(rows, pk=pk)
    return found


@login_required
def list(request: HttpRequest, pk: int) -> HttpResponse:
    """What was found in the file of a review and waits to be confirmed."""
    published = kept_one(request, pk)
    rows = published.lessons.filter(confirmed=False)
    return page(request, "findings/lesson/list.html", published=published, rows=rows)


@login_required
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm those that were ticked, and discard the others."""
    published = kept_one(request, pk)
    chosen = keys(request.POST.getlist("lesson"))
    try:
        number = verbs.confirm(by=request.user, published=published, chosen=chosen)
    except Refused as refusal:
        return refused(request, str(refusal), SHOW, pk)
    return done(request, f"{number} confirmed.", SHOW, pk)


@login_required
@once
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a finding or recommendation by hand."""
    published = kept_one(request, pk)
    form = LessonForm(request.POST or None, board=published.board)
    if request.method == "POST" and attempt(
        form, lambda: verbs.add(by=request.user, published=published, values=form.values)
    ):
        return done(request, "Added.", SHOW, pk)
    return page(request, "findings/lesson/new.html", form=form, published=published)


@login_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct it, and say what became of it."""
    found = kept_lesson(request, pk)
    form = LessonForm(request.POST or None, record=found, board=found.board)
    seen = "seen_version"
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write(by=request.user, lesson=found, values=form.values, seen_version=form.cleaned_data[seen]),
    ):
        return done(request, "Saved.", SHOW, found.published_id)
    return page(request, "findings/lesson/edit.html", form=form, lesson=found, published=found.published)


@login_required
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove it from the library."""
    found = kept_lesson(request, pk)
    try:
        published = verbs.remove(by=request.user, lesson=found)
    except Refused as refusal:
        return refused(request, str(refusal), SHOW, found.published_id)
    return done(request, "Removed.", SHOW, published.pk)
