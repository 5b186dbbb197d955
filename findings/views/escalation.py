"""What the board sent to national bodies: listed with its age, sent, written about again, answered."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from findings.forms.escalation import AnswerForm, ChaseForm, SendForm
from findings.models import Escalation, Recommendation
from findings.services import escalation as verbs
from reviews.access import check
from reviews.views.review import board_for
from scr_portal.lib.pages import attempt, done, once, page, paged


def visible_escalation(request: HttpRequest, pk: int) -> Escalation:
    """One escalation, if the person may know of it and record what becomes of it."""
    rows = Escalation.objects.visible_to(request.user).select_related("recommendation__review__board")
    found: Escalation = get_object_or_404(rows, pk=pk)
    check(request.user, "escalation.send", found)
    return found


@login_required
def list(request: HttpRequest) -> HttpResponse:
    """What waits for national bodies, the longest wait first; what is not sent yet; what was answered."""
    board, today = board_for(request, "escalation.see"), timezone.localdate()
    known = Escalation.objects.visible_to(request.user).select_related("recommendation__review__board")
    waiting = [(each, each.age(today), each.overdue(today)) for each in known.waiting()]
    answered = paged(request, known.filter(answered_on__isnull=False).order_by("-answered_on", "-pk"), 25)
    unsent = Recommendation.objects.visible_to(request.user).not_sent_on().filter(review__board=board)
    context = {
        "waiting": waiting,
        "late": sum(late for _, _, late in waiting),
        "answered": [(each, each.age(today)) for each in answered],
        "pages": answered,
        "unsent": unsent.select_related("review")[:50],
        "board": board,
    }
    return page(request, "findings/escalation/list.html", **context)


@login_required
@once
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that a recommendation was sent to a national body."""
    found = get_object_or_404(Recommendation.objects.visible_to(request.user).select_related("review__board"), pk=pk)
    check(request.user, "escalation.send", found)
    form = SendForm(request.POST or None, bodies=verbs.bodies(found.review))
    if request.method == "POST" and attempt(
        form, lambda: verbs.send(by=request.user, recommendation=found, **form.cleaned_data)
    ):
        return done(request, "Recorded. You are reminded when no answer comes.", "findings.recommendation.show", pk)
    context = {"form": form, "recommendation": found, "review": found.review, "here": "recommendations"}
    return page(request, "findings/escalation/send.html", **context)


@login_required
@once
def chase(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that the body was written to again."""
    found = visible_escalation(request, pk)
    form = ChaseForm(request.POST or None, initial={"written_on": timezone.localdate()})
    if request.method == "POST" and attempt(
        form, lambda: verbs.chase(by=request.user, escalation=found, **form.cleaned_data)
    ):
        return done(request, "Recorded.", "findings.escalation.list")
    return page(request, "findings/escalation/chase.html", form=form, escalation=found)


@login_required
@once
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what the body answered."""
    found = visible_escalation(request, pk)
    form = AnswerForm(request.POST or None, record=found)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.answer(
            by=request.user, escalation=found, seen_version=form.cleaned_data["seen_version"], **form.values
        ),
    ):
        return done(request, "Answer recorded.", "findings.recommendation.show", found.recommendation_id)
    return page(request, "findings/escalation/answer.html", form=form, escalation=found)
