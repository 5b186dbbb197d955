"""Barriers to actions: across reviews, and on one action."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from findings.forms.barrier import BarrierFilterForm, BarrierForm, EscalateForm, LiftForm
from findings.models import Barrier
from findings.resistance import lifted_before, picture
from findings.services import barrier as verbs
from findings.views.action import visible
from scr_portal.lib.pages import attempt, done, once, page, paged


@login_required
def list(request: HttpRequest) -> HttpResponse:
    """Every barrier that the person may see, the oldest first, with its age, and what lifted the like of it before."""
    today, rows = timezone.localdate(), Barrier.objects.visible_to(request.user)
    form = BarrierFilterForm(request.GET or None, rows=rows)
    asked = form.narrowed(rows).select_related("action__recommendation__review", "action__agency")
    shown = paged(request, asked.order_by("since", "pk"), 50)
    for each in shown:
        each.age = each.days(today)
    oldest = rows.standing().aggregate(since=Min("since"), number=Count("pk"))
    age = (today - oldest["since"]).days if oldest["since"] else 0
    context = {"choose": form, "rows": shown, "standing": oldest["number"], "oldest": age}
    context |= {"chart": picture(rows, today), "before": lifted_before(rows)}
    return page(request, "findings/barrier/list.html", **context)


@login_required
@once
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what stands in the way of an action."""
    action = visible(request, pk, "action.update")
    form = BarrierForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda: verbs.add(by=request.user, action=action, values=form.cleaned_data)
    ):
        return done(request, "The barrier stands with the action.", "findings.action.show", pk)
    before = lifted_before(Barrier.objects.visible_to(request.user))
    return page(request, "findings/barrier/new.html", form=form, action=action, before=before)


@login_required
@once
def escalate(request: HttpRequest, pk: int, barrier: int) -> HttpResponse:
    """Take a barrier further up."""
    action = visible(request, pk, "action.update")
    found = get_object_or_404(action.barriers, pk=barrier)
    form = EscalateForm(request.POST or None, barrier=found)
    if request.method == "POST" and attempt(
        form, lambda: verbs.escalate(by=request.user, barrier=found, **form.cleaned_data)
    ):
        return done(request, "Taken further up; those who hold it there are told.", "findings.action.show", pk)
    before = lifted_before(Barrier.objects.visible_to(request.user), found.kind)
    return page(request, "findings/barrier/escalate.html", form=form, action=action, barrier=found, before=before)


@login_required
@once
def lift(request: HttpRequest, pk: int, barrier: int) -> HttpResponse:
    """Say what lifted a barrier."""
    action = visible(request, pk, "action.update")
    found = get_object_or_404(action.barriers, pk=barrier)
    form = LiftForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda: verbs.lift(by=request.user, barrier=found, **form.cleaned_data)
    ):
        return done(request, "Lifted. What lifted it stays in the record.", "findings.action.show", pk)
    return page(request, "findings/barrier/lift.html", form=form, action=action, barrier=found)
