"""The board's view of what was recommended and what became of it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from findings.forms.recommendation import BoardFilterForm
from findings.lifecycle import ActionStatus
from findings.models import Action, Recommendation
from reviews.access import boards_where
from reviews.stages import Stage
from scr_portal.lib.pages import page, paged


@login_required
def show(request: HttpRequest) -> HttpResponse:
    """Every action that the person may see, late first, with counts and the recommendations that wait for a response."""
    today = timezone.localdate()
    boards = boards_where(request.user, "plan.see") + boards_where(request.user, "plan.see", own=True)
    form = BoardFilterForm(request.GET or None, boards=boards)
    actions = Action.objects.visible_to(request.user)
    rows = (
        narrowed(actions, form, today)
        .select_related("recommendation__review", "agency", "owner")
        .order_by("target_on", "pk")
    )
    waiting = Recommendation.objects.visible_to(request.user).filter(
        response__isnull=True, review__stage__in=(Stage.PUBLICATION, Stage.MONITORING)
    )
    context: dict[str, Any] = {
        "form": form,
        "rows": paged(request, rows, 50),
        "counts": counts(actions, today),
        "waiting": waiting.select_related("review")[:25],
        "today": today,
        "sends_on": bool(boards_where(request.user, "escalation.see")),
    }
    return page(request, "findings/board/show.html", **context)


def narrowed(actions: Any, form: BoardFilterForm, today: Any) -> Any:
    """The actions that the filter asks for; open ones unless it says otherwise."""
    said = form.cleaned_data if form.is_valid() else {}
    show = said.get("show") or "open"
    if said.get("agency"):
        actions = actions.filter(agency=said["agency"])
    if show == "overdue":
        return actions.overdue(today)
    states = {
        "open": ActionStatus.unfinished(),
        "claimed": (ActionStatus.CLAIMED_DONE,),
        "assured": (ActionStatus.ASSURED,),
    }
    return actions.filter(status__in=states[show]) if show in states else actions


def counts(actions: Any, today: Any) -> dict[str, int]:
    """How many actions are open, late, waiting for assurance, assured and closed; one query."""
    rows = Action.objects.filter(pk__in=actions.order_by().values("pk"))
    open_ = Q(status__in=ActionStatus.unfinished())
    found: dict[str, int] = rows.aggregate(
        open=Count("pk", filter=open_),
        overdue=Count("pk", filter=open_ & Q(target_on__lt=today)),
        claimed=Count("pk", filter=Q(status=ActionStatus.CLAIMED_DONE)),
        assured=Count("pk", filter=Q(status=ActionStatus.ASSURED)),
        closed=Count("pk", filter=Q(status=ActionStatus.CLOSED)),
    )
    return found
