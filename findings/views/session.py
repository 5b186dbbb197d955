"""Sessions of courses: shown with who came, planned, changed, judged."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from findings.forms.training import AnswersForm, SessionForm
from findings.models import Attendees, TrainingSession
from findings.services import course as verbs
from findings.views import course as courses
from reviews.access import allowed, check
from scr_portal.lib.pages import attempt, done, once, page, refused

SHOW = "findings.session.show"


def visible(request: HttpRequest, pk: int, action: str) -> TrainingSession:
    """The session of the address, if the person may know of it and do `action`."""
    rows = TrainingSession.objects.visible_to(request.user).select_related("course__board")
    found: TrainingSession = get_object_or_404(rows, pk=pk)
    check(request.user, action, found)
    return found


@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """A session: when and where, who came, and the sheets that were counted."""
    found = visible(request, pk, "learning.see")
    came = Attendees.objects.visible_to(request.user).filter(session=found).select_related("agency", "file")
    context = {
        "session": found,
        "attendees": came,
        "number": sum(each.number for each in came),
        "held": found.held_on <= timezone.localdate(),
        "can_keep": (keeps := allowed(request.user, "training.keep", found)),
        "files": found.files.defer("rows")[:20] if keeps else (),
    }
    return page(request, "findings/session/show.html", **context)


@login_required
@once
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Plan a session of a course, or record one that was held."""
    course = courses.visible(request, pk, "training.keep")
    form = SessionForm(request.POST or None)
    if request.method == "POST" and (
        made := attempt(form, lambda: verbs.plan(by=request.user, course=course, values=form.values))
    ):
        return done(request, "The session is set down.", SHOW, made.pk)
    return page(request, "findings/session/new.html", form=form, course=course)


@login_required
@once
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a session."""
    found = visible(request, pk, "training.keep")
    form = SessionForm(request.POST or None, record=found)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.move(
            by=request.user, session=found, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Saved.", SHOW, pk)
    return page(request, "findings/session/edit.html", form=form, session=found)


@login_required
@once
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Record how many agreed with each statement, before and after."""
    found = visible(request, pk, "training.keep")
    if not found.course.questions:
        return refused(request, "Write the statements of the course first.", "findings.course.edit", found.course_id)
    form = AnswersForm(request.POST or None, session=found)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.judge(
            by=request.user, session=found, answers=form.answers, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Recorded. The course shows them together with its other sessions.", SHOW, pk)
    return page(request, "findings/session/judge.html", form=form, session=found)
