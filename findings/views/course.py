"""Courses: listed, shown with who came and what came of it, written, linked to what they answer."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Max, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from findings.forms.training import CourseForm, CourseLinkForm
from findings.models import Attendees, Course, Practice, Recommendation
from findings.models.audience import Level
from findings.services import course as verbs
from findings.turnout import judged, turnout
from reviews.access import allowed, boards_where, check
from reviews.views.review import board_for
from reviews.views.review import visible as visible_review
from scr_portal.lib.pages import attempt, done, once, page, paged
from scr_portal.lib.refs import key


def visible(request: HttpRequest, pk: int, action: str) -> Course:
    """The course of the address, if the person may know of it and do `action`."""
    found: Course = get_object_or_404(Course.objects.visible_to(request.user).select_related("board"), pk=pk)
    check(request.user, action, found)
    return found


@login_required
def list(request: HttpRequest) -> HttpResponse:
    """The courses of the person's boards, with when each is taught and how many came."""
    board_for(request, "learning.see")
    rows = Course.objects.visible_to(request.user).annotate(last_on=Max("sessions__held_on")).order_by("title", "pk")
    shown = paged(request, rows, 50)
    came = Attendees.objects.visible_to(request.user).filter(session__course__in=[each.pk for each in shown])
    numbers = dict(came.order_by().values_list("session__course").annotate(Sum("number")))
    reader: Any = request.user
    asked = Practice.objects.visible_to(reader).unanswered().answerable_by(reader)
    context = {
        "rows": [(each, numbers.get(each.pk, 0)) for each in shown],
        "page": shown,
        "today": timezone.localdate(),
        "asked": asked.select_related("session__course")[:20],
        "can_keep": bool(boards_where(reader, "training.keep")),
    }
    return page(request, "findings/course/list.html", **context)


@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """A course: its sessions, who came by agency and level, what people said before and after, what agencies do since."""
    found, reader = visible(request, pk, "learning.see"), request.user
    sessions = paged(request, found.sessions.all(), 20)
    came = Attendees.objects.visible_to(reader).filter(session__course=found)
    numbers = dict(came.filter(session__in=[*sessions]).order_by().values_list("session").annotate(Sum("number")))
    answers = Practice.objects.visible_to(reader).filter(session__course=found).select_related("session", "agency")
    known = Recommendation.objects.visible_to(reader).filter(courses=found).select_related("review")
    context = {
        "course": found,
        "sessions": [(each, numbers.get(each.pk, 0)) for each in sessions],
        "page": sessions,
        "today": timezone.localdate(),
        "levels": Level.labels,
        "turnout": turnout(came),
        "judged": judged(found) if allowed(reader, "training.count", found) else (),
        "practice": answers.order_by("-asked_on", "agency__name")[:100],
        "answers": {each.pk for each in answers.answerable_by(reader)},
        "recommendations": known.order_by("review__ref", "number"),
        "can_keep": allowed(reader, "training.keep", found),
    }
    return page(request, "findings/course/show.html", **context)


@login_required
@once
def new(request: HttpRequest) -> HttpResponse:
    """Add a course."""
    board = board_for(request, "training.keep")
    form = CourseForm(request.POST or None)
    if request.method == "POST" and (
        made := attempt(form, lambda: verbs.write_new(by=request.user, board=board, values=form.values))
    ):
        return done(request, "The course is added. Plan its first session.", "findings.course.show", made.pk)
    return page(request, "findings/course/new.html", form=form)


@login_required
@once
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a course."""
    found = visible(request, pk, "training.keep")
    form = CourseForm(request.POST or None, record=found)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write(
            by=request.user, course=found, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Saved.", "findings.course.show", pk)
    return page(request, "findings/course/edit.html", form=form, course=found)


@login_required
@once
def link(request: HttpRequest, ref: str) -> HttpResponse:
    """Say which findings and recommendations of a review a course answers; ?course= opens what it answers by now."""
    review = visible_review(request, ref)
    check(request.user, "training.keep", review)
    form = CourseLinkForm(request.POST or None, review=review, initial=linked(request, review))
    if request.method == "POST" and attempt(
        form, lambda: verbs.link(by=request.user, review=review, **form.cleaned_data)
    ):
        return done(request, "Linked.", "findings.gap.list", ref)
    return page(request, "findings/course/link.html", review=review, here="learning", form=form)


def linked(request: HttpRequest, review: Any) -> dict[str, Any]:
    """What a course that the address names answers of a review; nothing where it names none."""
    rows = Course.objects.visible_to(request.user).filter(board=review.board_id)
    found = rows.filter(pk=key(request.GET.get("course", ""))).first()
    if found is None:
        return {}
    kept = {name: getattr(found, name).filter(review=review) for name in ("findings", "recommendations")}
    return {"course": found, **kept}
