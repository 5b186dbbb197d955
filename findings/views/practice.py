"""What an agency does differently since a session: asked some months later, answered by the agency."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from findings.forms.training import PracticeForm
from findings.models import Practice
from findings.services import practice as verbs
from reviews.access import check
from scr_portal.lib.pages import attempt, done, once, page


@login_required
@once
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """An agency says what it does differently."""
    rows = Practice.objects.visible_to(request.user).select_related("session__course__board", "agency")
    found = get_object_or_404(rows, pk=pk)
    check(request.user, "learning.answer", found)
    form = PracticeForm(request.POST or None, record=found)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.answer(
            by=request.user, practice=found, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Thank you: the board can see what has changed.", "findings.course.show", found.session.course_id)  # fmt: skip
    return page(request, "findings/practice/answer.html", form=form, practice=found)
